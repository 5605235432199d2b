/// An answer that is a file rather than JSON.
public struct Download: Codable, Equatable, Sendable {
    /// The bare media type, without parameters: clients compare it letter by letter.
    public var contentType: String
    /// Empty where the answer is shown rather than kept.
    public var fileName: String
    public var bytes: [UInt8]

    public init(contentType: String, fileName: String, bytes: [UInt8]) {
        self.contentType = contentType
        self.fileName = fileName
        self.bytes = bytes
    }
}
