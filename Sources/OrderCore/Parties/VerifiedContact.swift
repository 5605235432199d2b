/// Somebody whom an order names to speak for its organization.
package struct VerifiedContact: Codable, Equatable, Sendable {
    /// `ev_approver`, `verified_contact`, `cs_approver` …
    package var type: String
    /// Of a contact that the organization keeps.
    package var contactID: Int?
    package var userID: Int?
    package var firstName: String?
    package var lastName: String?
    package var email: String?
    package var jobTitle: String?
    package var telephone: String?

    package init(type: String) {
        self.type = type
    }
}
