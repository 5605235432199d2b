/// The mailboxes of a certificate's holder, and which of them are confirmed.
public struct EmailValidationList: Codable, Equatable, Sendable {
    /// How the certificate can be fetched.
    public var deliveryOptions: [String]
    public var emails: [EmailValidation]

    public init(deliveryOptions: [String], emails: [EmailValidation]) {
        self.deliveryOptions = deliveryOptions
        self.emails = emails
    }

    enum CodingKeys: String, CodingKey {
        case deliveryOptions = "delivery_options"
        case emails
    }
}
