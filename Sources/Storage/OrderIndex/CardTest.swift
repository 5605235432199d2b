/// One comparison, made ready for the cards.
enum CardTest {
    /// By the number of a card's kind.
    case kinds([Bool])
    /// By the number of its kind, and its time is up.
    case overdue([Bool], before: Int64)
    /// By the number of its holder.
    case holders([Bool])
    case number(CardColumn, ClosedRange<Int64>)
    /// By the ids of their certificates.
    case certificates(ClosedRange<Int64>)
    /// By their ids.
    case orders([Int64])
    case text(TextSearch)
    case nothing

    /// Adds to a mask those of the candidates that pass.
    func mark(_ mask: inout CardMask, in cards: OrderCards, of candidates: CardMask) {
        switch self {
        case .nothing: return
        case .orders(let ids):
            for place in ids.compactMap({ cards.place(of: $0) })
            where candidates.contains(place) { mask.insert(place) }
        case .kinds, .overdue, .holders, .number, .certificates, .text:
            for (number, drawer) in cards.drawers.enumerated() {
                mark(&mask, in: drawer, number, of: candidates)
            }
        }
    }

    private func mark(
        _ mask: inout CardMask, in drawer: Drawer, _ number: Int, of candidates: CardMask
    ) {
        let count = drawer.count
        switch self {
        case .kinds(let table): mask.add(drawer: number, drawer.kinds, table, of: candidates)
        case .holders(let table):
            mask.add(drawer: number, drawer.holders, table, of: candidates)
        case .overdue(let table, let now):
            let isIssued = drawer.kinds.table(table)
            drawer.termEnds.withPlanes { ends in
                drawer.kinds.rows.withUnsafeBufferPointer { kinds in
                    mask.add(drawer: number, of: candidates) { row in
                        row < count && isIssued[Int(kinds[row])] && ends.number(row) < now
                    }
                }
            }
        case .number(let column, let range):
            mask.add(drawer: number, column.values(drawer), range, of: candidates)
        case .certificates(let range):
            drawer.certificates.mark(&mask, drawer: number, range, of: candidates)
        case .text(let search):
            search.each(in: drawer) { row in
                let place = number * CardMask.rowsPerDrawer + row
                if candidates.contains(place) { mask.insert(place) }
            }
        case .orders, .nothing: return
        }
    }
}

extension CardMask {
    /// Adds the rows of a drawer whose shared number a table has.
    mutating func add(
        drawer: Int, _ column: SharedColumn, _ table: [Bool], of candidates: CardMask
    ) {
        let holds = column.table(table)
        guard holds.contains(true) else { return }
        let count = column.rows.count
        column.rows.withUnsafeBufferPointer { rows in
            holds.withUnsafeBufferPointer { holds in
                add(drawer: drawer, of: candidates) { row in
                    row < count && holds[Int(rows[row])]
                }
            }
        }
    }

    /// Adds the rows of a drawer whose number is in a range.
    mutating func add(
        drawer: Int, _ column: NumberColumn, _ range: ClosedRange<Int64>, of candidates: CardMask
    ) {
        let count = column.count
        column.withPlanes { planes in
            guard let codes = planes.codes(of: range) else { return }
            let (from, span) = (codes.lowerBound, codes.upperBound - codes.lowerBound)
            add(drawer: drawer, of: candidates) { row in
                row < count && planes.code(row) &- from <= span
            }
        }
    }
}

/// The columns of numbers that are compared as they are.
enum CardColumn {
    case id
    case createdAt
    case certificateEnd

    func values(_ drawer: Drawer) -> NumberColumn {
        switch self {
        case .id: drawer.ids
        case .createdAt: drawer.created
        case .certificateEnd: drawer.certificateEnds
        }
    }
}

extension ListMatch {
    /// The numbers that it holds for; a number that is absent is never among them.
    var range: ClosedRange<Int64>? {
        get throws(NotInCards) {
            switch self {
            case .equals(.integer(let value)): value...value
            case .equals(.null): nil
            case .above(.integer(let value)): value == .max ? nil : (value + 1)...(.max)
            case .below(.integer(let value)):
                value <= OrderCard.absent + 1 ? nil : (OrderCard.absent + 1)...(value - 1)
            case .between(.integer(let low), .integer(let high)):
                low <= high ? max(low, OrderCard.absent + 1)...high : nil
            default: throw NotInCards()
            }
        }
    }

    /// Whether it holds for a text.
    func holds(_ text: String) throws(NotInCards) -> Bool {
        switch self {
        case .equals(.text(let other)): text.utf8.elementsEqual(other.utf8)
        case .equals(.null): false
        case .contains(let needle): TextSearch.holds(text, needle)
        default: throw NotInCards()
        }
    }

    func search(_ ends: [UInt8]) throws(NotInCards) -> CardTest {
        switch self {
        case .equals(.text(let text)) where !text.utf8.contains(0):
            .text(TextSearch(text, .equals, in: ends))
        case .equals(.null): .nothing
        case .contains(let text) where !text.utf8.contains(0):
            .text(TextSearch(text, .contains, in: ends))
        default: throw NotInCards()
        }
    }
}

/// A question that the cards cannot answer; SQL can.
struct NotInCards: Error {}
