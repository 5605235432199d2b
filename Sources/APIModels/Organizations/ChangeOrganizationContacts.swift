/// The contacts of an organization that change, one a type at most.
public struct ChangeOrganizationContacts: Codable, Equatable, Sendable {
    @LenientList public var contacts: [ContactToAdd]?

    public init(contacts: [ContactToAdd]? = nil) {
        self.contacts = contacts
    }

    enum CodingKeys: String, CodingKey {
        case contacts
    }
}
