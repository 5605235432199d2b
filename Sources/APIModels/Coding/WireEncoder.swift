/// Writes a value as compact JSON: members in the order of the type, absent ones left out.
///
/// The platform's coder builds a tree first and gives members in no fixed order. This one writes
/// each member where it stands, into one growing buffer:
/// - `encode(value, forKey:)` writes key and value and closes what the value opened;
/// - a nested container asked for by hand gets a buffer of its own, put in place at the end, so
///   that two of them may be filled in turns.
public struct WireEncoder: Sendable {
    public init() {}

    public func encode(_ value: some Encodable) throws -> [UInt8] {
        let buffer = WireBuffer()
        if let value = value as? any SelfWriting {
            try value.write(to: buffer)
        } else {
            try buffer.append(value: value)
        }
        return buffer.finish()
    }
}
