/// Chooses a page of the cards in the order that is asked for, without sorting them all: it counts
/// how many have which value, goes on with those among whom the page begins or ends, and sorts
/// only what is left when that is little.
struct CardPick<Key: SortingKey> {
    let cards: Key.Shelf
    let keys: [Key]

    /// The order of what is alike in all keys, as ``ListKey`` has it.
    var isDescending: Bool { keys.last?.isDescending ?? false }

    /// The places of a range of the cards in a mask.
    func places(_ range: Range<Int>, of mask: CardMask, from level: Int = 0) -> [Int] {
        if range.isEmpty { return [] }
        guard level < keys.count else { return mask.places(range, isDescending: isDescending) }
        let key = keys[level]
        if key.isByID {
            return mask.places(range, isDescending: key.isDescending)
        }
        let count = mask.count
        if count <= cards.measures.sortedMax { return sorted(mask, range, from: level) }
        return byNumber(range, of: mask, level)
    }

    private func sorted(_ mask: CardMask, _ range: Range<Int>, from level: Int) -> [Int] {
        let all = mask.places(0..<mask.count, isDescending: false)
        return Array(all.sorted { order($0, $1, from: level) < 0 }[range])
    }

    private func order(_ one: Int, _ other: Int, from level: Int) -> Int {
        for key in keys[level...] {
            let order = key.order(one, other, cards)
            if order != 0 { return key.isDescending ? -order : order }
        }
        return isDescending ? other.order(one) : one.order(other)
    }

    private func byNumber(_ range: Range<Int>, of mask: CardMask, _ level: Int) -> [Int] {
        let key = keys[level]
        var (low, high) = (Int64.max, Int64.min)
        key.each(mask, cards) { _, value in
            low = min(low, value)
            high = max(high, value)
        }
        if low == high {
            guard let names = key.names(of: mask, cards) else {
                return places(range, of: mask, from: level + 1)
            }
            return byName(range, of: mask, names, level)
        }
        let spans = Spans(low, high)
        var counts = [Int](repeating: 0, count: Spans.count)
        counts.withUnsafeMutableBufferPointer { counts in
            key.each(mask, cards) { _, value in counts[spans.span(of: value)] += 1 }
        }
        let (first, last, before, beforeLast) = Self.bounds(counts, range)
        func part(_ chosen: ClosedRange<Int>) -> CardMask {
            var part = CardMask(drawers: cards.drawers.count)
            key.each(mask, cards) { place, value in
                if chosen.contains(spans.span(of: value)) { part.insert(place) }
            }
            return part
        }
        let begin = range.lowerBound - before
        if first == last {
            return byNumber(begin..<range.upperBound - before, of: part(first...first), level)
        }
        let middle = first + 1 < last ? part(first + 1...last - 1) : nil
        return byNumber(begin..<counts[first], of: part(first...first), level)
            + (middle.map { sorted($0, 0..<$0.count, from: level) } ?? [])
            + byNumber(0..<range.upperBound - beforeLast, of: part(last...last), level)
    }

    /// The spans in which a range begins and ends, and how many there are before each of the two.
    private static func bounds(
        _ counts: [Int], _ range: Range<Int>
    ) -> (first: Int, last: Int, before: Int, beforeLast: Int) {
        var sum = 0
        var (first, before) = (0, 0)
        for (span, count) in counts.enumerated() {
            if sum <= range.lowerBound, range.lowerBound < sum + count {
                (first, before) = (span, sum)
            }
            if range.upperBound <= sum + count { return (first, span, before, sum) }
            sum += count
        }
        preconditionFailure("a page of \(range) among \(sum)")
    }

    private func byName(
        _ range: Range<Int>, of mask: CardMask, _ names: SortedNames, _ level: Int
    ) -> [Int] {
        let isDown = keys[level].isDescending
        /// The group of equal names that has the one at a rank, and the rank of its first one.
        func group(_ rank: Int) -> (mask: CardMask, before: Int, count: Int) {
            let found = names.group(isDown ? names.count - 1 - rank : rank)
            let before = isDown ? names.count - found.before - found.count : found.before
            return (names.mask(found), before, found.count)
        }
        let first = group(range.lowerBound)
        let firstEnd = first.before + first.count
        let begin = range.lowerBound - first.before
        if range.upperBound <= firstEnd {
            return places(
                begin..<range.upperBound - first.before, of: first.mask, from: level + 1)
        }
        let last = group(range.upperBound - 1)
        let between = firstEnd..<last.before
        let middle = names.mask(
            isDown
                ? names.count - between.upperBound..<names.count - between.lowerBound : between)
        return places(begin..<first.count, of: first.mask, from: level + 1)
            + sorted(middle, 0..<middle.count, from: level)
            + places(0..<range.upperBound - last.before, of: last.mask, from: level + 1)
    }
}

/// Equal spans of the numbers between two.
private struct Spans {
    /// Into how many values are counted.
    static let count = 4_096

    private let low: Int64
    private let width: UInt64

    init(_ low: Int64, _ high: Int64) {
        self.low = low
        width = UInt64(bitPattern: high &- low) / UInt64(Self.count) + 1
    }

    @inline(__always)
    func span(of value: Int64) -> Int {
        Int(UInt64(bitPattern: value &- low) / width)
    }
}

/// Cards of one sort, at places that stand in the order of their ids.
protocol CardShelf: Sendable {
    associatedtype Tray: CardDrawer

    var drawers: [Tray] { get }
    var measures: OrderIndex.Measures { get }

    func id(at place: Int) -> Int64
}

/// A property that cards are sorted by.
protocol SortingKey {
    associatedtype Shelf: CardShelf

    var isDescending: Bool { get }
    /// Whether it is the id.
    var isByID: Bool { get }

    /// Shows the cards of a mask with their values, turned around where they are sorted downwards,
    /// so that lower ones always come first.
    func each(
        _ mask: CardMask, _ cards: Shelf, _ body: (_ place: Int, _ value: Int64) -> Void)
    /// Below 0 where the card at the first place has the lower value.
    func order(_ one: Int, _ other: Int, _ cards: Shelf) -> Int
    /// The cards of a mask by name, where it is names that cards with one and the same value are
    /// sorted by.
    func names(of mask: CardMask, _ cards: Shelf) -> SortedNames?

    /// What a cursor keeps of the card at a place.
    func value(_ place: Int, _ cards: Shelf) -> SQLValue
    func part(of value: SQLValue) throws(NotInCards) -> CursorPart
    /// Above 0 where the card at a place comes after what a cursor keeps, sorted upwards.
    func order(_ place: Int, _ part: CursorPart, _ cards: Shelf) -> Int
}

extension SortingKey {
    func names(of mask: CardMask, _ cards: Shelf) -> SortedNames? { nil }
}

extension Comparable {
    func order(_ other: Self) -> Int { self == other ? 0 : self < other ? -1 : 1 }
}
