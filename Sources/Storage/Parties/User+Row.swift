package import OrderCore

extension User {
    static let columns = """
        u.id, u.account_id, u.container_id, u.username, u.first_name, u.last_name, u.email, \
        u.job_title, u.telephone, u.role_id, u.is_active
        """

    /// The containers it is confined to stand in a table of their own: see ``Transaction``.
    init(row: inout Columns, assignments: [ID<Container>] = []) throws {
        let id: ID<User> = row.id()
        self.init(
            id: id, accountID: row.id(), containerID: row.id(), username: row.text(),
            firstName: row.text(), lastName: row.text(), email: row.text(),
            jobTitle: row.textIfPresent(), telephone: row.textIfPresent(),
            role: try Role(column: row.int()), isActive: row.flag(), assignments: assignments)
    }

    func assigned(to containers: [ID<Container>]) -> User {
        User(
            id: id, accountID: accountID, containerID: containerID, username: username,
            firstName: firstName, lastName: lastName, email: email, jobTitle: jobTitle,
            telephone: telephone, role: role, isActive: isActive, assignments: containers)
    }
}

extension Role {
    init(column value: Int) throws {
        guard let role = Role(rawValue: value) else {
            throw StorageProblem.unreadable(column: "role_id", value: String(value))
        }
        self = role
    }
}

extension UserReference {
    init(row: inout Columns) {
        self.init(
            id: row.id(), firstName: row.text(), lastName: row.text(), email: row.text())
    }
}

package struct NewUser: Sendable {
    let accountID: ID<Account>
    let containerID: ID<Container>
    let username: String
    let firstName: String
    let lastName: String
    let email: String
    let jobTitle: String?
    let telephone: String?
    let role: Role
    let assignments: [ID<Container>]

    package init(
        accountID: ID<Account>, containerID: ID<Container>, username: String, firstName: String,
        lastName: String, email: String, jobTitle: String?, telephone: String?, role: Role,
        assignments: [ID<Container>] = []
    ) {
        self.accountID = accountID
        self.containerID = containerID
        self.username = username
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.jobTitle = jobTitle
        self.telephone = telephone
        self.role = role
        self.assignments = assignments
    }
}

package enum UserProperty: String, ListProperty {
    case id
    case username
    case firstName = "first_name"
    case lastName = "last_name"
    case email
    case status
    case search
    case containerID = "container_id"
    case accessRoleID = "access_role_id"

    package var form: ListForm {
        switch self {
        case .id, .containerID, .accessRoleID: .integer
        // Nobody is locked here.
        case .status: .words(["active": ["1"], "inactive": ["0"], "locked": []])
        case .username, .firstName, .lastName, .email, .search: .text
        }
    }

    package var condition: String {
        switch self {
        case .status: "CAST(u.is_active AS TEXT) {}"
        case .search:
            "(u.username {} OR u.first_name {} OR u.last_name {} OR u.email {})"
        case .id: "u.id {}"
        case .containerID: "u.container_id {}"
        case .accessRoleID: "u.role_id {}"
        case .username, .firstName, .lastName, .email: "u.\(rawValue) {}"
        }
    }

    package var order: String? {
        switch self {
        case .id, .username, .firstName, .lastName, .email, .containerID: "u.\(rawValue)"
        case .status: "u.is_active"
        case .accessRoleID: "u.role_id"
        case .search: nil
        }
    }
}

extension Transaction {
    package func user(_ id: ID<User>) throws -> User? {
        let user = try row("SELECT \(User.columns) FROM users u WHERE u.id = $1", [.id(id)]) {
            try User(row: &$0)
        }
        return try user.map { $0.assigned(to: try assignments(of: $0.id)) }
    }

    package func assignments(of user: ID<User>) throws -> [ID<Container>] {
        try rows(
            """
            SELECT container_id FROM user_containers WHERE user_id = $1 ORDER BY container_id
            """, [.id(user)]
        ) { $0.id() }
    }

    package func users(in scope: Scope, _ query: ListQuery<UserProperty>) throws -> Listed<User> {
        var conditions = Conditions()
        conditions.add(scope, account: "u.account_id", container: "u.container_id")
        let listed = try list(
            query, columns: User.columns, from: ListSource("users u", key: "u.id"),
            conditions: conditions
        ) { try User(row: &$0) }
        let assignments = try assignments(of: listed.elements.map(\.id))
        return listed.map { $0.assigned(to: assignments[$0.id] ?? []) }
    }

    /// Those of all users on a page at once.
    private func assignments(of users: [ID<User>]) throws -> [ID<User>: [ID<Container>]] {
        guard !users.isEmpty else { return [:] }
        var conditions = Conditions()
        conditions.add("user_id {}", among: users)
        var found: [ID<User>: [ID<Container>]] = [:]
        try each(
            """
            SELECT user_id, container_id FROM user_containers\(conditions.clause)
            ORDER BY user_id, container_id
            """, conditions.values
        ) { found[$0.id(), default: []].append($0.id()) }
        return found
    }

    package func isUsernameTaken(_ username: String) throws -> Bool {
        try row("SELECT 1 FROM users WHERE username = $1", [.text(username)]) { $0.int() } != nil
    }

    /// The first administrator of an account: the owner of keys made on the command line.
    package func administrator(of account: ID<Account>) throws -> User? {
        try row(
            """
            SELECT \(User.columns) FROM users u
            WHERE u.account_id = $1 AND u.role_id = $2 AND u.is_active = 1 ORDER BY u.id LIMIT 1
            """, [.id(account), .int(Role.administrator.rawValue)]
        ) { try User(row: &$0) }
    }

    package func insert(_ new: NewUser) throws -> ID<User> {
        let id: ID<User> = try insert(
            """
            INSERT INTO users (id, account_id, container_id, username, first_name, last_name, email,
              job_title, telephone, role_id, is_active)
            VALUES ({next users}, $1, $2, $3, $4, $5, $6, $7, $8, $9, 1) RETURNING id
            """,
            [
                .id(new.accountID), .id(new.containerID), .text(new.username),
                .text(new.firstName), .text(new.lastName), .text(new.email), .text(new.jobTitle),
                .text(new.telephone), .int(new.role.rawValue),
            ])
        try assign(new.assignments, to: id)
        return id
    }
}
