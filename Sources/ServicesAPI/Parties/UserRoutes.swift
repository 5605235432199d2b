import APIModels
import OrderCore
import Registration
import Storage
import Web

struct UserRoutes: Sendable {
    let desks: Desks

    func current(_ call: Call<NoBody>) async throws -> UserDetails {
        UserDetails(try await desks.parties.user(call.caller.user.id, for: call.caller))
    }

    func show(_ call: Call<NoBody>) async throws -> UserDetails {
        UserDetails(
            try await desks.parties.user(try call.id("user_id", of: .user), for: call.caller))
    }

    func list(_ call: Call<NoBody>) async throws -> UserList {
        let query = try ListQuery<UserProperty>(call.query, bare: [.containerID, .accessRoleID])
        let (listed, containers) = try await desks.parties.users(query, for: call.caller)
        let shown = try call.query.flag("without_container") ? [:] : containers
        return UserList(
            users: listed.elements.map { user in
                UserSummary(user, container: shown[user.containerID], in: containers)
            }, page: .init(listed, query))
    }
}

extension UserSummary {
    init(_ user: User, container: Container?, in containers: [ID<Container>: Container]) {
        self.init(
            id: user.id.wire, username: user.username, accountID: user.accountID.wire,
            firstName: user.firstName, lastName: user.lastName, email: user.email,
            jobTitle: user.jobTitle, telephone: user.telephone,
            status: ActivityStatus.of(user.isActive),
            container: container.map(ContainerDetails.init),
            accessRoles: [AccessRole(user.role)], type: "standard",
            hasContainerAssignments: !user.assignments.isEmpty,
            containerAssignments: user.assignments.compactMap { containers[$0] }
                .map(ContainerDetails.init).presence)
    }
}

extension UserDetails {
    init(_ file: UserFile) {
        let user = file.user
        let visible = file.visible.map(ContainerDetails.init)
        self.init(
            id: user.id.wire, username: user.username, accountID: user.accountID.wire,
            firstName: user.firstName, lastName: user.lastName, email: user.email,
            jobTitle: user.jobTitle, telephone: user.telephone,
            status: ActivityStatus.of(user.isActive), container: ContainerDetails(file.container),
            accessRoles: [AccessRole(user.role)], isCertCentral: true, isEnterprise: false,
            isSAMLSSOOnly: false, type: "standard",
            hasContainerAssignments: !user.assignments.isEmpty,
            containerAssignments: user.assignments.isEmpty ? nil : visible,
            containerVisibility: visible, languageID: 1, accountLanguageID: 1)
    }
}

extension AccessRole {
    init(_ role: Role) {
        self.init(id: role.rawValue, name: role.name)
    }
}
