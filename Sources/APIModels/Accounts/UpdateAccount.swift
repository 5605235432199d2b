/// Whom to tell of what concerns the account, from now on.
public struct UpdateAccount: Codable, Equatable, Sendable {
    /// Addresses in one string, with commas between them.
    @LenientText public var adminEmails: String?
    @LenientText public var emergencyEmails: String?

    public init(adminEmails: String? = nil, emergencyEmails: String? = nil) {
        self.adminEmails = adminEmails
        self.emergencyEmails = emergencyEmails
    }

    enum CodingKeys: String, CodingKey {
        case adminEmails = "admin_email"
        case emergencyEmails = "emergency_emails"
    }
}
