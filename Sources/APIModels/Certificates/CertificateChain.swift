/// A certificate and those above it, leaf first despite the name of the member.
public struct CertificateChain: Codable, Equatable, Sendable {
    public var intermediates: [ChainCertificate]

    public init(intermediates: [ChainCertificate]) {
        self.intermediates = intermediates
    }

    enum CodingKeys: String, CodingKey {
        case intermediates
    }
}
