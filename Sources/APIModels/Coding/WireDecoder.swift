import Foundation

/// Reads JSON into a wire type, and says in a ``WireProblem`` what it could not read.
public struct WireDecoder: Sendable {
    /// How deep objects and arrays may lie in one another; the deepest body we take has five.
    public static let depthMax = 32

    public init() {}

    /// A body that is empty, `null` or `[]` (an empty map in some languages) reads as `{}`.
    public func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: some Sequence<UInt8>
    ) throws(WireProblem) -> Value {
        var text = Data(bytes)
        guard text.withUnsafeBytes({ String(validating: $0, as: UTF8.self) }) != nil else {
            throw .malformed
        }
        guard text.withUnsafeBytes(Self.depth) <= Self.depthMax else {
            throw .tooDeep(depthMax: Self.depthMax)
        }
        if Self.isNothing(text) {
            text = Data("{}".utf8)
        }
        let value: Value
        do {
            value = try JSONDecoder().decode(type, from: text)
        } catch {
            throw WireProblem(error)
        }
        if let repeated = text.withUnsafeBytes(RepeatedMember.init) {
            throw .repeated(repeated.name)
        }
        return value
    }

    private static func isNothing(_ text: Data) -> Bool {
        guard text.count < 64 else { return false }
        let content = text.filter { !Self.whitespace.contains($0) }
        return content.isEmpty || content == Data("null".utf8) || content == Data("[]".utf8)
    }

    private static let whitespace: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]

    /// The greatest number of brackets open at once, strings left aside.
    private static func depth(of text: UnsafeRawBufferPointer) -> Int {
        var depth = 0
        var deepest = 0
        var isInString = false
        var isEscaped = false
        for byte in text {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = isInString
            case UInt8(ascii: "\""): isInString.toggle()
            case _ where isInString: break
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        return deepest
    }
}
