/// Which server platform is given which files.
public struct PlatformFormats: Codable, Equatable, Sendable {
    public var platforms: [PlatformFormat]

    public init(platforms: [PlatformFormat]) {
        self.platforms = platforms
    }

    enum CodingKeys: String, CodingKey {
        case platforms
    }
}
