/// Revokes one certificate, or all of an order.
public struct RevokeCertificate: Codable, Equatable, Sendable {
    @LenientChoice public var revocationReason: Open<RevocationReason>?
    /// What some clients send in place of `revocation_reason`.
    @LenientChoice public var reason: Open<RevocationReason>?
    @LenientText public var comment: String?
    /// What most clients send in place of `comment`.
    @LenientText public var comments: String?
    @LenientFlag public var skipApproval: Bool?

    public init(
        revocationReason: Open<RevocationReason>? = nil, reason: Open<RevocationReason>? = nil,
        comment: String? = nil, comments: String? = nil, skipApproval: Bool? = nil
    ) {
        self.revocationReason = revocationReason
        self.reason = reason
        self.comment = comment
        self.comments = comments
        self.skipApproval = skipApproval
    }

    enum CodingKeys: String, CodingKey {
        case revocationReason = "revocation_reason"
        case reason, comment, comments
        case skipApproval = "skip_approval"
    }
}
