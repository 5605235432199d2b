/// A body that is a file rather than JSON.
public struct Upload: Codable, Equatable, Sendable {
    public var bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
