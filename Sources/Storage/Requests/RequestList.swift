package import OrderCore

/// A request as lists show it: with its people, and its order in few words.
package struct RequestEntry: Sendable {
    package let request: Request
    /// In whose name it was made.
    package let requester: UserReference
    /// Whether nobody made it: an order was renewed, or a certificate reissued, by itself.
    package let isAutomatic: Bool
    package let processor: UserReference?
    package let commonName: String
    package let product: Product
    package let containerID: ID<Container>
    package let containerName: String
    package let organizationID: ID<Organization>?
    package let organizationName: String?
}

package enum RequestProperty: String, ListProperty {
    case id
    case date
    case type
    case status
    case containerID = "container_id"
    case metadataID = "metadata_id"
    case metadataValue = "metadata_value"
    case search

    package var form: ListForm {
        switch self {
        case .id, .containerID, .metadataID: .integer
        case .date: .date
        case .type:
            .words(
                Dictionary(
                    uniqueKeysWithValues: RequestKind.allCases.map { ($0.rawValue, [$0.rawValue]) })
            )
        case .status:
            .words(
                Dictionary(
                    uniqueKeysWithValues: RequestState.allCases.map { ($0.rawValue, [$0.rawValue]) }
                ))
        case .metadataValue: .text
        case .search: .host
        }
    }

    package var condition: String {
        switch self {
        case .id: "r.id {}"
        case .date: "r.created_at {}"
        case .type: "r.kind {}"
        case .status: "r.state {}"
        case .containerID: "r.container_id {}"
        case .metadataID:
            """
            r.order_id IN (SELECT v.order_id FROM order_custom_fields v \
            WHERE v.custom_field_id {})
            """
        case .metadataValue:
            "r.order_id IN (SELECT v.order_id FROM order_custom_fields v WHERE v.value {})"
        case .search: "o.common_name {}"
        }
    }

    package var order: String? {
        switch self {
        case .id: "r.id"
        case .date: "r.created_at"
        case .type: "r.kind"
        case .status: "r.state"
        // It is the order's; no index could keep requests in its order.
        case .containerID, .metadataID, .metadataValue, .search: nil
        }
    }

    package static var joint: JointFilters<Self>? {
        JointFilters(
            condition: "r.order_id IN (SELECT v.order_id FROM order_custom_fields v WHERE {})",
            columns: [.metadataID: "v.custom_field_id", .metadataValue: "v.value"])
    }
}

extension Transaction {
    package func requests(
        in scope: Scope, _ query: ListQuery<RequestProperty>
    ) throws -> Listed<RequestEntry> {
        var conditions = Conditions()
        // An answered field names few orders, and their requests are found by them: with the sign,
        // no engine takes the index of the account instead.
        let isSought = query.filters.contains {
            $0.property == .metadataID || $0.property == .metadataValue
        }
        conditions.add(
            scope, account: isSought ? "+r.account_id" : "r.account_id",
            container: "r.container_id", owner: "r.owner_id")
        return try list(
            query, columns: RequestEntry.columns, from: RequestEntry.source,
            conditions: conditions
        ) { try RequestEntry(row: &$0) }
    }

    /// The entries of requests that were chosen already, in the order given. All of them are there.
    func requestEntries(_ ids: [ID<Request>]) throws -> [RequestEntry] {
        guard !ids.isEmpty else { return [] }
        var conditions = Conditions()
        conditions.add("r.id {}", among: ids)
        var entries: [ID<Request>: RequestEntry] = [:]
        try each(
            """
            SELECT \(RequestEntry.columns) FROM \(RequestEntry.source.everything)\
            \(conditions.clause)
            """, conditions.values
        ) { row in
            let entry = try RequestEntry(row: &row)
            entries[entry.request.id] = entry
        }
        return try ids.map { id in
            guard let entry = entries[id] else { throw IndexAhead() }
            return entry
        }
    }

    package func requestEntry(_ id: ID<Request>) throws -> RequestEntry? {
        try row(
            "SELECT \(RequestEntry.columns) FROM \(RequestEntry.source.everything) WHERE r.id = $1",
            [.id(id)]
        ) { try RequestEntry(row: &$0) }
    }
}

extension RequestEntry {
    static let columns = """
        \(Request.columns), u.id, u.first_name, u.last_name, u.email, o.common_name, o.product, \
        k.id, k.name, g.id, g.name, CASE WHEN m.request_id IS NULL THEN 0 ELSE 1 END, \
        p.id, p.first_name, p.last_name, p.email
        """

    static let source = ListSource(
        "requests r", key: "r.id",
        joins: [
            "o": "JOIN orders o ON o.id = r.order_id",
            "u": "JOIN users u ON u.id = r.requester_id",
            "k": "JOIN containers k ON k.id = o.container_id",
            "g": "LEFT JOIN organizations g ON g.id = o.organization_id",
            "m": "LEFT JOIN automatic_requests m ON m.request_id = r.id",
            "p": "LEFT JOIN users p ON p.id = r.processor_id",
        ])

    init(row: inout Columns) throws {
        request = try Request(row: &row)
        requester = UserReference(row: &row)
        commonName = row.text()
        product = try Product(column: row.text())
        containerID = row.id()
        containerName = row.text()
        organizationID = row.idIfPresent()
        organizationName = row.textIfPresent()
        isAutomatic = row.flag()
        processor = request.decision == nil ? nil : UserReference(row: &row)
    }
}
