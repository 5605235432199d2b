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

    /// The value of a digit of either case.
    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension [UInt8] {
    /// The octets written as hexadecimal digits of either case; nil for anything else.
    package init?(hexadecimal text: some StringProtocol) {
        let digits = text.utf8
        var octets: [UInt8] = []
        octets.reserveCapacity(digits.count / 2)
        var high: UInt8?
        for digit in digits {
            guard let value = digit.hexadecimalValue else { return nil }
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
