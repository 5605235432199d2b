import APIModels
import OrderCore
import Registration
import Web

/// What the caller may do, by the names that the original has for it.
struct PermissionRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) -> PermissionList {
        PermissionList(
            authorizations: Self.rights.map { name, right in
                Permission(authorized: call.caller.may(right), permission: name)
            })
    }

    func show(_ call: Call<NoBody>) throws -> Permission {
        Permission(
            authorized: call.caller.may(try Self.right(call)), permission: call.text("permission"))
    }

    /// What the role of another user permits; a key of it may permit less.
    func ofUser(_ call: Call<NoBody>) async throws -> Permission {
        let right = try Self.right(call)
        let file = try await desks.parties.user(
            try call.id("user_id", of: .user), for: call.caller)
        return Permission(
            authorized: file.user.isActive && file.user.role.rights.contains(right),
            permission: call.text("permission"))
    }

    func containers(_ call: Call<NoBody>) async throws -> PermittedContainers {
        guard call.caller.may(try Self.right(call)) else {
            return PermittedContainers(containers: [])
        }
        return PermittedContainers(
            containers: try await desks.parties.containers(for: call.caller)
                .map(ContainerSummary.init(placed:)))
    }

    private static func right(_ call: Call<NoBody>) throws -> Right {
        let name = call.text("permission")
        guard let (_, right) = rights.first(where: { $0.name == name }) else {
            throw Refusal.invalid("permission", "is \(name.quoted), which is no permission")
        }
        return right
    }

    static let names = rights.map(\.name)

    private static let rights: [(name: String, right: Right)] = [
        ("create_containers", .createContainers), ("view_container", .viewContainers),
        ("edit_container", .createContainers), ("create_users", .manageUsers),
        ("edit_users", .manageUsers), ("view_users", .viewUsers), ("add_domains", .addDomains),
        ("view_domains", .viewDomains), ("create_organizations", .createOrganizations),
        ("view_organizations", .viewOrganizations), ("view_orders", .viewOrders),
        ("place_orders", .placeOrders), ("approve_requests", .decideRequests),
        ("view_finance", .viewFinances), ("view_account", .viewAccount),
    ]
}
