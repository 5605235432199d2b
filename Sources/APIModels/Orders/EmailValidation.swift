/// A mailbox, and whether its owner confirmed it.
public struct EmailValidation: Codable, Equatable, Sendable {
    public var email: String
    /// `validated` or `unvalidated`.
    public var status: String
    public var dateEmailed: Day?

    public init(email: String, status: String, dateEmailed: Day? = nil) {
        self.email = email
        self.status = status
        self.dateEmailed = dateEmailed
    }

    enum CodingKeys: String, CodingKey {
        case email, status
        case dateEmailed = "date_emailed"
    }
}
