/// What sort of holder a product certifies: what its orders say and its certificates contain.
package enum ProductFamily: Equatable, Sendable {
    /// Hosts.
    case tls
    /// A person, with mailboxes, for signing in and for mail.
    case client
    /// Mailboxes alone.
    case mailbox
    /// Mailboxes of somebody whom an organization vouches for.
    case sponsoredMailbox
    /// Mailboxes of an organization itself.
    case organizationMailbox
    case codeSigning
    case documents(of: Signer)
    case mark(Mark)

    package enum Signer: Equatable, Sendable {
        case organization
        /// Somebody who signs for an organization.
        case employee
        case individual
        /// The older products, which say by a flag whose name stands in the certificate.
        case tradition
    }

    package enum Mark: Equatable, Sendable {
        /// Registered, or granted by law.
        case verified
        /// In use before, or a registered one modified.
        case common
    }

    package var type: String {
        switch self {
        case .tls: "ssl_certificate"
        case .client, .mailbox, .sponsoredMailbox, .organizationMailbox: "client_certificate"
        case .codeSigning: "code_signing_certificate"
        case .documents: "document_signing_certificate"
        case .mark: "verified_mark_certificate"
        }
    }

    package var certifiesMailboxes: Bool {
        switch self {
        case .client, .mailbox, .sponsoredMailbox, .organizationMailbox: true
        case .tls, .codeSigning, .documents, .mark: false
        }
    }

    package var isMark: Bool {
        if case .mark = self { true } else { false }
    }

    /// Whether keys live on tokens, which are shipped, or in hardware of the client's own.
    package var isProvisioned: Bool {
        switch self {
        case .codeSigning, .documents: true
        case .tls, .client, .mailbox, .sponsoredMailbox, .organizationMailbox, .mark: false
        }
    }
}
