/// Reads DER (X.690) that strangers send: definite lengths in their shortest form, nothing outside
/// its bounds, no tag of more than one octet.
struct DERReader {
    private let octets: [UInt8]
    private var place: Int
    private let end: Int

    /// An element: where it stands with its tag and length, and where its content does.
    struct Element {
        let tag: UInt8
        let whole: Range<Int>
        let content: Range<Int>
    }

    init(_ octets: [UInt8]) {
        self.init(octets, 0..<octets.count)
    }

    private init(_ octets: [UInt8], _ range: Range<Int>) {
        self.octets = octets
        place = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { place == end }

    func inside(_ element: Element) -> DERReader { DERReader(octets, element.content) }

    func octets(_ range: Range<Int>) -> ArraySlice<UInt8> { octets[range] }

    /// The next element, which must bear `tag`.
    mutating func read(_ tag: UInt8) throws(DERProblem) -> Element {
        let element = try readAny()
        guard element.tag == tag else { throw .malformed }
        return element
    }

    mutating func readIfPresent(_ tag: UInt8) throws(DERProblem) -> Element? {
        guard place < end, octets[place] == tag else { return nil }
        return try readAny()
    }

    mutating func readAny() throws(DERProblem) -> Element {
        let start = place
        guard end - place >= 2, octets[place] & 0x1F != 0x1F else { throw .malformed }
        let tag = octets[place]
        var count = Int(octets[place + 1])
        place += 2
        if count >= 0x80 {
            let digits = count & 0x7F
            guard (1...4).contains(digits), end - place >= digits else { throw .malformed }
            count = octets[place..<place + digits].reduce(0) { $0 << 8 | Int($1) }
            guard octets[place] != 0, count >= 0x80 else { throw .malformed }
            place += digits
        }
        guard end - place >= count else { throw .malformed }
        defer { place += count }
        return Element(tag: tag, whole: start..<place + count, content: place..<place + count)
    }

    /// Nothing may follow.
    func finish() throws(DERProblem) {
        guard isAtEnd else { throw .malformed }
    }
}

/// The octets are not what they should be.
enum DERProblem: Error {
    case malformed
}
