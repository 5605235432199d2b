import Foundation
package import OrderCore

/// An order of a subaccount, or of a subaccount's subaccount, as its ancestor sees it.
package struct SubaccountEntry: Sendable {
    package let order: Order
    package let certificate: Certificate
    package let organization: Organization?
    package let account: Account
    package var costCents: Int
}

package enum SubaccountOrderProperty: String, ListProperty {
    case id
    case certificateID = "certificate_id"
    case validTill = "valid_till"
    case commonName = "common_name"
    case status
    case productNameID = "product_name_id"
    case dateCreated = "date_created"
    case subaccount
    case accountType = "account_type"
    case validityYears = "validity_years"

    /// The one that means the same in the list of an account's own orders.
    var twin: OrderProperty? { OrderProperty(rawValue: rawValue) }

    package var form: ListForm {
        switch self {
        case .subaccount: .idOrName
        case .accountType: .text
        case .id, .certificateID, .validTill, .commonName, .status, .productNameID, .dateCreated,
            .validityYears:
            twin!.form
        }
    }

    package var condition: String {
        switch self {
        case .subaccount: "a.organization_name {}"
        case .accountType: "a.kind {}"
        case .id, .status, .productNameID, .dateCreated, .validityYears, .certificateID,
            .commonName, .validTill:
            isOfChildrenOnly
                ? "(a.parent_id = {account} AND \(twin!.condition))" : twin!.condition
        }
    }

    /// What is not shown of a subaccount's subaccount cannot be asked for either: the letters of a
    /// name could be guessed one by one.
    var isOfChildrenOnly: Bool {
        switch self {
        case .certificateID, .commonName, .validTill: true
        case .id, .status, .productNameID, .dateCreated, .validityYears, .subaccount, .accountType:
            false
        }
    }

    package func condition(for match: ListMatch) -> String {
        switch self {
        case .status: return twin!.condition(for: match)
        case .subaccount:
            guard case .equals(.integer) = match else { return condition }
            return "a.id {}"
        case .id, .certificateID, .validTill, .commonName, .productNameID, .dateCreated,
            .validityYears, .accountType:
            return condition
        }
    }

    package var order: String? {
        switch self {
        case .id, .productNameID, .dateCreated, .validityYears: twin!.order
        // Nor does the order of the rows, or a cursor, tell of it.
        case .commonName:
            "(CASE WHEN a.parent_id = {account} THEN o.common_name END) {}"
        case .certificateID, .validTill, .status, .subaccount, .accountType: nil
        }
    }
}

extension Transaction {
    package func subaccountOrders(
        of ancestor: ID<Account>, _ query: ListQuery<SubaccountOrderProperty>
    ) throws -> Listed<SubaccountEntry> {
        var conditions = Conditions(account: ancestor)
        conditions.add(Self.descends, .id(ancestor))
        return try list(
            query, columns: Self.entryColumns, from: Self.entrySource,
            conditions: conditions
        ) { try SubaccountEntry(row: &$0) }
    }

    /// The entries of orders that were chosen already, in the order given. All of them are there.
    func subaccountEntries(_ ids: [ID<Order>]) throws -> [SubaccountEntry] {
        guard !ids.isEmpty else { return [] }
        var conditions = Conditions()
        conditions.add("o.id {}", among: ids)
        var entries: [ID<Order>: SubaccountEntry] = [:]
        try each(
            """
            SELECT \(Self.entryColumns) FROM \(Self.entrySource.everything)\
            \(conditions.clause)
            """, conditions.values
        ) { row in
            let entry = try SubaccountEntry(row: &row)
            entries[entry.order.id] = entry
        }
        return try ids.map { id in
            guard let entry = entries[id] else { throw IndexAhead() }
            return entry
        }
    }

    /// The parents of the accounts below one, two generations of them; of those only that pass,
    /// where something is asked of them.
    func accounts(
        below ancestor: ID<Account>, _ property: SubaccountOrderProperty? = nil,
        _ match: ListMatch? = nil
    ) throws -> [Int64: Int64] {
        var conditions = Conditions()
        conditions.add(term: Self.isBelow.replacing("{}", with: conditions.bind(.id(ancestor))))
        if let property, let match {
            conditions.add(property.condition(for: match).replacing(" {}", with: ""), match)
        }
        let found: [(Int64, Int64)] = try rows(
            "SELECT a.id, a.parent_id FROM accounts a\(conditions.clause)", conditions.values
        ) { ($0.long(), $0.long()) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    package func subaccountOrder(_ id: ID<Order>, of ancestor: ID<Account>) throws
        -> SubaccountEntry?
    {
        var conditions = Conditions()
        conditions.add("o.id {}", .id(id))
        conditions.add(Self.descends, .id(ancestor))
        return try row(
            "SELECT \(Self.entryColumns) FROM \(Self.entrySource.everything)\(conditions.clause)",
            conditions.values
        ) { try SubaccountEntry(row: &$0) }
    }

    private static var isBelow: String {
        """
        (a.parent_id = {} OR a.parent_id IN (SELECT p.id FROM accounts p WHERE p.parent_id = {}))
        """
    }

    /// Two generations: children and their children.
    private static var descends: String {
        """
        o.account_id IN (WITH ancestor (id) AS (SELECT p.id FROM accounts p WHERE p.id {}) \
        SELECT s.id FROM accounts s JOIN ancestor ON s.parent_id = ancestor.id \
        UNION ALL SELECT s.id FROM accounts s JOIN accounts p ON s.parent_id = p.id \
        JOIN ancestor ON p.parent_id = ancestor.id)
        """
    }

    private static var entryColumns: String {
        """
        \(Order.columns), \(Certificate.columns), \(Account.columns), \
        \(Order.priceColumn), \
        \(Organization.columns)
        """
    }

    private static var entrySource: ListSource {
        ListSource(
            "orders o", key: "o.id",
            joins: [
                "c": "JOIN certificates c ON c.id = o.primary_certificate_id",
                "a": "JOIN accounts a ON a.id = o.account_id",
                "g": "LEFT JOIN organizations g ON g.id = o.organization_id",
            ])
    }
}

extension SubaccountEntry {
    init(row: inout Columns) throws {
        order = try Order(row: &row)
        certificate = try Certificate(row: &row)
        account = try Account(row: &row)
        costCents = row.int()
        organization = Organization(rowIfPresent: &row)
    }
}
