/// Where one value writes itself: the `Encoder` that `encode(to:)` is handed.
///
/// Small enough to travel inside an existential without an allocation. It keeps no coding path:
/// that serves messages only, and would cost every member of every answer.
struct ValueWriter: Encoder, SingleValueEncodingContainer {
    let buffer: WireBuffer
    let depth: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        buffer.open(.object, at: depth)
        return KeyedEncodingContainer(MemberWriter<Key>(buffer: buffer))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        buffer.open(.array, at: depth)
        return ElementWriter(buffer: buffer)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        self
    }

    func encodeNil() throws { buffer.append(static: "null") }
    func encode(_ value: Bool) throws { buffer.append(flag: value) }
    func encode(_ value: String) throws { buffer.append(text: value) }
    func encode(_ value: Double) throws { try buffer.append(double: value) }
    func encode(_ value: Float) throws { try buffer.append(float: value) }
    func encode(_ value: some FixedWidthInteger & Encodable) throws { buffer.append(whole: value) }
    func encode(_ value: some Encodable) throws { try buffer.append(value: value) }
}
