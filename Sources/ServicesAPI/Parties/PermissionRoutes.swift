import APIModels
import OrderCore
import Registration
import Web

/// What the caller may do, by the names that the original has for it.
struct PermissionRoutes: Sendable {
    func list(_ call: Call<NoBody>) -> PermissionList {
        PermissionList(
            authorizations: Self.rights.map { name, right in
                Permission(authorized: call.caller.may(right), permission: name)
            })
    }

    func show(_ call: Call<NoBody>) throws -> Permission {
        let name = call.text("permission")
        guard let (_, right) = Self.rights.first(where: { $0.name == name }) else {
            throw Refusal.invalid("permission", "is \(name.quoted), which is no permission")
        }
        return Permission(authorized: call.caller.may(right), permission: name)
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
