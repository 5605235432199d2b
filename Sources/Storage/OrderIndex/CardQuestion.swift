import OrderCore

/// The filters of a list of orders, made ready for the cards. What the cards do not hold is looked
/// up first, where it comes to few: users by their e-mail addresses, orders by serial numbers.
struct CardQuestion {
    /// More orders than this are not looked up one by one.
    static let ordersMax = 2_000

    private let cards: OrderCards
    private let scope: Scope
    private let now: Int64
    private let tx: any Transaction

    init(_ cards: OrderCards, _ scope: Scope, now: Int64, _ tx: any Transaction) {
        self.cards = cards
        self.scope = scope
        self.now = now
        self.tx = tx
    }

    /// The cards in the scope that all filters leave.
    func answer(_ filters: [ListQuery<OrderProperty>.Filter]) throws -> CardMask {
        let alternatives = try filters.map { try tests($0) }
        var mask = cards.mask(
            ofHolders: cards.holders.table {
                $0.account == scope.accountID.rawValue
                    && (scope.containerIDs.isEmpty
                        || scope.containerIDs.contains(ID($0.container)))
                    && (scope.ownerID.map { [user = $0.user] in $0.rawValue == user } ?? true)
            })
        // What is quickly compared comes first, and leaves less to the others.
        for tests in alternatives.sorted(by: { !$0.readsText && $1.readsText }) {
            var found = CardMask(drawers: cards.drawers.count)
            for test in tests { test.mark(&found, in: cards, of: mask) }
            mask = found
        }
        return try ofOneField(filters, mask)
    }

    /// Leaves the orders for which one and the same custom field has all that is asked for. Of an
    /// order that has filled in several, its card does not tell; the database does.
    private func ofOneField(
        _ filters: [ListQuery<OrderProperty>.Filter], _ mask: CardMask
    ) throws -> CardMask {
        guard let parts = OrderProperty.joint?.parts(of: filters), !parts.isEmpty else {
            return mask
        }
        var several = CardMask(drawers: cards.drawers.count)
        CardTest.kinds(cards.kinds.table { $0.fields.count > 1 })
            .mark(&several, in: cards, of: mask)
        let places = several.places(0..<several.count, isDescending: false)
        if places.isEmpty { return mask }
        guard places.count <= Self.ordersMax else { throw NotInCards() }
        var query = ListQuery<OrderProperty>()
        query.filters = parts
        var conditions = Conditions()
        conditions.add("o.id {}", among: places.map { ID<Order>(cards.id(at: $0)) })
        conditions.add(query)
        let found = try tx.rows(
            "SELECT o.id FROM orders o\(conditions.clause)", conditions.values
        ) { $0.long() }
        var left = CardMask(drawers: cards.drawers.count)
        CardTest.kinds(cards.kinds.table { $0.fields.count <= 1 })
            .mark(&left, in: cards, of: mask)
        CardTest.orders(found).mark(&left, in: cards, of: several)
        return left
    }

    /// One of these has to pass.
    private func tests(_ filter: ListQuery<OrderProperty>.Filter) throws -> [CardTest] {
        if let few = try lookedUp(filter) { return [few] }
        return try filter.matches.flatMap { try tests(filter.property, $0) }
    }

    /// One of these has to pass.
    func tests(_ property: OrderProperty, _ match: ListMatch) throws -> [CardTest] {
        switch property {
        case .id, .orderID: [try number(.id, match)]
        case .dateCreated: [try number(.createdAt, match)]
        case .validTill: [try number(.certificateEnd, match)]
        case .status: [try status(match)]
        case .productNameID, .productType: [try kinds(match, \.product)]
        case .productName: [try kinds(match, \.productName)]
        case .validityYears: [try kinds(match) { [$0.years] }]
        case .isRenewed: [try kinds(match) { [$0.isRenewed ? 1 : 0] }]
        case .disableRenewalNotifications:
            [try kinds(match) { [$0.isWithoutNotices ? 1 : 0] }]
        case .metadataID: [try kinds(match) { $0.fields }]
        case .organizationID: [try holders(match, \.organization)]
        case .containerID: [try holders(match, \.container)]
        case .userID: [try holders(match, \.user)]
        case .commonName:
            [try match.search([CardText.commonNameFound, CardText.commonNameOnly])]
        case .domainName: [try match.search([CardText.commonNameFound, CardText.name])]
        case .metadataValue: [try match.search([CardText.value])]
        case .email: [try holders(email: match)]
        case .search:
            [
                try match.search([
                    CardText.commonNameFound, CardText.commonNameOnly, CardText.name,
                ]),
                try holders(email: match),
            ]
        case .origin:
            try match.holds("certcentral") ? [.number(.id, .min ... .max)] : [.nothing]
        case .certificateID: [try match.range.map { .certificates($0) } ?? .nothing]
        case .serialNumber: throw NotInCards()
        }
    }

