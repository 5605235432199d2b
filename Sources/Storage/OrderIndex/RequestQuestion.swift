import OrderCore

/// The filters of a list of requests, made ready for the cards: what they say of the order chooses
/// orders, and requests by those.
struct RequestQuestion {
    private let cards: OrderCards
    private let orders: CardQuestion

    init(_ cards: OrderCards, _ scope: Scope, now: Int64, _ tx: any Transaction) {
        self.cards = cards
        orders = CardQuestion(cards, scope, now: now, tx)
    }

    /// The cards in the scope that all filters leave.
    func answer(_ filters: [ListQuery<RequestProperty>.Filter]) throws -> CardMask {
        let requests = cards.requests
        var aboutOrders: [ListQuery<OrderProperty>.Filter] = []
        var mask = CardMask(drawers: requests.drawers.count)
        for (number, drawer) in requests.drawers.enumerated() {
            mask.insert(first: drawer.count, drawer: number)
        }
        for filter in filters {
            if let property = filter.property.ofOrder {
                aboutOrders.append(.init(property, filter.matches))
                continue
            }
            var found = CardMask(drawers: requests.drawers.count)
            for match in filter.matches { try add(filter.property, match, to: &found, of: mask) }
            mask = found
        }
        let chosen = try orders.answer(aboutOrders)
        if chosen.count < cards.count { keep(try ChosenOrders(chosen, cards), in: &mask) }
        return mask
    }

    private func add(
        _ property: RequestProperty, _ match: ListMatch, to found: inout CardMask, of mask: CardMask
    ) throws {
        let standings: [Bool]
        switch property {
        case .id, .date:
            guard let range = try match.range else { return }
            for (number, drawer) in cards.requests.drawers.enumerated() {
                found.add(
                    drawer: number, property == .id ? drawer.ids : drawer.created, range, of: mask)
            }
            return
        case .type:
            standings = try RequestCard.Standing.all.map { try match.holds($0.kind.rawValue) }
        case .status:
            standings = try RequestCard.Standing.all.map { try match.holds($0.state.rawValue) }
        case .containerID, .metadataID, .metadataValue, .search: throw NotInCards()
        }
        for (number, drawer) in cards.requests.drawers.enumerated() {
            drawer.standings.withUnsafeBufferPointer { codes in
                found.add(drawer: number, of: mask) { standings[Int(codes[$0])] }
            }
        }
    }

    /// Leaves the requests about chosen orders.
    private func keep(_ chosen: ChosenOrders, in mask: inout CardMask) {
        var kept = CardMask(drawers: cards.requests.drawers.count)
        for (number, drawer) in cards.requests.drawers.enumerated() {
            drawer.orders.withPlanes { orders in
                chosen.withIDs { ids in
                    kept.add(drawer: number, of: mask) { ids.contains(orders.number($0)) }
                }
            }
        }
        mask = kept
    }
}

extension RequestProperty {
    /// The property of the order that it means.
    fileprivate var ofOrder: OrderProperty? {
        switch self {
        case .containerID: .containerID
        case .metadataID: .metadataID
        case .metadataValue: .metadataValue
        case .search: .commonName
        case .id, .date, .type, .status: nil
        }
    }
}

/// A choice of orders that is asked by their ids: one bit for each id between the lowest and the
/// highest there is.
struct ChosenOrders {
    /// Ids that are further apart than this would take too much memory; nobody's are.
    static let spanMax = 1 << 28

    private let lowest: Int64
    private let words: [UInt64]

    init(_ mask: CardMask, _ cards: OrderCards) throws(NotInCards) {
        let lowest = cards.drawers.first?.ids.first ?? 0
        let span = (cards.drawers.last?.ids.last ?? 0) - lowest
        guard span < Self.spanMax else { throw NotInCards() }
        var words = [UInt64](repeating: 0, count: Int(span) / 64 + 1)
        words.withUnsafeMutableBufferPointer { words in
            for (number, drawer) in cards.drawers.enumerated() {
                drawer.ids.withPlanes { ids in
                    mask.each(drawer: number) { row in
                        let place = Int(ids.number(row) - lowest)
                        words[place >> 6] |= 1 << UInt64(place & 63)
                    }
                }
            }
        }
        self.lowest = lowest
        self.words = words
    }

    @inline(__always)
    func withIDs(_ body: (IDs) -> Void) {
        words.withUnsafeBufferPointer { body(IDs(lowest: lowest, words: $0)) }
    }

    struct IDs {
        let lowest: Int64
        let words: UnsafeBufferPointer<UInt64>

        @inline(__always)
        func contains(_ id: Int64) -> Bool {
            let place = Int(id &- lowest)
            return place >= 0 && place >> 6 < words.count
                && words[place >> 6] >> UInt64(place & 63) & 1 == 1
        }
    }
}
