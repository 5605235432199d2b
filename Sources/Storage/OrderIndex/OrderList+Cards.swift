package import OrderCore

extension Database {
    /// The list of orders: counted and chosen from the index where it is ready and knows all that
    /// is asked for, otherwise by SQL, with one and the same answer.
    package func orders(
        in scope: Scope, _ query: ListQuery<OrderProperty>, from index: OrderIndex
    ) async throws -> Listed<OrderEntry> {
        let dialect = dialect
        for _ in 0..<OrderIndex.attemptsMax {
            do {
                return try await read { tx in
                    guard let cards = try index.cards(tx, dialect),
                        let listed = try tx.orders(in: scope, query, among: cards)
                    else { return try tx.orders(in: scope, query) }
                    return listed
                }
            } catch is IndexAhead {
                continue
            }
        }
        return try await read { try $0.orders(in: scope, query) }
    }
}

extension Transaction {
    /// `nil` where the cards do not hold what is asked for.
    func orders(
        in scope: Scope, _ query: ListQuery<OrderProperty>, among cards: OrderCards
    ) throws -> Listed<OrderEntry>? {
        do {
            let page = try CardPage(query, scope, cards, self)
            let entries = try orders(page.ids)
            return Listed(elements: entries, total: page.total, next: page.next)
        } catch is NotInCards {
            return nil
        }
    }
}

/// Which orders are on a page.
private struct CardPage {
    let total: Int
    let ids: [ID<Order>]
    let next: ListCursor?

    init(
        _ query: ListQuery<OrderProperty>, _ scope: Scope, _ cards: OrderCards,
        _ tx: any Transaction
    ) throws {
        let sort = query.sort.filter { $0.property.order != nil }
        let pick = CardPick(cards: cards, keys: try sort.map { try CardKey($0, cards) })
        let question = CardQuestion(cards, scope, now: query.now.milliseconds, tx)
        let mask = try question.answer(query.filters)
        total = mask.count
        let begin = try query.cursor.map { try CardCursor($0, pick).passed(mask) }
        let first = min(begin ?? query.page.offset, total)
        let end = min(first + query.page.limit, total)
        let places = pick.places(first..<end, of: mask)
        ids = places.map { ID(cards.id(at: $0)) }
        if let last = places.last, end < total {
            next = ListCursor(
                order: query.orderText, values: pick.keys.map { $0.value(last, cards) },
                key: cards.id(at: last))
        } else {
            next = nil
        }
    }
}
