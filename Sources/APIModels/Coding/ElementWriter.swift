/// Writes the elements of one array.
struct ElementWriter: UnkeyedEncodingContainer {
    let buffer: WireBuffer
    private(set) var count = 0

    init(buffer: WireBuffer) {
        self.buffer = buffer
    }

    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() throws { try write { $0.append(static: "null") } }
    mutating func encode(_ value: Bool) throws { try write { $0.append(flag: value) } }
    mutating func encode(_ value: String) throws { try write { $0.append(text: value) } }
    mutating func encode(_ value: Double) throws { try write { try $0.append(double: value) } }
    mutating func encode(_ value: Float) throws { try write { try $0.append(float: value) } }

    mutating func encode(_ value: some FixedWidthInteger & Encodable) throws {
        try write { $0.append(whole: value) }
    }

    mutating func encode(_ value: some Encodable) throws {
        try write { try $0.append(value: value) }
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        hole().container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        hole().unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        hole()
    }

    private mutating func hole() -> ValueWriter {
        buffer.separate()
        count += 1
        return ValueWriter(buffer: buffer.reserveHole(), depth: 0)
    }

    private mutating func write(_ body: (WireBuffer) throws -> Void) throws {
        let mark = buffer.mark
        do {
            buffer.separate()
            try body(buffer)
            count += 1
        } catch {
            buffer.rewind(to: mark)
            throw error
        }
    }
}