    private func number(_ column: CardColumn, _ match: ListMatch) throws -> CardTest {
        try match.range.map { .number(column, $0) } ?? .nothing
    }

    private func kinds(
        _ match: ListMatch, _ numbers: (OrderCard.Kind) -> [Int64]
    ) throws -> CardTest {
        guard let range = try match.range else { return .nothing }
        return .kinds(cards.kinds.table { numbers($0).contains { range.contains($0) } })
    }

    private func kinds(
        _ match: ListMatch, _ text: KeyPath<OrderCard.Kind, String>
    ) throws -> CardTest {
        .kinds(try cards.kinds.values.map { try match.holds($0[keyPath: text]) })
    }

    private func holders(
        _ match: ListMatch, _ number: KeyPath<OrderCard.Holder, Int64>
    ) throws -> CardTest {
        guard let range = try match.range else { return .nothing }
        return .holders(cards.holders.table { range.contains($0[keyPath: number]) })
    }

    /// As ``OrderProperty/condition(for:)`` has it.
    private func status(_ match: ListMatch) throws -> CardTest {
        guard case .equals(.text(let status)) = match else {
            return try kinds(match, \.state)
        }
        return switch status {
        case "expired":
            .overdue(cards.kinds.table { $0.state == "issued" }, before: now)
        case "pending": .kinds(cards.kinds.table { $0.state == status && $0.awaits == nil })
        case "needs_csr", "waiting_pickup": .kinds(cards.kinds.table { $0.awaits == status })
        default: .kinds(cards.kinds.table { $0.state == status })
        }
    }

    /// By the e-mail address of the user.
    private func holders(email match: ListMatch) throws -> CardTest {
        var conditions = Conditions()
        conditions.add("u.account_id {}", .id(scope.accountID))
        conditions.add("u.email", match)
        let users = Set(
            try tx.rows("SELECT u.id FROM users u\(conditions.clause)", conditions.values) {
                $0.long()
            })
        return .holders(cards.holders.table { users.contains($0.user) })
    }

    /// The orders that a filter is about, where an index of the database finds them and they are
    /// few.
    private func lookedUp(_ filter: ListQuery<OrderProperty>.Filter) throws -> CardTest? {
        let place: (column: String, table: String, key: String)
        switch filter.property {
        case .commonName: place = ("o.common_name", "orders o", "o.id")
        case .domainName: place = ("n.name", "order_names n", "n.order_id")
        case .metadataValue: place = ("v.value", "order_custom_fields v", "v.order_id")
        case .serialNumber: place = ("x.serial", "certificates x", "x.order_id")
        default: return nil
        }
        var ids: [Int64] = []
        for match in filter.matches {
            if case .contains = match { return nil }
            var conditions = Conditions()
            if filter.property == .commonName {
                conditions.add("o.account_id {}", .id(scope.accountID))
            }
            conditions.add(place.column, match)
            ids += try tx.rows(
                """
                SELECT \(place.key) FROM \(place.table)\(conditions.clause) \
                LIMIT \(Self.ordersMax + 1)
                """, conditions.values
            ) { $0.long() }
            if ids.count > Self.ordersMax { return nil }
        }
        return .orders(ids)
    }
}

extension OrderCards {
    /// The orders of holders that a table has.
    func mask(ofHolders table: [Bool]) -> CardMask {
        var mask = CardMask(drawers: drawers.count)
        CardTest.holders(table).mark(&mask, in: self, of: CardMask(allOf: drawers.count))
        return mask
    }
}

extension [CardTest] {
    fileprivate var readsText: Bool {
        contains { if case .text = $0 { true } else { false } }
    }
}
