/// Keys, numbers and whole values.
extension WireBuffer {
    func append(key: String) {
        separate()
        append(text: key)
        append(UInt8(ascii: ":"))
    }

    /// Writes the name of a member, where it is one of the program's own: nothing in it needs an
    /// escape.
    func append(ownKey key: some CodingKey) {
        separate()
        var key = key.stringValue
        key.withUTF8 { name in
            append(length: name.count + 3) { place in
                place[0] = UInt8(ascii: "\"")
                if let start = name.baseAddress {
                    (place + 1).update(from: start, count: name.count)
                }
                place[name.count + 1] = UInt8(ascii: "\"")
                place[name.count + 2] = UInt8(ascii: ":")
            }
        }
    }

    func append(flag: Bool) {
        append(static: flag ? "true" : "false")
    }

    func append(whole number: some FixedWidthInteger) {
        guard let small = Int64(exactly: number) else {
            return appendPlain(String(number))
        }
        if small < 0 {
            append(UInt8(ascii: "-"))
        }
        append(digitsOf: small.magnitude)
    }

    /// A whole number is written without a fraction: a price is `399`, not `399.0`.
    func append(double number: Double) throws {
        guard number.isFinite else {
            let context = EncodingError.Context(
                codingPath: [], debugDescription: "JSON has no word for \(number)")
            throw EncodingError.invalidValue(number, context)
        }
        if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 {
            append(whole: whole)
        } else {
            appendPlain(number.description)
        }
    }

    /// A float keeps its own short form: `0.1`, not the double nearest to it.
    func append(float number: Float) throws {
        guard number.isFinite, number != number.rounded() else {
            return try append(double: Double(number))
        }
        appendPlain(number.description)
    }

    /// Writes any value. The types that orders are made of skip the detour through `Encoder`;
    /// the casts are sound since the types have just been found equal.
    func append<Value: Encodable>(value: Value) throws {
        if Value.self == String.self {
            return append(text: unsafeBitCast(value, to: String.self))
        }
        if Value.self == Int.self {
            return append(whole: unsafeBitCast(value, to: Int.self))
        }
        if Value.self == Timestamp.self {
            return append(time: unsafeBitCast(value, to: Timestamp.self))
        }
        let before = mark
        try value.encode(to: ValueWriter(buffer: self, depth: before.depth))
        close(downTo: before.depth)
        if count == before.count {
            append(static: "{}")
        }
    }

    private func append(digitsOf magnitude: UInt64) {
        var length = 1
        var rest = magnitude
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        append(length: length) { place in
            var rest = magnitude
            for index in (0..<length).reversed() {
                place[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
    }

    private func appendPlain(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }
}
