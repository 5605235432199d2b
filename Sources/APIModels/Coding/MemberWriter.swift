/// Writes the members of one object.
struct MemberWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let buffer: WireBuffer

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws {
        buffer.append(key: key.stringValue)
        buffer.append(static: "null")
    }

    func encode(_ value: Bool, forKey key: Key) throws {
        buffer.append(key: key.stringValue)
        buffer.append(flag: value)
    }

    func encode(_ value: String, forKey key: Key) throws {
        buffer.append(key: key.stringValue)
        buffer.append(text: value)
    }

    func encode(_ value: Double, forKey key: Key) throws {
        try write(key) { try $0.append(double: value) }
    }

    func encode(_ value: Float, forKey key: Key) throws {
        try write(key) { try $0.append(float: value) }
    }

    func encode(_ value: some FixedWidthInteger & Encodable, forKey key: Key) throws {
        buffer.append(key: key.stringValue)
        buffer.append(whole: value)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try write(key) { try $0.append(value: value) }
    }

    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        hole(forKey: key.stringValue).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        hole(forKey: key.stringValue).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        hole(forKey: "super")
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        hole(forKey: key.stringValue)
    }

    private func hole(forKey key: String) -> ValueWriter {
        buffer.append(key: key)
        return ValueWriter(buffer: buffer.reserveHole(), depth: 0)
    }

    /// A value that throws takes its key with it: the caller may catch and go on.
    private func write(_ key: Key, _ body: (WireBuffer) throws -> Void) throws {
        let mark = buffer.mark
        do {
            buffer.append(key: key.stringValue)
            try body(buffer)
        } catch {
            buffer.rewind(to: mark)
            throw error
        }
    }
}
