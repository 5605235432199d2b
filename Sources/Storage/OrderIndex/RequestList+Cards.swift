package import OrderCore

extension Database {
    /// The list of requests: from the index where it is ready, otherwise by SQL, with one and the
    /// same answer.
    package func requests(
        in scope: Scope, _ query: ListQuery<RequestProperty>, from index: OrderIndex
    ) async throws -> Listed<RequestEntry> {
        try await list(from: index) { tx, cards in
            try cards.flatMap { try tx.requests(in: scope, query, among: $0) }
                ?? tx.requests(in: scope, query)
        }
    }
}

extension Transaction {
    /// `nil` where the cards do not hold what is asked for.
    func requests(
        in scope: Scope, _ query: ListQuery<RequestProperty>, among cards: OrderCards
    ) throws -> Listed<RequestEntry>? {
        do {
            let sort = query.sort.filter { $0.property.order != nil }
            let pick = CardPick(cards: cards.requests, keys: try sort.map { try RequestKey($0) })
            let question = RequestQuestion(cards, scope, now: query.now.milliseconds, self)
            let page = try CardPage(query, of: question.answer(query.filters), pick)
            let entries = try requestEntries(page.ids.map { ID($0) })
            return Listed(elements: entries, total: page.total, next: page.next)
        } catch is NotInCards {
            return nil
        }
    }
}
