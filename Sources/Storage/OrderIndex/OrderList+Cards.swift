package import OrderCore

extension Database {
    /// The list of orders: counted and chosen from the index where it is ready and knows all that
    /// is asked for, otherwise by SQL, with one and the same answer.
    package func orders(
        in scope: Scope, _ query: ListQuery<OrderProperty>, from index: OrderIndex
    ) async throws -> Listed<OrderEntry> {
        try await list(from: index) { tx, cards in
            try cards.flatMap { try tx.orders(in: scope, query, among: $0) }
                ?? tx.orders(in: scope, query)
        }
    }

    /// Runs a body on the cards as its snapshot has them, or without them.
    func list<Element: Sendable>(
        from index: OrderIndex,
        _ body: @escaping @Sendable (any Transaction, OrderCards?) throws -> Listed<Element>
    ) async throws -> Listed<Element> {
        let dialect = dialect
        for _ in 0..<OrderIndex.attemptsMax {
            do {
                return try await read { try body($0, try index.cards($0, dialect)) }
            } catch is IndexAhead {
                continue
            }
        }
        return try await read { try body($0, nil) }
    }
}

extension Transaction {
    /// `nil` where the cards do not hold what is asked for.
    func orders(
        in scope: Scope, _ query: ListQuery<OrderProperty>, among cards: OrderCards
    ) throws -> Listed<OrderEntry>? {
        do {
            let sort = query.sort.filter { $0.property.order != nil }
            let pick = CardPick(
                cards: cards,
                keys: try sort.map {
                    try CardKey(
                        $0.property, isDescending: $0.direction == .descending, cards)
                })
            let question = CardQuestion(cards, scope, now: query.now.milliseconds, self)
            let page = try CardPage(query, of: question.answer(query.filters), pick)
            let entries = try orders(page.ids.map { ID($0) })
            return Listed(elements: entries, total: page.total, next: page.next)
        } catch is NotInCards {
            return nil
        }
    }
}
