package import Foundation
package import OrderCore

extension Domain {
    static let columns = """
        d.id, d.account_id, d.container_id, d.organization_id, d.name, d.is_active, d.created_at, \
        d.validation_types, d.control_method, d.token, d.token_expires_at, d.submitted_at, \
        d.proved_at, d.proof_valid_until, d.proof_method
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), accountID: row.id(), containerID: row.id(),
            organizationID: row.idIfPresent(), name: row.text(), isActive: row.flag(),
            createdAt: row.date(),
            validationTypes: row.lines().compactMap(ValidationType.init(rawValue:)),
            control: try DomainControl(row: &row))
    }
}

extension DomainControl {
    init(row: inout Columns) throws {
        let method: ControlMethod = try row.word()
        let token = row.textIfPresent()
        let tokenExpiresAt = row.dateIfPresent()
        let submittedAt = row.dateIfPresent()
        let provedAt = row.dateIfPresent()
        let validUntil = row.dateIfPresent()
        let proofMethod: ControlMethod? = try row.wordIfPresent()
        self.init(
            method: method,
            token: token.map { Token(value: $0, expiresAt: tokenExpiresAt ?? .distantPast) },
            submittedAt: submittedAt,
            proof: provedAt.map {
                Proof(
                    date: $0, validUntil: validUntil ?? .distantPast,
                    method: proofMethod ?? method)
            })
    }

    var values: [SQLValue] {
        [
            .text(method.rawValue), .text(token?.value), .date(token?.expiresAt),
            .date(submittedAt), .date(proof?.date), .date(proof?.validUntil),
            .text(proof?.method.rawValue),
        ]
    }
}

package struct NewDomain: Sendable {
    package let accountID: ID<Account>
    package let containerID: ID<Container>
    package let organizationID: ID<Organization>?
    package let name: String
    package let createdAt: Date
    package let validationTypes: [ValidationType]
    package let control: DomainControl

    package init(
        accountID: ID<Account>, containerID: ID<Container>, organizationID: ID<Organization>?,
        name: String, createdAt: Date, validationTypes: [ValidationType], control: DomainControl
    ) {
        self.accountID = accountID
        self.containerID = containerID
        self.organizationID = organizationID
        self.name = name
        self.createdAt = createdAt
        self.validationTypes = validationTypes
        self.control = control
    }
}

extension Transaction {
    package func domain(_ id: ID<Domain>) throws -> Domain? {
        try row("SELECT \(Domain.columns) FROM domains d WHERE d.id = $1", [.id(id)]) {
            try Domain(row: &$0)
        }
    }

    /// The domains of an account that bear one of these names.
    package func domains(named names: [String], of account: ID<Account>) throws -> [Domain] {
        guard !names.isEmpty else { return [] }
        var conditions = Conditions()
        conditions.add("d.account_id {}", .id(account))
        conditions.add("d.name {}", in: names.map { .text($0) })
        return try rows(
            "SELECT \(Domain.columns) FROM domains d\(conditions.clause) ORDER BY d.id",
            conditions.values
        ) { try Domain(row: &$0) }
    }

    package func domains(
        in scope: Scope, _ query: ListQuery<DomainProperty>
    ) throws -> Listed<Domain> {
        var conditions = Conditions()
        conditions.add(scope, account: "d.account_id", container: "d.container_id")
        // Names that only orders without an organization have are proved with these.
        conditions.add(term: "d.organization_id IS NOT NULL")
        return try list(
            query, columns: Domain.columns, from: ListSource("domains d", key: "d.id"),
            conditions: conditions
        ) { try Domain(row: &$0) }
    }

    package func insert(_ new: NewDomain) throws -> ID<Domain> {
        try insert(
            """
            INSERT INTO domains (id, account_id, container_id, organization_id, name, is_active,
              created_at, validation_types, control_method, token, token_expires_at, submitted_at,
              proved_at, proof_valid_until, proof_method)
            VALUES ({next domains}, $1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            RETURNING id
            """,
            [
                .id(new.accountID), .id(new.containerID), .id(new.organizationID),
                .text(new.name), .date(new.createdAt),
                .lines(new.validationTypes.map(\.rawValue)),
            ] + new.control.values)
    }

    package func save(_ control: DomainControl, of id: ID<Domain>) throws {
        try post(
            """
            UPDATE domains SET control_method = $2, token = $3, token_expires_at = $4,
              submitted_at = $5, proved_at = $6, proof_valid_until = $7, proof_method = $8
            WHERE id = $1
            """, [.id(id)] + control.values)
    }

    package func save(_ types: [ValidationType], of id: ID<Domain>) throws {
        try run(
            "UPDATE domains SET validation_types = $2 WHERE id = $1",
            [.id(id), .lines(types.map(\.rawValue))])
    }

    package func setActive(_ isActive: Bool, _ id: ID<Domain>) throws {
        try run("UPDATE domains SET is_active = $2 WHERE id = $1", [.id(id), .flag(isActive)])
    }
}
