import OrderCore

/// A property that the cards of requests are sorted by.
struct RequestKey: SortingKey {
    private enum Column {
        case id
        case created
        /// By the code of the standing.
        case standings(TextRanks)
    }

    private let column: Column
    let isDescending: Bool

    init(_ sort: ListQuery<RequestProperty>.Sort) throws(NotInCards) {
        isDescending = sort.direction == .descending
        column =
            switch sort.property {
            case .id: .id
            case .date: .created
            case .type: .standings(TextRanks(RequestCard.Standing.all.map(\.kind.rawValue)))
            case .status: .standings(TextRanks(RequestCard.Standing.all.map(\.state.rawValue)))
            case .containerID, .metadataID, .metadataValue, .search: throw NotInCards()
            }
    }

    var isByID: Bool { if case .id = column { true } else { false } }

    @inline(__always)
    func each(
        _ mask: CardMask, _ cards: RequestCards, _ body: (_ place: Int, _ value: Int64) -> Void
    ) {
        for (number, drawer) in cards.drawers.enumerated() {
            switch column {
            case .id: mask.each(drawer: number, drawer.ids, isDescending, body)
            case .created: mask.each(drawer: number, drawer.created, isDescending, body)
            case .standings(let texts):
                let flip: Int64 = isDescending ? -1 : 0
                let base = number * CardMask.rowsPerDrawer
                drawer.standings.withUnsafeBufferPointer { codes in
                    mask.each(drawer: number) {
                        body(base + $0, texts.ranks[Int(codes[$0])] ^ flip)
                    }
                }
            }
        }
    }

    func order(_ one: Int, _ other: Int, _ cards: RequestCards) -> Int {
        number(one, cards).order(number(other, cards))
    }

    private func number(_ place: Int, _ cards: RequestCards) -> Int64 {
        let drawer = cards.drawers[place / CardMask.rowsPerDrawer]
        let row = place % CardMask.rowsPerDrawer
        return switch column {
        case .id: drawer.ids[row]
        case .created: drawer.created[row]
        case .standings(let texts): texts.ranks[Int(drawer.standings[row])]
        }
    }

    func value(_ place: Int, _ cards: RequestCards) -> SQLValue {
        switch column {
        case .id, .created: .integer(number(place, cards))
        case .standings(let texts): .text(texts.text(of: number(place, cards)))
        }
    }

    func part(of value: SQLValue) throws(NotInCards) -> CursorPart {
        switch (column, value) {
        case (.id, .integer(let number)), (.created, .integer(let number)): .number(number)
        case (.standings(let texts), .text(let text)): .number(texts.rank(of: text))
        default: throw NotInCards()
        }
    }

    func order(_ place: Int, _ part: CursorPart, _ cards: RequestCards) -> Int {
        switch part {
        case .number(let other): number(place, cards).order(other)
        case .name: 0
        }
    }
}
