/// What a cursor keeps of one property, made ready for the cards.
enum CursorPart {
    case number(Int64)
    case name([UInt8])
}

/// The place after which a page begins, made ready for the cards.
struct CardCursor<Key: SortingKey> {
    private let parts: [CursorPart]
    private let key: Int64
    private let pick: CardPick<Key>

    init(_ cursor: ListCursor, _ pick: CardPick<Key>) throws(NotInCards) {
        guard cursor.values.count == pick.keys.count else { throw NotInCards() }
        var parts: [CursorPart] = []
        for (key, value) in zip(pick.keys, cursor.values) { parts.append(try key.part(of: value)) }
        self.parts = parts
        self.pick = pick
        key = cursor.key
    }

    /// How many cards of a mask do not come after it.
    func passed(_ mask: CardMask) -> Int {
        var passed = 0
        for number in pick.cards.drawers.indices {
            mask.each(drawer: number) { row in
                if order(number * CardMask.rowsPerDrawer + row) <= 0 { passed += 1 }
            }
        }
        return passed
    }

    /// Above 0 where the card at a place comes after it.
    private func order(_ place: Int) -> Int {
        for (key, part) in zip(pick.keys, parts) {
            let order = key.order(place, part, pick.cards)
            if order != 0 { return key.isDescending ? -order : order }
        }
        let order = pick.cards.id(at: place).order(key)
        return pick.isDescending ? -order : order
    }
}
