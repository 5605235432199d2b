/// Strings in JSON: quoted, with quotes, backslashes and control characters escaped (RFC 8259,
/// section 7). A slash stays as it is, and so does everything beyond ASCII.
extension WireBuffer {
    func append(text: String) {
        var text = text
        text.withUTF8 { appendQuoted($0) }
    }

    private func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        var from = 0
        while true {
            let special = bytes.firstToEscape(from: from)
            append(UnsafeBufferPointer(rebasing: bytes[from..<special]))
            guard special < bytes.count else { break }
            appendEscaped(bytes[special])
            from = special + 1
        }
        append(UInt8(ascii: "\""))
    }

    private func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append(static: "\\\"")
        case UInt8(ascii: "\\"): append(static: "\\\\")
        case 0x0A: append(static: "\\n")
        case 0x0D: append(static: "\\r")
        case 0x09: append(static: "\\t")
        case 0x08: append(static: "\\b")
        case 0x0C: append(static: "\\f")
        default:
            append(static: "\\u00")
            append(Self.hexDigit(byte >> 4))
            append(Self.hexDigit(byte & 0x0F))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The next byte that cannot stand in a JSON string as it is, or the end.
    ///
    /// Looks at eight bytes at a time: a byte below 0x20, or equal to a quote or a backslash,
    /// leaves its high bit set. Bytes beyond ASCII never do.
    fileprivate func firstToEscape(from: Int) -> Int {
        var index = from
        if let base = UnsafeRawPointer(baseAddress) {
            while index + 8 <= count {
                let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word.holdsByteToEscape { break }
                index += 8
            }
        }
        while index < count, !self[index].isToEscape {
            index += 1
        }
        return index
    }
}

extension UInt8 {
    fileprivate var isToEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}

extension UInt64 {
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    fileprivate var holdsByteToEscape: Bool {
        let quotes = self ^ (Self.ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = self ^ (Self.ones &* UInt64(UInt8(ascii: "\\")))
        let below = (self &- Self.ones &* 0x20) & ~self
        let quoted = (quotes &- Self.ones) & ~quotes
        let slashed = (backslashes &- Self.ones) & ~backslashes
        return (below | quoted | slashed) & Self.highBits != 0
    }
}
