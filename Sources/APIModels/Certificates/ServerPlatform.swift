/// The software a certificate is meant for, and where its handling is described.
public struct ServerPlatform: Codable, Equatable, Sendable {
    public var id: Int
    public var name: String
    public var installURL: String?
    public var csrURL: String?

    public init(id: Int, name: String, installURL: String? = nil, csrURL: String? = nil) {
        self.id = id
        self.name = name
        self.installURL = installURL
        self.csrURL = csrURL
    }

    enum CodingKeys: String, CodingKey {
        case id, name
        case installURL = "install_url"
        case csrURL = "csr_url"
    }
}
