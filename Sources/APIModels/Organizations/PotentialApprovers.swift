/// Who may speak for an organization: users, and contacts of organizations that are none.
public struct PotentialApprovers: Codable, Equatable, Sendable {
    public var users: [PotentialApprover]
    public var contacts: [PotentialApprover]

    public init(users: [PotentialApprover], contacts: [PotentialApprover]) {
        self.users = users
        self.contacts = contacts
    }

    enum CodingKeys: String, CodingKey {
        case users, contacts
    }
}
