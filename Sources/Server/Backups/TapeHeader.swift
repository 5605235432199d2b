/// The 512 octets before each file of a tar archive (POSIX.1-1988, `ustar`).
///
/// Sizes from 8 GiB on, which the format has no room for, are written as GNU tar writes them.
struct TapeHeader: Equatable {
    static let blockOctets = 512
    static let nameOctetsMax = 100

    let name: String
    let size: UInt64

    /// How many octets follow the file, so that the next header begins at a whole block.
    var padding: Int {
        (Self.blockOctets - Int(size % UInt64(Self.blockOctets))) % Self.blockOctets
    }

    init(name: String, size: UInt64) {
        self.name = name
        self.size = size
    }

    // Where the fields stand.
    private static let nameField = 0..<100
    private static let modeField = 100..<108
    private static let sizeField = 124..<136
    private static let timeField = 136..<148
    private static let sumField = 148..<156
    private static let kindField = 156
    private static let magicField = 257..<265
    private static let octalSizeMax: UInt64 = 0o77_777_777_777

    /// - Parameter time: seconds since 1970.
    func octets(time: UInt64) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.blockOctets)
        func put(_ octets: some Collection<UInt8>, at field: Range<Int>) {
            block.replaceSubrange(
                field.lowerBound..<(field.lowerBound + octets.count), with: octets)
        }
        put(Array(name.utf8), at: Self.nameField)
        put(Self.octal(0o600, digits: 7), at: Self.modeField)
        for owner in [108..<116, 116..<124] { put(Self.octal(0, digits: 7), at: owner) }
        put(Self.number(size), at: Self.sizeField)
        put(Self.octal(time, digits: 11), at: Self.timeField)
        block[Self.kindField] = UInt8(ascii: "0")
        put(Array("ustar\u{0}00".utf8), at: Self.magicField)
        put(Self.octal(Self.sum(block), digits: 6) + [0, UInt8(ascii: " ")], at: Self.sumField)
        return block
    }

    /// Reads a header; nil for a block of zeros, with which an archive ends.
    init?(_ block: [UInt8]) throws(BackupProblem) {
        if block.allSatisfy({ $0 == 0 }) { return nil }
        let sum = block[Self.sumField].prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
        guard block.count == Self.blockOctets, Self.number(from: sum) == Self.sum(block),
            let size = Self.size(from: block[Self.sizeField])
        else { throw .damaged("a header is not one of tar") }
        guard block[Self.kindField] == UInt8(ascii: "0") else {
            throw .damaged("it holds something other than plain files")
        }
        name = String(decoding: block[Self.nameField].prefix { $0 != 0 }, as: UTF8.self)
        self.size = size
    }

    /// The sum of all octets, those of the sum itself taken for spaces.
    private static func sum(_ block: [UInt8]) -> UInt64 {
        block.indices.reduce(0) { sum, index in
            sum + UInt64(sumField.contains(index) ? UInt8(ascii: " ") : block[index])
        }
    }

    private static func octal(_ value: UInt64, digits: Int) -> [UInt8] {
        let text = String(value, radix: 8)
        return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
    }

    private static func number(_ size: UInt64) -> [UInt8] {
        if size <= octalSizeMax { return octal(size, digits: 11) }
        return [0x80, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: size >> (56 - 8 * $0)) }
    }

    private static func size(from field: ArraySlice<UInt8>) -> UInt64? {
        guard field.first == 0x80 else { return number(from: field.prefix { $0 != 0 && $0 != 32 }) }
        guard field.dropFirst().prefix(3).allSatisfy({ $0 == 0 }) else { return nil }
        return field.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func number(from digits: ArraySlice<UInt8>) -> UInt64? {
        UInt64(String(decoding: digits, as: UTF8.self), radix: 8)
    }
}
