extension Sequence<UInt8> {
    /// Two upper-case digits an octet, nothing between: how serials and thumbprints are written.
    package var hexadecimal: String {
        let octets = Array(self)
        return String(unsafeUninitializedCapacity: 2 * octets.count) { text in
            for (index, octet) in octets.enumerated() {
                text[2 * index] = (octet >> 4).hexadecimalDigit
                text[2 * index + 1] = (octet & 15).hexadecimalDigit
            }
            return 2 * octets.count
        }
    }
}

extension UInt8 {
    /// The digit of a value below 16.
    fileprivate var hexadecimalDigit: UInt8 {
        self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "A") + self - 10
    }
}

extension [UInt8] {
    /// The octets written as hexadecimal digits of either case; nil for anything else.
    package init?(hexadecimal text: some StringProtocol) {
        var octets: [UInt8] = []
        var high: UInt8?
        for digit in text.unicodeScalars {
            guard digit.isASCII, let value = Character(digit).hexDigitValue.map(UInt8.init) else {
                return nil
            }
            if let first = high {
                octets.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        guard high == nil else { return nil }
        self = octets
    }
}
