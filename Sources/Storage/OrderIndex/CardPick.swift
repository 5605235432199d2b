/// Chooses a page of the cards in the order that is asked for, without sorting them all: it counts
/// how many have which value, goes on with those among whom the page begins or ends, and sorts
/// only what is left when that is little.
struct CardPick {
    /// Into how many spans values are counted.
    static let spans = 4_096

    let cards: OrderCards
    let keys: [CardKey]

    /// The order of what is alike in all keys, as ``ListKey`` has it.
    var isDescending: Bool { keys.last?.isDescending ?? false }

    /// The places of a range of the cards in a mask.
    func places(_ range: Range<Int>, of mask: CardMask, from level: Int = 0) -> [Int] {
        if range.isEmpty { return [] }
        guard level < keys.count else { return mask.places(range, isDescending: isDescending) }
        let key = keys[level]
        if case .id = key.column {
            return mask.places(range, isDescending: key.isDescending)
        }
        let count = mask.count
        if count <= cards.measures.sortedMax { return sorted(mask, range, from: level) }
        if case .name = key.column { return byName(range, of: mask, level) }
        return byNumber(range, of: mask, level)
    }

    private func sorted(_ mask: CardMask, _ range: Range<Int>, from level: Int) -> [Int] {
        let all = mask.places(0..<mask.count, isDescending: false)
        return Array(all.sorted { order($0, $1, from: level) < 0 }[range])
    }

    private func order(_ one: Int, _ other: Int, from level: Int) -> Int {
        for key in keys[level...] {
            let order =
                if case .name = key.column {
                    cards.orderOfNames(one, other)
                } else {
                    key.number(one, cards).order(key.number(other, cards))
                }
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
        if low == high { return places(range, of: mask, from: level + 1) }
        let spans = Spans(low, high)
        var counts = [Int](repeating: 0, count: Self.spans)
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

    private func byName(_ range: Range<Int>, of mask: CardMask, _ level: Int) -> [Int] {
        let names = SortedNames(cards, mask)
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
    private let low: Int64
    private let width: UInt64

    init(_ low: Int64, _ high: Int64) {
        self.low = low
        width = UInt64(bitPattern: high &- low) / UInt64(CardPick.spans) + 1
    }

    @inline(__always)
    func span(of value: Int64) -> Int {
        Int(UInt64(bitPattern: value &- low) / width)
    }
}

extension Comparable {
    func order(_ other: Self) -> Int { self == other ? 0 : self < other ? -1 : 1 }
}
