/// Which cards are on a page.
struct CardPage {
    let total: Int
    let ids: [Int64]
    let next: ListCursor?

    /// - Parameters:
    ///   - mask: what the filters leave.
    ///   - pick: the order of the list.
    init<Property, Key>(
        _ query: ListQuery<Property>, of mask: CardMask, _ pick: CardPick<Key>
    ) throws(NotInCards) {
        let cards = pick.cards
        total = mask.count
        let begin = try query.cursor.map { cursor throws(NotInCards) in
            try CardCursor(cursor, pick).passed(mask)
        }
        let first = min(begin ?? query.page.offset, total)
        let end = min(first + query.page.limit, total)
        let places = pick.places(first..<end, of: mask)
        ids = places.map { cards.id(at: $0) }
        if let last = places.last, end < total {
            next = ListCursor(
                order: query.orderText, values: pick.keys.map { $0.value(last, cards) },
                key: cards.id(at: last))
        } else {
            next = nil
        }
    }
}
