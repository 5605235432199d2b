/// How control over a domain is to be shown from now on.
public struct ChangeDomainMethod: Codable, Equatable, Sendable {
    @LenientChoice public var dcvMethod: Open<DCVMethod>?
    @LenientText public var locale: String?
    /// Whether mail is sent where the method changes to mail; it is, unless this says no.
    @LenientFlag public var sendsEmail: Bool?
    @LenientList public var emails: [String]?

    public init(
        dcvMethod: Open<DCVMethod>? = nil, locale: String? = nil, sendsEmail: Bool? = nil,
        emails: [String]? = nil
    ) {
        self.dcvMethod = dcvMethod
        self.locale = locale
        self.sendsEmail = sendsEmail
        self.emails = emails
    }

    enum CodingKeys: String, CodingKey {
        case dcvMethod = "dcv_method"
        case locale
        case sendsEmail = "send_dcv_email_flag"
        case emails = "email_array"
    }
}
