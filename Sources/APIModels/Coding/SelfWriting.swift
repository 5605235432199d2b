/// A value that writes its members by itself, byte for byte as its `encode(to:)` would.
///
/// For the answer that is asked for most. The way through `Encoder` costs several times as much:
/// every member passes containers whose types are looked up while the program runs.
protocol SelfWriting: Encodable {
    func write(to buffer: WireBuffer) throws
}

/// Writes one object, member by member; absent ones are left out.
struct ObjectWriter<Key: CodingKey> {
    private let buffer: WireBuffer

    /// Opens the object. ``end()`` closes it.
    init(_ buffer: WireBuffer) {
        self.buffer = buffer
        buffer.append(WireBuffer.Bracket.object.opening)
    }

    func end() {
        buffer.append(WireBuffer.Bracket.object.closing)
    }

    func add(_ key: Key, _ value: Int?) {
        guard let value else { return }
        buffer.append(ownKey: key)
        buffer.append(whole: value)
    }

    func add(_ key: Key, _ value: Bool?) {
        guard let value else { return }
        buffer.append(ownKey: key)
        buffer.append(flag: value)
    }

    func add(_ key: Key, _ value: String?) {
        guard let value else { return }
        buffer.append(ownKey: key)
        buffer.append(text: value)
    }

    func add(_ key: Key, _ value: Timestamp?) {
        guard let value else { return }
        buffer.append(ownKey: key)
        buffer.append(time: value)
    }

    func add(_ key: Key, _ value: Day?) {
        guard let value else { return }
        buffer.append(ownKey: key)
        buffer.append(day: value)
    }

    func add<Known>(_ key: Key, _ value: Open<Known>?) {
        guard let value else { return }
        buffer.append(ownKey: key)
        buffer.append(text: value.text)
    }

    func add(_ key: Key, _ values: [String]?) {
        guard let values else { return }
        buffer.append(ownKey: key)
        buffer.append(WireBuffer.Bracket.array.opening)
        for value in values {
            buffer.separate()
            buffer.append(text: value)
        }
        buffer.append(WireBuffer.Bracket.array.closing)
    }

    func add<Value: SelfWriting>(_ key: Key, _ value: Value?) throws {
        guard let value else { return }
        buffer.append(ownKey: key)
        try value.write(to: buffer)
    }

    func add<Value: SelfWriting>(_ key: Key, _ values: [Value]?) throws {
        guard let values else { return }
        buffer.append(ownKey: key)
        buffer.append(WireBuffer.Bracket.array.opening)
        for value in values {
            buffer.separate()
            try value.write(to: buffer)
        }
        buffer.append(WireBuffer.Bracket.array.closing)
    }

    /// What is seldom there takes the way of all other values.
    func addSeldom(_ key: Key, _ value: (some Encodable)?) throws {
        guard let value else { return }
        buffer.append(ownKey: key)
        try buffer.append(value: value)
    }
}
