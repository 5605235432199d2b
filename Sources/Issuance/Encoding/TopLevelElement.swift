/// How far the SEQUENCE that some bytes start with reaches (X.690 section 8.1.3).
///
/// The parser refuses whatever follows an element without saying so; this tells a request with
/// something appended from one that is broken.
struct TopLevelElement {
    private static let sequenceTag: UInt8 = 0x30

    /// Octets of tag, length and content.
    let count: Int

    /// Nil where there is none, the bytes end before it does, or its length is not a definite one.
    init?(startOf bytes: [UInt8]) {
        guard bytes.count >= 2, bytes[0] == Self.sequenceTag else { return nil }
        var count = 2 + Int(bytes[1])
        if bytes[1] >= 0x80 {
            let octets = Int(bytes[1] & 0x7F)
            guard (1...4).contains(octets), bytes.count >= 2 + octets else { return nil }
            count = 2 + octets + bytes[2..<2 + octets].reduce(0) { $0 << 8 | Int($1) }
        }
        guard count <= bytes.count else { return nil }
        self.count = count
    }
}
