import APIModels
import OrderCore
import Registration
import Storage
import Web

/// Users as they are added, edited and taken away.
struct UserChangeRoutes: Sendable {
    let desks: Desks

    func create(_ call: Call<CreateUser>) async throws -> CreationReceipt {
        let body = call.body
        guard body.isAPIOnly != true else {
            throw Refusal.invalid(
                "is_api_only", "is true; add a user of the role that its program needs")
        }
        var text = FounderText()
        text.username = body.username
        text.firstName = body.firstName
        text.lastName = body.lastName
        text.email = body.email
        text.jobTitle = body.jobTitle
        text.telephone = body.telephone
        let id = try await desks.parties.addUser(
            PartyDesk.UserWish(
                text: text, roleID: body.accessRoles?.first?.id,
                containerID: body.container?.id?.id(),
                assignments: (body.containerAssignments ?? []).compactMap { $0.id?.id() }),
            for: call.caller, keeping: call.keeping { CreationReceipt(id: $0.wire) })
        return CreationReceipt(id: id.wire)
    }

    func edit(_ call: Call<EditUser>) async throws {
        let body = call.body
        var text = FounderText()
        text.username = body.username
        text.firstName = body.firstName
        text.lastName = body.lastName
        text.email = body.email
        text.jobTitle = body.jobTitle
        text.telephone = body.telephone
        try await desks.parties.editUser(call.user, text, for: call.caller)
    }

    func changeRole(_ call: Call<ChangeUserRole>) async throws {
        try await desks.parties.setRole(
            call.body.accessRoles?.first?.id, of: call.user, for: call.caller)
    }

    func confine(_ call: Call<ConfineUser>) async throws {
        guard let assignments = call.body.containerAssignments else {
            throw Refusal.required("container_id_assignments")
        }
        try await desks.parties.confine(
            call.user, to: assignments.compactMap { $0.id?.id() }, for: call.caller)
    }

    func delete(_ call: Call<NoBody>) async throws {
        try await desks.parties.deleteUser(call.user, for: call.caller)
    }

    func mail(_ call: Call<NoBody>) async throws {
        try await desks.parties.mail(call.user, for: call.caller)
    }

    func availability(_ call: Call<NoBody>) async throws -> UsernameAvailability {
        UsernameAvailability(
            available: try await desks.parties.isFree(username: call.text("username")))
    }

    /// There are none: every user is let in by its keys alone.
    func service(_ call: Call<NoBody>) throws -> UserList {
        let query = try ListQuery<UserProperty>(call.query, bare: [.containerID, .accessRoleID])
        return UserList(
            users: [], page: .init(total: 0, limit: query.page.limit, offset: query.page.offset))
    }
}

extension PartyDesk.UserWish {
    /// The first user of a new container, which it runs unless it is given another role.
    init(_ body: APIModels.NewUser) {
        self.init(
            text: FounderText(body),
            roleID: body.accessRoles?.first?.id ?? Role.administrator.rawValue, containerID: nil,
            assignments: [])
    }
}

extension Call {
    /// The user that the path names.
    fileprivate var user: ID<User> {
        get throws { try id("user_id", of: .user) }
    }
}
