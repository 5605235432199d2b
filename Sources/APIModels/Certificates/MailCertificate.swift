/// To whom a certificate is mailed, and how.
public struct MailCertificate: Codable, Equatable, Sendable {
    @LenientList public var emails: [String]?
    @LenientChoice public var certificateCollectFormat: Open<CollectFormat>?
    @LenientText public var customMessage: String?

    public init(
        emails: [String]? = nil, certificateCollectFormat: Open<CollectFormat>? = nil,
        customMessage: String? = nil
    ) {
        self.emails = emails
        self.certificateCollectFormat = certificateCollectFormat
        self.customMessage = customMessage
    }

    enum CodingKeys: String, CodingKey {
        case emails
        case certificateCollectFormat = "certificate_collect_format"
        case customMessage = "custom_message"
    }
}
