/// What names of a drawer end in, kept once: `www.shop.example.com` and `mail.shop.example.com` are
/// written as `www` and `mail`, each with two octets that stand for `.shop.example.com`.
///
/// Only what follows the first dot of a text is kept here. So what stands before the two octets has
/// no dot, and a search need not try every way in which a text could be cut in two.
struct SuffixBook: Sendable {
    /// The first of the two octets is one that no text in UTF-8 has, and none that ends a text.
    static let mark: UInt8 = 0xF5
    /// How many octets the second one can be: those below ``mark``.
    private static let seconds = Int(mark)
    private static let countMax = Int(CardText.first - mark) * seconds
    /// Fewer names than this are not worth an entry.
    private static let namesMin = 3
    private static let dot = UInt8(ascii: ".")

    /// All of them in the order of their octets, one after the other.
    private var octets: [UInt8] = []
    private var starts: [UInt32] = [0]

    init() {}

    /// - Parameter texts: of cards, as ``CardText`` has them.
    init(for texts: some Sequence<[UInt8]>) {
        var names: [ArraySlice<UInt8>: Int] = [:]
        for text in texts {
            Self.eachSuffix(text) { names[text[$0], default: 0] += 1 }
        }
        let worthy = names.filter { $0.value >= Self.namesMin }
            .sorted { $0.value * ($0.key.count - 2) > $1.value * ($1.key.count - 2) }
            .prefix(Self.countMax)
        for suffix in worthy.map(\.key).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            octets.append(contentsOf: suffix)
            starts.append(UInt32(octets.count))
        }
    }

    var count: Int { starts.count - 1 }

    /// How much memory it takes.
    var memory: Int { octets.capacity + starts.capacity * MemoryLayout<UInt32>.size }

    subscript(code: Int) -> ArraySlice<UInt8> { octets[Int(starts[code])..<Int(starts[code + 1])] }

    /// The texts of a card with what is kept here written in short.
    func short(_ text: [UInt8]) -> [UInt8] {
        guard count > 0 else { return text }
        var short: [UInt8] = []
        short.reserveCapacity(text.count)
        var written = 0
        Self.eachSuffix(text) { range in
            guard let code = code(of: text[range]) else { return }
            short.append(contentsOf: text[written..<range.lowerBound])
            short.append(Self.mark + UInt8(code / Self.seconds))
            short.append(UInt8(code % Self.seconds))
            written = range.upperBound
        }
        short.append(contentsOf: text[written...])
        return short
    }

    @inline(__always)
    static func code(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first - mark) * seconds + Int(second)
    }

    static func isMark(_ octet: UInt8) -> Bool { octet >= mark && octet < CardText.first }

    /// Where the next two octets are that stand for something else.
    static func nextMark(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var place = start
        let marks = SIMD16<UInt8>(repeating: CardText.first - mark)
        while let base = text.baseAddress, place + 16 <= text.count {
            let octets = UnsafeRawPointer(base)
                .loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
            let found = (octets &- SIMD16<UInt8>(repeating: mark)) .< marks
            let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
            if halves[0] != 0 {
                return place + UInt64(littleEndian: halves[0]).trailingZeroBitCount / 8
            }
            if halves[1] != 0 {
                return place + 8 + UInt64(littleEndian: halves[1]).trailingZeroBitCount / 8
            }
            place += 16
        }
        while place < text.count {
            if isMark(text[place]) { return place }
            place += 1
        }
        return nil
    }

    private func code(of suffix: ArraySlice<UInt8>) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].lexicographicallyPrecedes(suffix) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < count && self[low].elementsEqual(suffix) ? low : nil
    }

    /// Shows where each text that has a dot goes on from the first one, up to its end.
    private static func eachSuffix(_ text: [UInt8], _ body: (Range<Int>) -> Void) {
        var first: Int?
        for (place, octet) in text.enumerated() {
            if octet >= CardText.first {
                if let first, place - first > 2 { body(first..<place) }
                first = nil
            } else if octet == dot, first == nil {
                first = place
            }
        }
    }

    @inline(__always)
    func withOctets<Value>(_ body: (Octets) -> Value) -> Value {
        octets.withUnsafeBufferPointer { octets in
            starts.withUnsafeBufferPointer { body(Octets(octets: octets, starts: $0)) }
        }
    }

    struct Octets {
        let octets: UnsafeBufferPointer<UInt8>
        let starts: UnsafeBufferPointer<UInt32>
    }
}

extension SuffixBook: Filed {
    init(from reader: inout OctetReader) throws {
        octets = try reader.array()
        starts = try reader.array()
    }

    func write(to writer: inout OctetWriter) {
        writer.put(octets)
        writer.put(starts)
    }
}

/// A text of a drawer, read octet by octet.
struct ShortText {
    private let text: UnsafeBufferPointer<UInt8>
    private let book: SuffixBook.Octets
    private var place: Int
    private var suffix = 0..<0

    init(_ text: UnsafeBufferPointer<UInt8>, at place: Int, _ book: SuffixBook.Octets) {
        self.text = text
        self.place = place
        self.book = book
    }

    /// The next octet; -1 at the end.
    @inline(__always)
    mutating func next() -> Int {
        if !suffix.isEmpty {
            let octet = book.octets[suffix.lowerBound]
            suffix = suffix.lowerBound + 1..<suffix.upperBound
            return Int(octet)
        }
        let octet = text[place]
        if octet < SuffixBook.mark {
            place += 1
            return Int(octet)
        }
        guard octet < CardText.first else { return -1 }
        let code = SuffixBook.code(octet, text[place + 1])
        place += 2
        let start = Int(book.starts[code])
        suffix = start + 1..<Int(book.starts[code + 1])
        return Int(book.octets[start])
    }

    /// Below 0 where it comes before another one, 0 where they are one and the same.
    @inline(__always)
    consuming func order(_ other: consuming ShortText) -> Int {
        while true {
            let (one, two) = (next(), other.next())
            if one != two { return one < two ? -1 : 1 }
            if one < 0 { return 0 }
        }
    }
}
