/// A search in the texts of cards: for a text of certain sorts that is equal to another one, or
/// that has it in it, with ASCII's capitals taken for small letters.
struct TextSearch {
    enum Comparison {
        case equals
        case contains
    }

    private let needle: [UInt8]
    private let comparison: Comparison
    /// Of the octets that end a text, by how far they are from the first.
    private let sorts: [Bool]

    init(_ needle: String, _ comparison: Comparison, in ends: [UInt8]) {
        self.init(
            Array(needle.utf8), comparison,
            sorts: (CardText.first...UInt8.max).map { ends.contains($0) })
    }

    private init(_ needle: [UInt8], _ comparison: Comparison, sorts: [Bool]) {
        self.needle = needle
        self.comparison = comparison
        self.sorts = sorts
    }

    /// Shows each row of a drawer in which it is found, some of them twice.
    func each(in drawer: Drawer, _ body: (_ row: Int) -> Void) {
        switch comparison {
        case .equals:
            // A text is written in one way only.
            let short = drawer.book.short(needle + [CardText.first])
            TextSearch(Array(short.dropLast()), .equals, sorts: sorts)
                .eachWritten(in: drawer, body)
        case .contains:
            eachWritten(in: drawer, body)
            eachShort(in: drawer, body)
        }
    }

    /// The rows in which it stands as it is.
    private func eachWritten(in drawer: Drawer, _ body: (_ row: Int) -> Void) {
        drawer.withTexts { texts in
            let (text, starts) = (texts.text, texts.starts)
            var row = 0
            var place = 0
            while let hit = next(text, from: place) {
                if hit > 0, comparison == .contains, SuffixBook.isMark(text[hit - 1]) {
                    // The second octet of two that stand for something else.
                    place = hit + 1
                    continue
                }
                while Int(starts[row + 1]) <= hit { row += 1 }
                let end = end(text, from: hit + needle.count)
                if isFound(text, hit..<end) {
                    body(row)
                    place = Int(starts[row + 1])
                } else {
                    place = comparison == .contains ? end + 1 : hit + 1
                }
            }
        }
    }

    /// The rows in which it stands in what is written in short, or begins before it.
    private func eachShort(in drawer: Drawer, _ body: (_ row: Int) -> Void) {
        let book = drawer.book
        // What is written in short begins with the first dot of its text.
        let head = needle.firstIndex(of: UInt8(ascii: ".")) ?? needle.count
        let tail = Array(needle[head...])
        let suffixes = (0..<book.count).map { Array(book[$0]) + [CardText.value] }
        let isWhole = suffixes.map { $0.withUnsafeBufferPointer { next($0, from: 0) != nil } }
        let isTail = suffixes.map { suffix in
            !tail.isEmpty && suffix.count > tail.count
                && zip(suffix, tail).allSatisfy { Self.isSame($0, $1) }
        }
        guard isWhole.contains(true) || isTail.contains(true) else { return }
        drawer.withTexts { texts in
            let (text, starts) = (texts.text, texts.starts)
            var row = 0
            var place = 0
            while let mark = SuffixBook.nextMark(text, from: place) {
                let code = SuffixBook.code(text[mark], text[mark + 1])
                let end = mark + 2
                place = end + 1
                guard sorts[Int(text[end] - CardText.first)],
                    isWhole[code] || isTail[code] && hasHead(head, text, before: mark)
                else { continue }
                while Int(starts[row + 1]) <= mark { row += 1 }
                body(row)
                place = Int(starts[row + 1])
            }
        }
    }

    private func hasHead(
        _ count: Int, _ text: UnsafeBufferPointer<UInt8>, before place: Int
    ) -> Bool {
        place >= count
            && (0..<count).allSatisfy { Self.isSame(text[place - count + $0], needle[$0]) }
    }

    private func end(_ text: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
        var end = place
        while text[end] < CardText.first { end += 1 }
        return end
    }

    /// Whether a text with a hit in it is of the right sort, and the hit all of it where it has
    /// to be.
    private func isFound(_ text: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Bool {
        guard sorts[Int(text[rest.upperBound] - CardText.first)] else { return false }
        let hit = rest.lowerBound
        switch comparison {
        case .contains: return true
        case .equals:
            return rest.count == needle.count
                && (hit == 0 || text[hit - 1] >= CardText.first)
                && needle.indices.allSatisfy { text[hit + $0] == needle[$0] }
        }
    }

    /// Where the needle is found next, capitals or not.
    private func next(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        // A text never ends with the needle: an octet that tells its sort comes after it.
        let limit = text.count - needle.count
        guard start < limit, let base = text.baseAddress else { return nil }
        guard let first = needle.first, let last = needle.last else { return start }
        let octets = UnsafeRawPointer(base)
        let fold = SIMD16<UInt8>(repeating: 0x20)
        let wantedFirst = SIMD16<UInt8>(repeating: first | 0x20)
        let wantedLast = SIMD16<UInt8>(repeating: last | 0x20)
        let toLast = needle.count - 1
        var place = start
        while place + 16 <= limit {
            let heads = octets.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) | fold
            let tails =
                octets.loadUnaligned(fromByteOffset: place + toLast, as: SIMD16<UInt8>.self) | fold
            let differences = (heads ^ wantedFirst) | (tails ^ wantedLast)
            let same = differences .== SIMD16<UInt8>(repeating: 0)
            let halves = unsafeBitCast(same, to: SIMD2<UInt64>.self)
            if halves[0] | halves[1] != 0 {
                for half in 0..<2 {
                    var lanes = UInt64(littleEndian: halves[half])
                    while lanes != 0 {
                        let lane = lanes.trailingZeroBitCount / 8
                        let hit = place + half * 8 + lane
                        if isSame(text, at: hit) { return hit }
                        lanes &= ~(0xFF << UInt64(lane * 8))
                    }
                }
            }
            place += 16
        }
        while place < limit {
            if isSame(text, at: place) { return place }
            place += 1
        }
        return nil
    }

    private func isSame(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        for index in needle.indices where !Self.isSame(text[place + index], needle[index]) {
            return false
        }
        return true
    }

    @inline(__always)
    private static func isSame(_ one: UInt8, _ other: UInt8) -> Bool {
        if one == other { return true }
        let small = one | 0x20
        return small == other | 0x20 && small >= 0x61 && small <= 0x7A
    }

    /// Whether a text holds another one, as a search in the cards would find it.
    static func holds(_ text: String, _ needle: String) -> Bool {
        let search = TextSearch(needle, .contains, in: [CardText.value])
        var octets = Array(text.utf8)
        octets.append(CardText.value)
        return octets.withUnsafeBufferPointer { search.next($0, from: 0) != nil }
    }
}
