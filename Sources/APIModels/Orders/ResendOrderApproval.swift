/// Whom to write to again about the approval of an EV order.
public struct ResendOrderApproval: Codable, Equatable, Sendable {
    @LenientList public var emails: [String]?

    public init(emails: [String]? = nil) {
        self.emails = emails
    }

    enum CodingKeys: String, CodingKey {
        case emails
    }
}
