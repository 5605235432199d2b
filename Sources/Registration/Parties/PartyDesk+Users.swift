package import OrderCore
import Storage

/// Users are added and changed by those who may do at least as much.
extension PartyDesk {
    /// What a client says of a user that it adds.
    package struct UserWish: Sendable {
        package let text: FounderText
        package let roleID: Int?
        package let containerID: ID<Container>?
        package let assignments: [ID<Container>]

        package init(
            text: FounderText, roleID: Int?, containerID: ID<Container>?,
            assignments: [ID<Container>]
        ) {
            self.text = text
            self.roleID = roleID
            self.containerID = containerID
            self.assignments = assignments
        }
    }

    /// Adds a user. Whoever is confined to containers adds none that is not.
    package func addUser(
        _ wish: UserWish, for caller: Caller, keeping keepsake: Keepsake<ID<User>> = .none
    ) async throws -> ID<User> {
        let person = try wish.text.checked(path: "")
        let role = try Role(granted: wish.roleID, by: caller)
        return try await registry.database.write { tx in
            let wished = wish.assignments.isEmpty ? caller.user.assignments : wish.assignments
            let assignments = try wished.map { try tx.container($0, in: caller.scope).id }
            let home = try wish.containerID.map { try tx.container($0, in: caller.scope).id }
            let id = try tx.insert(
                person, role, of: caller.account.id, in: home ?? caller.user.filingID,
                confinedTo: assignments)
            try keepsake.keep(id, in: tx)
            return id
        }
    }

    /// A name that is left out stays; a job title or telephone does not.
    package func editUser(
        _ id: ID<User>, _ text: FounderText, for caller: Caller
    ) async throws {
        try await changeUser(id, for: caller) { tx, user in
            var text = text
            text.firstName = text.firstName ?? user.firstName
            text.lastName = text.lastName ?? user.lastName
            text.username = text.username ?? user.username
            let person = try text.checked(path: "")
            if person.username != user.username { try tx.requireFree(person.username) }
            try tx.save(user.being(person))
            try tx.revise(user.accountID)
        }
    }

    package func setRole(_ roleID: Int?, of id: ID<User>, for caller: Caller) async throws {
        let role = try Role(granted: roleID, by: caller)
        try await changeUser(id, for: caller) { tx, user in
            guard try role == .administrator || !tx.isLastAdministrator(user) else {
                throw Refusal.invalid(
                    "access_roles", "would leave the account without an administrator")
            }
            try tx.save(user.with(role: role))
        }
    }

    /// Confines a user to containers, or to none. Whoever is confined sets nobody free.
    package func confine(
        _ id: ID<User>, to containers: [ID<Container>], for caller: Caller
    ) async throws {
        try await changeUser(id, for: caller) { tx, user in
            let wished = containers.isEmpty ? caller.user.assignments : containers
            let assignments = try wished.map { try tx.container($0, in: caller.scope).id }
            guard try assignments.isEmpty || !tx.isLastFreeAdministrator(user) else {
                throw Refusal.invalid(
                    "container_id_assignments",
                    "would leave the account without an administrator of all of it")
            }
            try tx.confine(id, to: assignments)
        }
    }

    /// Takes a user away. One who made things is let in no more instead, since they bear its name.
    package func deleteUser(_ id: ID<User>, for caller: Caller) async throws {
        guard id != caller.user.id else {
            throw Refusal.invalid("user_id", "is your own")
        }
        let now = registry.clock.now
        try await changeUser(id, for: caller) { tx, user in
            guard try tx.isNamed(id) else { return try tx.delete(id) }
            try tx.revokeKeys(of: id, at: now)
            try tx.save(user.with(isActive: false))
        }
    }

    /// Tells a user what it was added as.
    package func mail(_ id: ID<User>, for caller: Caller) async throws {
        let now = registry.clock.now
        let organization = caller.account.organizationName
        try await changeUser(id, for: caller) { tx, user in
            guard user.isActive else {
                throw Refusal.invalid("user_id", "is \(id), who is inactive")
            }
            try tx.insert(
                NewMessage(
                    accountID: user.accountID, recipient: user.email,
                    subject: "You are a user of \(organization)",
                    body: """
                        \(caller.user.firstName) \(caller.user.lastName) has added you to \
                        \(organization) as \(user.username), with the role \(user.role.name).

                        Programs act for you with an API key. Ask whoever runs the account for one.
                        """,
                    createdAt: now))
        }
    }

    package func isFree(username: String) async throws -> Bool {
        try await registry.database.read { try !$0.isUsernameTaken(username) }
    }

    private func changeUser(
        _ id: ID<User>, for caller: Caller,
        _ change: @escaping @Sendable (any Transaction, User) throws -> Void
    ) async throws {
        try await registry.database.write { tx in
            try change(tx, try tx.user(id, coveredBy: caller))
        }
    }
}

extension Role {
    init(granted id: Int?, by caller: Caller) throws {
        guard let id else { throw Refusal.required("access_roles") }
        guard let role = Role(rawValue: id) else {
            let all = Role.allCases.map { "\($0.rawValue) (\($0.name))" }.joined(separator: ", ")
            throw Refusal.invalid("access_roles", "has \(id), one of \(all)")
        }
        guard caller.user.role.covers(role) else { throw Refusal.missingPermission }
        self = role
    }
}

extension Transaction {
    func insert(
        _ person: Founder, _ role: Role, of account: ID<Account>, in home: ID<Container>,
        confinedTo assignments: [ID<Container>]
    ) throws -> ID<User> {
        try requireFree(person.username)
        return try insert(
            NewUser(
                accountID: account, containerID: home, username: person.username,
                firstName: person.firstName, lastName: person.lastName, email: person.email,
                jobTitle: person.jobTitle, telephone: person.telephone, role: role,
                assignments: assignments))
    }

    fileprivate func requireFree(_ username: String) throws {
        guard try !isUsernameTaken(username) else {
            throw Refusal(.duplicateUsername, "The username \(username.quoted) is taken.")
        }
    }
}

extension User {
    fileprivate func being(_ person: Founder) -> User {
        User(
            id: id, accountID: accountID, containerID: containerID, username: person.username,
            firstName: person.firstName, lastName: person.lastName, email: person.email,
            jobTitle: person.jobTitle, telephone: person.telephone, role: role,
            isActive: isActive, assignments: assignments)
    }

    fileprivate func with(role: Role? = nil, isActive: Bool? = nil) -> User {
        User(
            id: id, accountID: accountID, containerID: containerID, username: username,
            firstName: firstName, lastName: lastName, email: email, jobTitle: jobTitle,
            telephone: telephone, role: role ?? self.role, isActive: isActive ?? self.isActive,
            assignments: assignments)
    }
}
