/// One certificate of a chain.
public struct ChainCertificate: Codable, Equatable, Sendable {
    public var subjectCommonName: String
    public var pem: String

    public init(subjectCommonName: String, pem: String) {
        self.subjectCommonName = subjectCommonName
        self.pem = pem
    }

    enum CodingKeys: String, CodingKey {
        case subjectCommonName = "subject_common_name"
        case pem
    }
}
