/// A choice of the cards: one bit each, in the order of their ids.
struct CardMask {
    static let rowsPerDrawer = OrderIndex.Measures.rowsPerDrawerMax
    static let wordsPerDrawer = rowsPerDrawer / 64

    private(set) var words: [UInt64]

    /// None of them.
    init(drawers: Int) {
        words = Array(repeating: 0, count: drawers * Self.wordsPerDrawer)
    }

    /// Every place there is, also of rows that a drawer does not have.
    init(allOf drawers: Int) {
        words = Array(repeating: .max, count: drawers * Self.wordsPerDrawer)
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The first place that it has.
    var first: Int? {
        words.firstIndex { $0 != 0 }.map { $0 << 6 | words[$0].trailingZeroBitCount }
    }

    func contains(_ place: Int) -> Bool { words[place >> 6] >> UInt64(place & 63) & 1 == 1 }

    mutating func insert(_ place: Int) {
        words[place >> 6] |= 1 << UInt64(place & 63)
    }

    /// Adds the first rows of a drawer.
    mutating func insert(first rows: Int, drawer: Int) {
        let start = drawer * Self.wordsPerDrawer
        for word in 0..<rows / 64 { words[start + word] = .max }
        if rows % 64 != 0 { words[start + rows / 64] |= 1 << UInt64(rows % 64) - 1 }
    }

    /// Adds those rows of a drawer for which `holds`, among those that `candidates` has.
    @inline(__always)
    mutating func add(
        drawer: Int, of candidates: CardMask, where holds: (_ row: Int) -> Bool
    ) {
        let start = drawer * Self.wordsPerDrawer
        for word in start..<start + Self.wordsPerDrawer {
            var left = candidates.words[word] & ~words[word]
            var found: UInt64 = 0
            let first = (word - start) * 64
            if left == .max {
                for bit in 0..<64 {
                    found |= (holds(first + bit) ? 1 : 0) << UInt64(bit)
                }
            } else {
                while left != 0 {
                    let bit = left.trailingZeroBitCount
                    left &= left - 1
                    found |= (holds(first + bit) ? 1 : 0) << UInt64(bit)
                }
            }
            words[word] |= found
        }
    }

    /// Shows the rows of a drawer that it has, in their order.
    @inline(__always)
    func each(drawer: Int, _ body: (_ row: Int) -> Void) {
        let start = drawer * Self.wordsPerDrawer
        for word in start..<start + Self.wordsPerDrawer {
            var left = words[word]
            let first = (word - start) * 64
            while left != 0 {
                body(first + left.trailingZeroBitCount)
                left &= left - 1
            }
        }
    }

    /// The places of a range of those that it has, counted upwards or downwards.
    func places(_ range: Range<Int>, isDescending: Bool) -> [Int] {
        var skipped = range.lowerBound
        var found: [Int] = []
        found.reserveCapacity(range.count)
        for word in isDescending ? Array(words.indices.reversed()) : Array(words.indices) {
            var left = words[word]
            let count = left.nonzeroBitCount
            if skipped >= count {
                skipped -= count
                continue
            }
            while left != 0 {
                let bit = isDescending ? 63 - left.leadingZeroBitCount : left.trailingZeroBitCount
                left &= ~(1 << UInt64(bit))
                if skipped > 0 {
                    skipped -= 1
                } else {
                    found.append(word << 6 | bit)
                    if found.count == range.count { return found }
                }
            }
        }
        return found
    }
}
