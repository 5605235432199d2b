/// One of the certificates, as PEM.
public struct CTCertificateFile: Codable, Equatable, Sendable {
    public var pem: String

    public init(pem: String) {
        self.pem = pem
    }

    enum CodingKeys: String, CodingKey {
        case pem
    }
}
