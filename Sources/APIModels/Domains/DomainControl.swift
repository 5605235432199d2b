/// Control over a domain as older answers put it.
public struct DomainControl: Codable, Equatable, Sendable {
    public var method: Open<DCVMethod>
    public var nameScope: String
    public var dcvInvitations: [DCVInvitation]?

    public init(
        method: Open<DCVMethod>, nameScope: String, dcvInvitations: [DCVInvitation]? = nil
    ) {
        self.method = method
        self.nameScope = nameScope
        self.dcvInvitations = dcvInvitations
    }

    enum CodingKeys: String, CodingKey {
        case method
        case nameScope = "name_scope"
        case dcvInvitations = "dcv_invitations"
    }
}
