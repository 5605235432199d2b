import Foundation
package import OrderCore

extension Organization {
    static let columns = """
        g.id, g.account_id, g.container_id, g.name, g.assumed_name, g.street, g.street2, g.city, \
        g.state, g.zip, g.country, g.telephone, g.is_active, g.contact_first_name, \
        g.contact_last_name, g.contact_email, g.contact_job_title, g.contact_telephone, \
        g.contact_telephone_extension
        """

    init(row: inout Columns, validations: [Validation] = []) {
        self.init(
            id: row.id(), accountID: row.id(), containerID: row.id(), name: row.text(),
            assumedName: row.textIfPresent(), address: Address(row: &row),
            telephone: row.textIfPresent(), isActive: row.flag(),
            contact: Contact(rowIfPresent: &row), validations: validations)
    }

    /// The columns of a `LEFT JOIN`, all of them absent where it found nothing.
    init?(rowIfPresent row: inout Columns) {
        if row.isNextAbsent {
            row.skip(Self.columns.split(separator: ",").count)
            return nil
        }
        self.init(row: &row)
    }

    func validated(_ validations: [Validation]) -> Organization {
        Organization(
            id: id, accountID: accountID, containerID: containerID, name: name,
            assumedName: assumedName, address: address, telephone: telephone, isActive: isActive,
            contact: contact, validations: validations)
    }
}

extension Organization.Address {
    init(row: inout Columns) {
        self.init(
            street: row.text(), street2: row.textIfPresent(), city: row.text(), state: row.text(),
            zip: row.text(), country: row.text())
    }
}

extension Contact {
    /// Six columns, all of them absent where there is no contact.
    init?(rowIfPresent row: inout Columns) {
        let firstName = row.textIfPresent()
        let lastName = row.textIfPresent()
        let email = row.textIfPresent()
        let jobTitle = row.textIfPresent()
        let telephone = row.textIfPresent()
        let telephoneExtension = row.textIfPresent()
        guard let firstName, let lastName, let email else { return nil }
        self.init(
            firstName: firstName, lastName: lastName, email: email, jobTitle: jobTitle,
            telephone: telephone, telephoneExtension: telephoneExtension)
    }

    var values: [SQLValue] {
        [
            .text(firstName), .text(lastName), .text(email), .text(jobTitle), .text(telephone),
            .text(telephoneExtension),
        ]
    }
}

package struct NewOrganization: Sendable {
    package let accountID: ID<Account>
    package let containerID: ID<Container>
    package let name: String
    package let assumedName: String?
    package let address: Organization.Address
    package let telephone: String?
    package let contact: Contact?
    package let validations: [Organization.Validation]

    package init(
        accountID: ID<Account>, containerID: ID<Container>, name: String, assumedName: String?,
        address: Organization.Address, telephone: String?, contact: Contact?,
        validations: [Organization.Validation]
    ) {
        self.accountID = accountID
        self.containerID = containerID
        self.name = name
        self.assumedName = assumedName
        self.address = address
        self.telephone = telephone
        self.contact = contact
        self.validations = validations
    }
}

