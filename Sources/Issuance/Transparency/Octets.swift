/// Writes the structures of TLS (RFC 8446 section 3), in which those of RFC 6962 are given.
struct OctetWriter {
    private(set) var octets: [UInt8] = []

    mutating func append(_ number: UInt64, in count: Int) {
        for place in (0..<count).reversed() {
            octets.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(place))))
        }
    }

    mutating func append(whole content: some Sequence<UInt8>) {
        octets.append(contentsOf: content)
    }

    /// Octets with their number before them.
    mutating func append(block content: [UInt8], in count: Int) {
        precondition(content.count < 1 << (8 * count), "a block is as long as its length can tell")
        append(UInt64(content.count), in: count)
        append(whole: content)
    }
}

/// Reads them; nothing outside its bounds.
struct OctetReader {
    private let source: [UInt8]
    private var place = 0

    init(_ octets: [UInt8]) {
        source = octets
    }

    var isAtEnd: Bool { place == source.count }

    mutating func octets(_ count: Int) throws(TimestampProblem) -> [UInt8] {
        guard source.count - place >= count else { throw .malformed }
        defer { place += count }
        return Array(source[place..<place + count])
    }

    mutating func number(in count: Int) throws(TimestampProblem) -> UInt64 {
        try octets(count).reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func block(in count: Int) throws(TimestampProblem) -> [UInt8] {
        try octets(Int(try number(in: count)))
    }

    func finish() throws(TimestampProblem) {
        guard isAtEnd else { throw .malformed }
    }
}
