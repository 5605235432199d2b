/// Cards in the order of their ids, in drawers: a change moves octets in its drawer only.
struct Cabinet<Drawer: CardDrawer>: Sendable {
    private(set) var drawers: [Drawer]
    private let rowsPerDrawer: Int

    init(_ drawers: [Drawer], rowsPerDrawer: Int) {
        self.drawers = drawers
        self.rowsPerDrawer = rowsPerDrawer
    }

    var count: Int { drawers.reduce(0) { $0 + $1.ids.count } }

    /// About how much memory it takes.
    var octets: Int { drawers.reduce(0) { $0 + $1.octets } }

    /// Adds a card, or puts it in the place of the one with its id.
    mutating func put(_ card: Drawer.Card) {
        let id = Drawer.id(of: card)
        if drawers.isEmpty { drawers.append(Drawer()) }
        var number = drawers.lastIndex { ($0.ids.first ?? 0) <= id } ?? 0
        if drawers[number].ids.count >= rowsPerDrawer, drawers[number].row(of: id) == nil {
            if number == drawers.count - 1, id > drawers[number].ids.last ?? 0 {
                drawers.append(Drawer())
            } else {
                drawers.insert(drawers[number].split(), at: number + 1)
            }
            if id > drawers[number].ids.last ?? 0 { number += 1 }
        }
        drawers[number].put(card)
    }

    /// The id of the card at a place: the number of its drawer and of its row in one.
    func id(at place: Int) -> Int64 {
        drawers[place / CardMask.rowsPerDrawer].ids[place % CardMask.rowsPerDrawer]
    }

    /// The place of a card, if it is there.
    func place(of id: Int64) -> Int? {
        guard let number = drawers.lastIndex(where: { ($0.ids.first ?? .max) <= id }),
            let row = drawers[number].row(of: id)
        else { return nil }
        return number * CardMask.rowsPerDrawer + row
    }
}

/// Some of the cards, in the order of their ids, by column.
protocol CardDrawer: Sendable {
    associatedtype Card

    init()

    var ids: NumberColumn { get }
    /// About how much memory it takes.
    var octets: Int { get }

    static func id(of card: Card) -> Int64
    mutating func insert(_ card: Card, at row: Int)
    mutating func replace(_ card: Card, at row: Int)
    func rows(_ range: Range<Int>) -> Self
}

extension CardDrawer {
    var count: Int { ids.count }

    func row(of id: Int64) -> Int? {
        let row = firstRow(from: id)
        return row < count && ids[row] == id ? row : nil
    }

    fileprivate mutating func put(_ card: Card) {
        let id = Self.id(of: card)
        let row = firstRow(from: id)
        if row < count, ids[row] == id {
            replace(card, at: row)
        } else {
            insert(card, at: row)
        }
    }

    /// The upper half of a drawer that is full.
    fileprivate mutating func split() -> Self {
        let half = count / 2
        let upper = rows(half..<count)
        self = rows(0..<half)
        return upper
    }

    /// The first row whose id is this one or beyond; ids grow.
    private func firstRow(from id: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] >= id { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
