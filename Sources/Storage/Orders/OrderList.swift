import Foundation
package import OrderCore

/// An order as lists show it.
package struct OrderEntry: Sendable {
    package let order: Order
    package let certificate: Certificate
    package let containerName: String
    package let organizationName: String?
    package let duplicatesCount: Int
    package let reissuesCount: Int
    /// What was charged for it, less what was paid back.
    package var price: Money?
    package var customFields: [CustomFieldAnswer] = []
}

package enum OrderProperty: String, ListProperty {
    case id
    case orderID = "order_id"
    case status
    case organizationID = "organization_id"
    case productNameID = "product_name_id"
    case productName = "product_name"
    case productType = "product_type"
    case validTill = "valid_till"
    case validityYears = "validity_years"
    case userID = "user_id"
    case commonName = "common_name"
    case domainName = "domain_name"
    case dateCreated = "date_created"
    case containerID = "container_id"
    case metadataID = "metadata_id"
    case metadataValue = "metadata_value"
    case isRenewed = "is_renewed"
    case disableRenewalNotifications = "disable_renewal_notifications"
    case email
    case certificateID = "certificate_id"
    case origin
    case serialNumber = "serial_number"
    case search

    package var form: ListForm {
        switch self {
        case .id, .orderID, .organizationID, .userID, .containerID, .metadataID, .certificateID,
            .validityYears:
            .integer
        case .productNameID, .productName, .metadataValue, .email: .text
        case .commonName, .domainName, .search: .host
        case .isRenewed, .disableRenewalNotifications: .flag
        case .validTill, .dateCreated: .date
        case .serialNumber: .hex
        case .status: .words(Self.statuses)
        case .productType: .words(Self.productTypes)
        case .origin: .words(["certcentral": ["certcentral"], "migrated": ["migrated"]])
        }
    }

    /// `issued` also means those whose time is up, as in the contract.
    private static let statuses: [String: [String]] = {
        var words = Dictionary(
            uniqueKeysWithValues: OrderState.allCases.map { ($0.rawValue, [$0.rawValue]) })
        for unused in ["processing", "denied", "approved", "renewed", "not_renewed"] {
            words[unused] = []
        }
        words["expired"] = ["expired"]
        return words
    }()

    private static let productTypes: [String: [String]] = Dictionary(
        grouping: ProductCatalog.all, by: \.type
    ).mapValues { $0.map(\.nameID) }

    /// As its index has it, letter by letter.
    private static let years = "(CASE o.length_unit WHEN 'years' THEN o.length_value END)"

    package var condition: String {
        switch self {
        case .id, .orderID: "o.id {}"
        case .status: "o.state {}"
        case .productNameID, .productType: "o.product {}"
        case .productName: "o.product_name {}"
        case .validTill: "o.certificate_valid_till {}"
        case .validityYears: "\(Self.years) {}"
        case .organizationID, .userID, .commonName, .containerID, .disableRenewalNotifications:
            "o.\(rawValue) {}"
        case .domainName: "o.id IN (SELECT n.order_id FROM order_names n WHERE n.name {})"
        case .dateCreated: "o.created_at {}"
        case .metadataID:
            """
            o.id IN (SELECT v.order_id FROM order_custom_fields v WHERE v.custom_field_id {})
            """
        case .metadataValue:
            "o.id IN (SELECT v.order_id FROM order_custom_fields v WHERE v.value {})"
        case .isRenewed: "(CASE WHEN o.renewed_by IS NULL THEN 0 ELSE 1 END) {}"
        case .email:
            """
            o.user_id IN (SELECT u.id FROM users u WHERE u.account_id = {account} AND u.email {})
            """
        case .certificateID: "o.id IN (SELECT x.order_id FROM certificates x WHERE x.id {})"
        case .origin: "'certcentral' {}"
        case .serialNumber: "o.id IN (SELECT x.order_id FROM certificates x WHERE x.serial {})"
        case .search:
            """
            o.id IN (SELECT s.id FROM orders s WHERE s.account_id = {account} \
            AND s.common_name {} \
            UNION SELECT n.order_id FROM order_names n WHERE n.name {} \
            UNION SELECT s.id FROM orders s WHERE s.account_id = {account} AND s.user_id IN \
            (SELECT u.id FROM users u WHERE u.account_id = {account} AND u.email {}))
            """
        }
    }

    /// That time is up is no state: it is told by the calendar.
    package func condition(for match: ListMatch) -> String {
        guard self == .status, case .equals(.text(let status)) = match else { return condition }
        return switch status {
        case "expired": "(o.state = 'issued' AND o.valid_till < {now} AND 'expired' {})"
        case "pending": "(o.state {} AND o.awaits IS NULL)"
        case "needs_csr", "waiting_pickup": "o.awaits {}"
        default: condition
        }
    }

    package var order: String? {
        switch self {
        case .id, .orderID: "o.id"
        case .dateCreated: "o.created_at"
        case .commonName: "o.common_name"
        case .status: "o.state"
        case .validityYears: "\(Self.years) {}"
        case .productName: "o.product_name"
        case .productNameID: "o.product"
        case .validTill: "o.certificate_valid_till {}"
        case .organizationID: "o.organization_id {}"
        case .containerID, .userID: "o.\(rawValue)"
        case .productType, .domainName, .metadataID, .metadataValue, .isRenewed,
            .disableRenewalNotifications, .email, .certificateID, .origin, .serialNumber, .search:
            nil
        }
    }

    package static var joint: JointFilters<Self>? {
        JointFilters(
            condition: "o.id IN (SELECT v.order_id FROM order_custom_fields v WHERE {})",
            columns: [.metadataID: "v.custom_field_id", .metadataValue: "v.value"])
    }
}

