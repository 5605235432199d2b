package import OrderCore

extension Database {
    /// Orders of subaccounts: from the index where it is ready, otherwise by SQL, with one and the
    /// same answer.
    package func subaccountOrders(
        of ancestor: ID<Account>, _ query: ListQuery<SubaccountOrderProperty>,
        from index: OrderIndex
    ) async throws -> Listed<SubaccountEntry> {
        try await list(from: index) { tx, cards in
            try cards.flatMap { try tx.subaccountOrders(of: ancestor, query, among: $0) }
                ?? tx.subaccountOrders(of: ancestor, query)
        }
    }
}

extension Transaction {
    /// `nil` where the cards do not hold what is asked for.
    func subaccountOrders(
        of ancestor: ID<Account>, _ query: ListQuery<SubaccountOrderProperty>,
        among cards: OrderCards
    ) throws -> Listed<SubaccountEntry>? {
        do {
            let question = try SubaccountQuestion(
                cards, ancestor, now: query.now.milliseconds, self)
            let sort = query.sort.filter { $0.property.order != nil }
            let pick = CardPick(cards: cards, keys: try sort.map { try question.key($0) })
            let page = try CardPage(query, of: question.answer(query.filters), pick)
            let entries = try subaccountEntries(page.ids.map { ID($0) })
            return Listed(elements: entries, total: page.total, next: page.next)
        } catch is NotInCards {
            return nil
        }
    }
}

/// The filters of a list of subaccounts' orders, made ready for the cards.
private struct SubaccountQuestion {
    private let cards: OrderCards
    private let ancestor: ID<Account>
    private let orders: CardQuestion
    private let tx: any Transaction
    /// Of each holder, whether it is a subaccount or one of a subaccount.
    private let isBelow: [Bool]
    /// Whether it is a subaccount: only of its orders all is shown, and may be asked for.
    private let isChild: [Bool]

    init(
        _ cards: OrderCards, _ ancestor: ID<Account>, now: Int64, _ tx: any Transaction
    ) throws {
        self.cards = cards
        self.ancestor = ancestor
        self.tx = tx
        orders = CardQuestion(cards, Scope(accountID: ancestor), now: now, tx)
        let below = try tx.accounts(below: ancestor)
        isBelow = cards.holders.table { below[$0.account] != nil }
        isChild = cards.holders.table { below[$0.account] == ancestor.rawValue }
    }

    func key(_ sort: ListQuery<SubaccountOrderProperty>.Sort) throws(NotInCards) -> CardKey {
        guard let twin = sort.property.twin else { throw NotInCards() }
        return try CardKey(
            twin, isDescending: sort.direction == .descending, cards, isShown: isChild)
    }

    func answer(_ filters: [ListQuery<SubaccountOrderProperty>.Filter]) throws -> CardMask {
        var mask = cards.mask(ofHolders: isBelow)
        for filter in filters {
            var found = CardMask(drawers: cards.drawers.count)
            if filter.property.isOfChildrenOnly {
                var children = CardMask(drawers: cards.drawers.count)
                CardTest.holders(isChild).mark(&children, in: cards, of: mask)
                mask = children
            }
            for match in filter.matches {
                for test in try tests(filter.property, match) {
                    test.mark(&found, in: cards, of: mask)
                }
            }
            mask = found
        }
        return mask
    }

    private func tests(
        _ property: SubaccountOrderProperty, _ match: ListMatch
    ) throws -> [CardTest] {
        if let twin = property.twin { return try orders.tests(twin, match) }
        let accounts = try tx.accounts(below: ancestor, property, match)
        return [.holders(cards.holders.table { accounts[$0.account] != nil })]
    }
}
