/// Cards in the order of their ids, by column; together with those of the drawers beside it, the
/// whole index. A change moves octets in its drawer only.
package struct Drawer: Sendable {
    /// A power of two, so that the number of a drawer and of a row make one number, and a multiple
    /// of 64, so that each drawer has words of its own in a mask.
    package static let rowsMax = 16_384

    private(set) var ids: [Int64] = []
    private(set) var kinds: [UInt32] = []
    private(set) var holders: [UInt32] = []
    private(set) var created: [Int64] = []
    private(set) var certificateEnds: [Int64] = []
    private(set) var termEnds: [Int64] = []
    /// Where the text of each row begins, and where the last one ends.
    private(set) var starts: [UInt32] = [0]
    private(set) var text: [UInt8] = []
    /// The rows in the order of their common names, then of their ids.
    private(set) var byName: [UInt16] = []

    /// A card with the numbers of what it shares with others.
    struct Filed {
        let card: OrderCard
        let kind: UInt32
        let holder: UInt32
    }

    var count: Int { ids.count }

    init() {}

    /// - Parameter cards: by their ids; at most ``rowsMax``.
    init(_ cards: [Filed]) {
        ids = cards.map(\.card.id)
        kinds = cards.map(\.kind)
        holders = cards.map(\.holder)
        created = cards.map(\.card.createdAt)
        certificateEnds = cards.map(\.card.certificateEnd)
        termEnds = cards.map(\.card.termEnd)
        starts.reserveCapacity(cards.count + 1)
        text.reserveCapacity(cards.reduce(0) { $0 + $1.card.text.count })
        for filed in cards {
            text.append(contentsOf: filed.card.text)
            starts.append(UInt32(text.count))
        }
        byName = text.withUnsafeBufferPointer { text in
            (0..<cards.count).map { UInt16($0) }.sorted { one, other in
                let order = CommonName.order(
                    text, at: Int(starts[Int(one)]), text, at: Int(starts[Int(other)]))
                return order == 0 ? one < other : order < 0
            }
        }
    }

    /// Adds a card, or puts it in the place of the one with its id.
    mutating func put(_ filed: Filed) {
        let row = firstRow { $0 >= filed.card.id }
        if row == count || ids[row] != filed.card.id {
            insert(filed, at: row)
        } else {
            replace(filed, at: row)
        }
    }

    /// The upper half of a drawer that is full.
    mutating func split() -> Drawer {
        let half = count / 2
        let upper = rows(half..<count)
        self = rows(0..<half)
        return upper
    }

    /// The first row whose id is such; ids grow.
    func firstRow(where isBeyond: (Int64) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(ids[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func rows(_ range: Range<Int>) -> Drawer {
        var part = Drawer()
        part.ids = Array(ids[range])
        part.kinds = Array(kinds[range])
        part.holders = Array(holders[range])
        part.created = Array(created[range])
        part.certificateEnds = Array(certificateEnds[range])
        part.termEnds = Array(termEnds[range])
        let start = starts[range.lowerBound]
        part.starts = starts[range.lowerBound...range.upperBound].map { $0 - start }
        part.text = Array(text[Int(start)..<Int(starts[range.upperBound])])
        part.byName = byName.filter { range.contains(Int($0)) }
            .map { $0 - UInt16(range.lowerBound) }
        return part
    }

    private mutating func insert(_ filed: Filed, at row: Int) {
        let card = filed.card
        if row < count {
            for place in byName.indices where Int(byName[place]) >= row { byName[place] += 1 }
        }
        ids.insert(card.id, at: row)
        kinds.insert(filed.kind, at: row)
        holders.insert(filed.holder, at: row)
        created.insert(card.createdAt, at: row)
        certificateEnds.insert(card.certificateEnd, at: row)
        termEnds.insert(card.termEnd, at: row)
        let start = starts[row]
        starts.insert(start, at: row)
        setText(card.text, at: row, from: Int(start)..<Int(start))
        byName.insert(UInt16(row), at: placeByName(of: row))
    }

    private mutating func replace(_ filed: Filed, at row: Int) {
        let card = filed.card
        kinds[row] = filed.kind
        holders[row] = filed.holder
        created[row] = card.createdAt
        certificateEnds[row] = card.certificateEnd
        termEnds[row] = card.termEnd
        let old = Int(starts[row])..<Int(starts[row + 1])
        guard !text[old].elementsEqual(card.text) else { return }
        byName.removeAll { Int($0) == row }
        setText(card.text, at: row, from: old)
        byName.insert(UInt16(row), at: placeByName(of: row))
    }

    private mutating func setText(_ new: [UInt8], at row: Int, from old: Range<Int>) {
        text.replaceSubrange(old, with: new)
        let growth = new.count - old.count
        for later in (row + 1)..<starts.count {
            starts[later] = UInt32(Int(starts[later]) + growth)
        }
    }

    /// Where a row that is not among the others yet belongs.
    private func placeByName(of row: Int) -> Int {
        text.withUnsafeBufferPointer { text in
            var (low, high) = (0, byName.count)
            while low < high {
                let middle = (low + high) / 2
                let other = Int(byName[middle])
                let order = CommonName.order(
                    text, at: Int(starts[other]), text, at: Int(starts[row]))
                if order < 0 || order == 0 && other < row {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low
        }
    }
}

/// Common names where they stand, at the beginning of each card's text.
enum CommonName {
    /// Below 0 where the first comes before the other, 0 where they are one and the same.
    @inline(__always)
    static func order(
        _ text: UnsafeBufferPointer<UInt8>, at start: Int,
        _ other: UnsafeBufferPointer<UInt8>, at otherStart: Int
    ) -> Int {
        var place = start
        var otherPlace = otherStart
        while true {
            let (one, two) = (text[place], other[otherPlace])
            let isEnd = one >= CardText.first
            if isEnd || two >= CardText.first {
                return isEnd ? (two >= CardText.first ? 0 : -1) : 1
            }
            if one != two { return one < two ? -1 : 1 }
            place += 1
            otherPlace += 1
        }
    }

    static func text(_ text: [UInt8], at start: Int) -> String {
        String(decoding: text[start...].prefix { $0 < CardText.first }, as: UTF8.self)
    }
}
