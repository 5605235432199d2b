package import OrderCore

extension Container {
    static let columns = """
        k.id, k.account_id, k.parent_id, k.public_id, k.name, k.description, k.template_id, \
        k.is_active
        """

    init(row: inout Columns) {
        self.init(
            id: row.id(), accountID: row.id(), parentID: row.idIfPresent(), publicID: row.text(),
            name: row.text(), description: row.textIfPresent(), templateID: row.int(),
            isActive: row.flag())
    }
}

package struct NewContainer: Sendable {
    let accountID: ID<Account>
    let parentID: ID<Container>?
    let publicID: String
    let name: String
    let description: String?
    let templateID: Int

    package init(
        accountID: ID<Account>, parentID: ID<Container>?, publicID: String, name: String,
        description: String?, templateID: Int
    ) {
        self.accountID = accountID
        self.parentID = parentID
        self.publicID = publicID
        self.name = name
        self.description = description
        self.templateID = templateID
    }
}

extension Transaction {
    package func container(_ id: ID<Container>) throws -> Container? {
        try row("SELECT \(Container.columns) FROM containers k WHERE k.id = $1", [.id(id)]) {
            Container(row: &$0)
        }
    }

    package func containers(in scope: Scope) throws -> [Container] {
        var conditions = Conditions()
        conditions.add(scope, account: "k.account_id", container: "k.id")
        return try rows(
            "SELECT \(Container.columns) FROM containers k\(conditions.clause) ORDER BY k.id",
            conditions.values
        ) { Container(row: &$0) }
    }

    package func children(of parent: ID<Container>) throws -> [Container] {
        try rows(
            "SELECT \(Container.columns) FROM containers k WHERE k.parent_id = $1 ORDER BY k.id",
            [.id(parent)]
        ) { Container(row: &$0) }
    }

    package func insert(_ new: NewContainer) throws -> ID<Container> {
        try insert(
            """
            INSERT INTO containers
              (account_id, parent_id, public_id, name, description, template_id, is_active)
            VALUES ($1, $2, $3, $4, $5, $6, 1) RETURNING id
            """,
            [
                .id(new.accountID), .id(new.parentID), .text(new.publicID), .text(new.name),
                .text(new.description), .int(new.templateID),
            ])
    }

    package func rename(
        _ id: ID<Container>, to name: String, description: String?
    ) throws {
        try run(
            "UPDATE containers SET name = $2, description = $3 WHERE id = $1",
            [.id(id), .text(name), .text(description)])
    }

    /// With all below it.
    package func setActive(_ isActive: Bool, _ id: ID<Container>) throws {
        try run("UPDATE containers SET is_active = $2 WHERE id = $1", [.id(id), .flag(isActive)])
        for child in try children(of: id) { try setActive(isActive, child.id) }
    }
}
