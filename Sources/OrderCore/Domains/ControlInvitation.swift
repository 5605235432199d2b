package import Foundation

/// A mail that asks the owner of a domain whether a certificate may be made for it.
package struct ControlInvitation: Equatable, Sendable {
    package let id: ID<ControlInvitation>
    package let domainID: ID<Domain>
    package let email: String
    /// In the link of the mail: whoever has it reads that mailbox.
    package let token: String
    package let sentAt: Date
    package let expiresAt: Date

    package init(
        id: ID<ControlInvitation>, domainID: ID<Domain>, email: String, token: String,
        sentAt: Date, expiresAt: Date
    ) {
        self.id = id
        self.domainID = domainID
        self.email = email
        self.token = token
        self.sentAt = sentAt
        self.expiresAt = expiresAt
    }

    /// The mailboxes that a domain's owner is bound to read (Baseline Requirements §3.2.2.4.4).
    package static func mailboxes(at domain: String) -> [String] {
        ["admin", "administrator", "webmaster", "hostmaster", "postmaster"].map {
            "\($0)@\(domain)"
        }
    }

    /// Whether a mailbox is one of those for this name, or for a domain above it.
    package static func mayDecide(_ email: String, about name: String) -> Bool {
        let host = email.lowercased().split(separator: "@").last.map(String.init) ?? ""
        return host.contains(".") && Domain.isBelow(name, host)
            && mailboxes(at: host).contains(email.lowercased())
    }
}
