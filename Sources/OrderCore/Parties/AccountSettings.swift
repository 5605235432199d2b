/// Whom an account wants to have told of what, and who above it looks after it.
package struct AccountSettings: Equatable, Sendable {
    /// Who is told of what concerns the whole account; none were named as long as it is empty.
    package var adminEmails: [String] = []
    /// Who is told of what cannot wait.
    package var emergencyEmails: [String] = []
    /// Who gets each kind of letter; what is left out goes to ``LetterKind/usualRecipients``.
    package var recipients: [LetterKind: Set<LetterRecipient>] = [:]
    /// Whether the account is told when somebody adjusts its balance.
    package var tellsAdjustments = false
    /// Who of the account above looks after this one.
    package var managerID: ID<User>?

    package init() {}

    package func recipients(of kind: LetterKind) -> Set<LetterRecipient> {
        recipients[kind] ?? kind.usualRecipients
    }
}

/// A letter about an order whose recipients an account chooses.
package enum LetterKind: String, CaseIterable, Sendable {
    /// Somebody approved what was asked for.
    case approval
    /// Somebody rejected it.
    case rejection
    /// A certificate ends.
    case renewal

    /// Decisions are seen by whoever looks; that a certificate ends has to be said.
    package var usualRecipients: Set<LetterRecipient> {
        switch self {
        case .approval, .rejection: []
        case .renewal: [.orderUser, .organizationContact, .technicalContact]
        }
    }
}

/// Who can be sent a letter about an order, in the words of the contract.
package enum LetterRecipient: String, CaseIterable, Sendable {
    case orderUser = "order-users"
    case technicalContact = "tech-contact"
    case organizationContact = "org-contact"
    case administrators = "admin"
}
