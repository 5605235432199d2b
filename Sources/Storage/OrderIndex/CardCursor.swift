/// The place after which a page begins, made ready for the cards.
struct CardCursor {
    private enum Part {
        case number(Int64)
        case name([UInt8])
    }

    private let parts: [Part]
    private let key: Int64
    private let pick: CardPick

    init(_ cursor: ListCursor, _ pick: CardPick) throws(NotInCards) {
        guard cursor.values.count == pick.keys.count else { throw NotInCards() }
        var parts: [Part] = []
        for (key, value) in zip(pick.keys, cursor.values) {
            switch (key.column, value) {
            case (.texts(let texts, _), .text(let text)):
                parts.append(.number(texts.rank(of: text)))
            case (.name, .text(let text)):
                parts.append(.name(Array(text.utf8) + [CardText.first]))
            case (.number(.certificateEnd), .null), (.kinds, .null), (.holders, .null):
                parts.append(.number(OrderCard.absent))
            case (.id, .integer(let number)), (.number, .integer(let number)),
                (.kinds, .integer(let number)), (.holders, .integer(let number)):
                parts.append(.number(number))
            default: throw NotInCards()
            }
        }
        self.parts = parts
        self.pick = pick
        key = cursor.key
    }

    /// How many cards of a mask do not come after it.
    func passed(_ mask: CardMask) -> Int {
        var passed = 0
        for number in pick.cards.drawers.indices {
            mask.each(drawer: number) { row in
                if order(number * Drawer.rowsMax + row) <= 0 { passed += 1 }
            }
        }
        return passed
    }

    /// Above 0 where the card at a place comes after it.
    private func order(_ place: Int) -> Int {
        for (key, part) in zip(pick.keys, parts) {
            let order =
                switch part {
                case .number(let number): key.number(place, pick.cards).order(number)
                case .name(let name): pick.cards.orderOfName(place, name)
                }
            if order != 0 { return key.isDescending ? -order : order }
        }
        let order = pick.cards.id(at: place).order(key)
        return pick.isDescending ? -order : order
    }
}