package enum OrganizationProperty: String, ListProperty {
    case id
    case name
    case status
    case validation
    case search
    case containerID = "container_id"
    case containerIDForOrganization = "container_id_for_organization"

    package var form: ListForm {
        switch self {
        case .id, .containerID, .containerIDForOrganization: .integer
        case .name: .text
        case .search: .idOrFragment
        // Older clients say `approved`.
        case .status: .words(["active": ["1"], "approved": ["1"], "inactive": ["0"]])
        case .validation: .words(["pending": ["1"], "not_pending": ["0"]])
        }
    }

    package var condition: String {
        switch self {
        case .id: "g.id {}"
        case .name: "g.name {}"
        case .status: "CAST(g.is_active AS TEXT) {}"
        case .validation:
            """
            CASE WHEN EXISTS (SELECT 1 FROM organization_validations v \
            WHERE v.organization_id = g.id AND v.valid_until IS NULL) \
            THEN '1' ELSE '0' END {}
            """
        case .search: "g.name {}"
        case .containerID: "g.container_id {}"
        // A container may order for those that it is reserved for; one that is reserved for none,
        // for the organizations of its own and of the root's.
        case .containerIDForOrganization:
            """
            EXISTS (SELECT 1 FROM containers k WHERE k.account_id = g.account_id \
            AND CASE WHEN EXISTS \
            (SELECT 1 FROM container_organizations u WHERE u.container_id = k.id) \
            THEN EXISTS (SELECT 1 FROM container_organizations u \
            WHERE u.container_id = k.id AND u.organization_id = g.id) \
            ELSE k.parent_id IS NULL OR k.id = g.container_id \
            OR g.container_id IN (SELECT r.id FROM containers r WHERE r.parent_id IS NULL) END \
            AND k.id {})
            """
        }
    }

    package func condition(for match: ListMatch) -> String {
        guard self == .search, case .equals = match else { return condition }
        return "g.id {}"
    }

    package var order: String? {
        switch self {
        case .id, .name: "g.\(rawValue)"
        case .status: "g.is_active"
        case .containerID: "g.container_id"
        case .validation, .search, .containerIDForOrganization: nil
        }
    }
}

extension Transaction {
    package func organization(_ id: ID<Organization>) throws -> Organization? {
        let found = try row(
            "SELECT \(Organization.columns) FROM organizations g WHERE g.id = $1", [.id(id)]
        ) { Organization(row: &$0) }
        return try found.map { $0.validated(try validations(of: [$0.id])[$0.id] ?? []) }
    }

    package func organizations(
        in scope: Scope, _ query: ListQuery<OrganizationProperty>
    ) throws -> Listed<Organization> {
        var conditions = Conditions()
        conditions.add("g.account_id {}", .id(scope.accountID))
        let listed = try list(
            query, columns: Organization.columns, from: ListSource("organizations g", key: "g.id"),
            conditions: conditions
        ) { Organization(row: &$0) }
        let validations = try validations(of: listed.elements.map(\.id))
        return listed.map { $0.validated(validations[$0.id] ?? []) }
    }

    /// Those of all organizations on a page at once: one by one, an engine behind a network would
    /// take as long as it is away.
    package func validations(
        of ids: [ID<Organization>]
    ) throws -> [ID<Organization>: [Organization.Validation]] {
        guard !ids.isEmpty else { return [:] }
        var conditions = Conditions()
        conditions.add("organization_id {}", among: ids)
        var found: [ID<Organization>: [Organization.Validation]] = [:]
        try each(
            """
            SELECT organization_id, type, created_at, valid_until FROM organization_validations\
            \(conditions.clause) ORDER BY organization_id, type
            """, conditions.values
        ) { row in
            found[row.id(), default: []].append(
                Organization.Validation(
                    type: try row.word(), createdAt: row.date(), validUntil: row.dateIfPresent()))
        }
        return found
    }

    package func insert(_ new: NewOrganization) throws -> ID<Organization> {
        let address = new.address
        let contact = new.contact?.values ?? Array(repeating: .null, count: 6)
        let id: ID<Organization> = try insert(
            """
            INSERT INTO organizations (id, account_id, container_id, name, assumed_name, street,
              street2, city, state, zip, country, telephone, is_active, contact_first_name,
              contact_last_name, contact_email, contact_job_title, contact_telephone,
              contact_telephone_extension)
            VALUES ({next organizations}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13,
              $14, $15, $16, $17) RETURNING id
            """,
            [
                .id(new.accountID), .id(new.containerID), .text(new.name), .text(new.assumedName),
                .text(address.street), .text(address.street2), .text(address.city),
                .text(address.state), .text(address.zip), .text(address.country),
                .text(new.telephone),
            ] + contact)
        for validation in new.validations { try save(validation, of: id) }
        return id
    }

    package func save(_ validation: Organization.Validation, of id: ID<Organization>) throws {
        try post(
            """
            INSERT INTO organization_validations (organization_id, type, created_at, valid_until)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (organization_id, type)
            DO UPDATE SET valid_until = excluded.valid_until
            """,
            [
                .id(id), .text(validation.type.rawValue), .date(validation.createdAt),
                .date(validation.validUntil),
            ])
    }
}
