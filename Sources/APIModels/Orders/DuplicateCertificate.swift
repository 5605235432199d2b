/// A further certificate with a key of its own on an issued order.
public struct DuplicateCertificate: Codable, Equatable, Sendable {
    @LenientObject public var certificate: RequestedCertificate?
    @LenientFlag public var skipApproval: Bool?
    @LenientText public var comments: String?

    public init(
        certificate: RequestedCertificate? = nil, skipApproval: Bool? = nil, comments: String? = nil
    ) {
        self.certificate = certificate
        self.skipApproval = skipApproval
        self.comments = comments
    }

    enum CodingKeys: String, CodingKey {
        case certificate
        case skipApproval = "skip_approval"
        case comments
    }
}
