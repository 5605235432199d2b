/// A mail that asked about a domain.
public struct DCVInvitation: Codable, Equatable, Sendable {
    public var invitationID: Int
    public var email: String
    public var source: String
    public var dateSent: Timestamp
    public var nameScope: String

    public init(
        invitationID: Int, email: String, source: String, dateSent: Timestamp, nameScope: String
    ) {
        self.invitationID = invitationID
        self.email = email
        self.source = source
        self.dateSent = dateSent
        self.nameScope = nameScope
    }

    enum CodingKeys: String, CodingKey {
        case invitationID = "invitation_id"
        case email, source
        case dateSent = "date_sent"
        case nameScope = "name_scope"
    }
}
