import APIModels
import OrderCore
import Registration
import Web

/// API keys of users: made, changed, revoked.
struct UserKeyRoutes: Sendable {
    let desks: Desks

    func create(_ call: Call<CreateKey>) async throws -> KeyReceipt {
        guard let name = call.body.name else { throw Refusal.required("name") }
        return KeyReceipt(
            try await desks.userKeys.make(
                named: name, role: try KeyRole(call.body.restrictedToRoleID) ?? .unrestricted,
                for: try call.id("user_id", of: .user), by: call.caller,
                keeping: call.keeping(KeyReceipt.init)))
    }

    func edit(_ call: Call<EditKey>) async throws {
        guard let name = call.body.name else { throw Refusal.required("name") }
        try await desks.userKeys.edit(
            try call.id("key_id", of: .key), named: name,
            role: try KeyRole(call.body.restrictedToRoleID), for: call.caller)
    }

    func setStatus(_ call: Call<SetKeyStatus>) async throws {
        guard let status = call.body.status else { throw Refusal.required("status") }
        guard let isActive = ["active": true, "revoked": false][status.lowercased()] else {
            throw Refusal.invalid("status", "is \(status.quoted), has to be one of active, revoked")
        }
        try await desks.userKeys.setActive(
            isActive, try call.id("key_id", of: .key), for: call.caller)
    }

    func roles(_ call: Call<NoBody>) -> AccessRoleList {
        AccessRoleList(
            accessRoles: KeyRole.allCases.filter { $0 != .unrestricted }.map {
                AccessRole(id: $0.rawValue, name: $0.name)
            })
    }
}

extension KeyReceipt {
    fileprivate init(_ made: UserKeyDesk.Made) {
        self.init(id: made.id.wire, apiKey: made.secret)
    }
}

extension KeyRole {
    fileprivate init?(_ id: Int?) throws {
        guard let id else { return nil }
        guard let role = KeyRole(rawValue: id) else {
            let all = KeyRole.allCases.map { String($0.rawValue) }.joined(separator: ", ")
            throw Refusal.invalid("restricted_to_role_id", "is \(id), has to be one of \(all)")
        }
        self = role
    }
}
