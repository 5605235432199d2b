/// The files that one server platform is given.
public struct PlatformFormat: Codable, Equatable, Sendable {
    public var id: Int
    public var name: String
    /// As in the paths of downloads.
    public var format: String
    public var contentType: String

    public init(id: Int, name: String, format: String, contentType: String) {
        self.id = id
        self.name = name
        self.format = format
        self.contentType = contentType
    }

    enum CodingKeys: String, CodingKey {
        case id, name, format
        case contentType = "content_type"
    }
}
