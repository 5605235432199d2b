import Foundation

/// Writes DER (X.690) for what is made by the thousand or the million: revocation lists and the
/// answers about one certificate.
///
/// One growing array; where a length takes more octets than the one kept free for it, the content
/// is moved. That costs less than an array for each level.
struct DERWriter {
    private(set) var octets: [UInt8] = []

    enum Tag {
        static let bitString: UInt8 = 0x03
        static let boolean: UInt8 = 0x01
        static let enumerated: UInt8 = 0x0A
        static let generalizedTime: UInt8 = 0x18
        static let integer: UInt8 = 0x02
        static let null: UInt8 = 0x05
        static let octetString: UInt8 = 0x04
        static let oid: UInt8 = 0x06
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        static let utcTime: UInt8 = 0x17

        /// `[number]` around other elements.
        static func explicit(_ number: UInt8) -> UInt8 { 0xA0 | number }
        /// `[number]` in the place of a primitive's own tag.
        static func implicit(_ number: UInt8) -> UInt8 { 0x80 | number }
    }

    init(reserving count: Int = 256) {
        octets.reserveCapacity(count)
    }

    /// An element whose content is at hand.
    mutating func append(_ tag: UInt8, _ content: some Collection<UInt8>) {
        octets.append(tag)
        appendLength(content.count)
        octets.append(contentsOf: content)
    }

    /// An element whose content `body` writes.
    mutating func append<Failure: Error>(
        _ tag: UInt8, _ body: (inout DERWriter) throws(Failure) -> Void
    ) throws(Failure) {
        octets.append(tag)
        octets.append(0)
        let start = octets.count
        try body(&self)
        let count = octets.count - start
        if count < 0x80 {
            octets[start - 1] = UInt8(count)
        } else {
            let digits = Self.digitsCount(count)
            octets[start - 1] = 0x80 | UInt8(digits)
            octets.insert(contentsOf: repeatElement(0, count: digits), at: start)
            for place in 0..<digits {
                octets[start + place] = Self.digit(place, of: digits, in: count)
            }
        }
    }

    /// Elements that are written already.
    mutating func append(whole elements: some Collection<UInt8>) {
        octets.append(contentsOf: elements)
    }

    /// A number that is not negative, given by its octets, the highest first.
    mutating func append(magnitude: some Collection<UInt8>) {
        let digits = magnitude.drop { $0 == 0 }
        octets.append(Tag.integer)
        guard let first = digits.first else { return octets.append(contentsOf: [1, 0]) }
        let sign = first >= 0x80 ? 1 : 0
        appendLength(digits.count + sign)
        if sign == 1 { octets.append(0) }
        octets.append(contentsOf: digits)
    }

    mutating func append(number: Int64) {
        precondition(number >= 0, "numbers of lists and versions are not negative")
        append(
            magnitude: (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
    }

    mutating func append(bits content: some Collection<UInt8>) {
        octets.append(Tag.bitString)
        appendLength(content.count + 1)
        octets.append(0)
        octets.append(contentsOf: content)
    }

    private mutating func appendLength(_ count: Int) {
        guard count >= 0x80 else { return octets.append(UInt8(count)) }
        let digits = Self.digitsCount(count)
        octets.append(0x80 | UInt8(digits))
        for place in 0..<digits { octets.append(Self.digit(place, of: digits, in: count)) }
    }

    /// How many octets a length of 128 or more takes.
    private static func digitsCount(_ count: Int) -> Int {
        (Int.bitWidth - count.leadingZeroBitCount + 7) / 8
    }

    /// The highest digit is the first.
    private static func digit(_ place: Int, of digits: Int, in count: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: count >> ((digits - 1 - place) * 8))
    }
}

extension DERWriter {
    /// A time as certificates and lists have it: UTCTime through 2049, GeneralizedTime after it
    /// (RFC 5280 section 5.1.2.4).
    mutating func append(time date: Date) {
        append(seconds: Int64(date.timeIntervalSince1970.rounded(.down)))
    }

    mutating func append(seconds: Int64) {
        let time = CivilTime(seconds: seconds)
        let isShort = (1950..<2050).contains(time.year)
        octets.append(isShort ? Tag.utcTime : Tag.generalizedTime)
        octets.append(isShort ? 13 : 15)
        append(digits: time, century: !isShort)
    }

    /// A time as OCSP has it (RFC 6960 section 4.2.2.1).
    mutating func append(generalizedTime date: Date) {
        octets.append(Tag.generalizedTime)
        octets.append(15)
        append(
            digits: CivilTime(seconds: Int64(date.timeIntervalSince1970.rounded(.down))),
            century: true)
    }

    private mutating func append(digits time: CivilTime, century: Bool) {
        if century { append(twoDigits: time.year / 100) }
        append(twoDigits: time.year % 100)
        append(twoDigits: time.month)
        append(twoDigits: time.day)
        append(twoDigits: time.hour)
        append(twoDigits: time.minute)
        append(twoDigits: time.second)
        octets.append(UInt8(ascii: "Z"))
    }

    private mutating func append(twoDigits number: Int) {
        octets.append(UInt8(ascii: "0") + UInt8(number / 10))
        octets.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
