/// A decoder that has nothing to decode: it notes which members a type asks for, and hands out a
/// sample of each.
final class SchemaRecorder: Decoder {
    let book: SchemaBook
    private(set) var members: [Schema.Member] = []

    init(book: SchemaBook) {
        self.book = book
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    struct NoObject: Error {
        let type: String
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(MemberRecorder<Key>(recorder: self))
    }

    /// What is no object is a ``SchemaLeaf`` and does not get here.
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw NoObject(type: "an array")
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        throw NoObject(type: "a value")
    }

    func note(_ type: any Decodable.Type, _ key: any CodingKey, isRequired: Bool) {
        members.append(
            Schema.Member(key.stringValue, book.schema(of: type), isRequired: isRequired))
    }

    func sample<Value: Decodable>(of type: Value.Type) throws -> Value {
        if let leaf = type as? any SchemaLeaf.Type, let sample = leaf.sample as? Value {
            return sample
        }
        return try Value(from: SchemaRecorder(book: book))
    }
}

/// The members of one object.
private struct MemberRecorder<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let recorder: SchemaRecorder

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { false }

    func decodeNil(forKey key: Key) throws -> Bool { true }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        recorder.note(type, key, isRequired: true)
        return try recorder.sample(of: type)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        recorder.note(type, key, isRequired: false)
        return nil
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        recorder.note(type, key, isRequired: false)
        return nil
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        recorder.note(type, key, isRequired: false)
        return nil
    }

    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        recorder.note(type, key, isRequired: false)
        return nil
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        recorder.note(type, key, isRequired: false)
        return nil
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        throw SchemaRecorder.NoObject(type: key.stringValue)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw SchemaRecorder.NoObject(type: key.stringValue)
    }

    func superDecoder() throws -> any Decoder { recorder }

    func superDecoder(forKey key: Key) throws -> any Decoder { recorder }
}
