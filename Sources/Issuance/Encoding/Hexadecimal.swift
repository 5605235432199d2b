extension Sequence<UInt8> {
    /// Two upper-case digits an octet, nothing between: how serials and thumbprints are written.
    package var hexadecimal: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        for octet in self {
            text.append(digits[Int(octet >> 4)])
            text.append(digits[Int(octet & 15)])
        }
        return String(decoding: text, as: UTF8.self)
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