extension Transaction {
    /// All there are, of whatever account.
    package func ordersCount() throws -> Int {
        try rows("SELECT count(*) FROM orders", []) { $0.int() }[0]
    }
}

extension Transaction {
    package func orders(in scope: Scope, _ query: ListQuery<OrderProperty>) throws -> Listed<
        OrderEntry
    > {
        var conditions = Conditions()
        conditions.add(
            scope, account: "o.account_id", container: "o.container_id", owner: "o.user_id")
        let listed = try list(
            query, columns: OrderEntry.columns, from: OrderEntry.source, conditions: conditions
        ) { try OrderEntry(row: &$0) }
        let entries = try withCustomFields(listed.elements)
        return Listed(elements: entries, total: listed.total, next: listed.next)
    }

    /// The entries of orders that were chosen already, in the order given. All of them are there.
    func orders(_ ids: [ID<Order>]) throws -> [OrderEntry] {
        guard !ids.isEmpty else { return [] }
        var conditions = Conditions()
        conditions.add("o.id {}", among: ids)
        var entries: [ID<Order>: OrderEntry] = [:]
        try each(
            """
            SELECT \(OrderEntry.columns) FROM \(OrderEntry.source.everything)\
            \(conditions.clause)
            """, conditions.values
        ) { row in
            let entry = try OrderEntry(row: &row)
            entries[entry.order.id] = entry
        }
        return try withCustomFields(
            ids.map { id in
                guard let entry = entries[id] else { throw IndexAhead() }
                return entry
            })
    }

    private func withCustomFields(_ entries: [OrderEntry]) throws -> [OrderEntry] {
        let answers = try customFields(of: entries.map(\.order.id))
        return entries.map { entry in
            var entry = entry
            entry.customFields = answers[entry.order.id] ?? []
            return entry
        }
    }

    /// The custom fields of the orders on a page.
    private func customFields(of ids: [ID<Order>]) throws -> [ID<Order>: [CustomFieldAnswer]] {
        guard !ids.isEmpty else { return [:] }
        var conditions = Conditions()
        conditions.add("v.order_id {}", in: ids.map { .id($0) })
        let rows: [(ID<Order>, CustomFieldAnswer)] = try rows(
            """
            SELECT v.order_id, f.id, f.label, v.value
            FROM order_custom_fields v JOIN custom_fields f ON f.id = v.custom_field_id\
            \(conditions.clause) ORDER BY v.order_id, f.id
            """, conditions.values
        ) { ($0.id(), CustomFieldAnswer(fieldID: $0.id(), label: $0.text(), value: $0.text())) }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }
}
