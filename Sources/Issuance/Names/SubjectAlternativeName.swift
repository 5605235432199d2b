/// A name a certificate is good for (RFC 5280 section 4.2.1.6).
package enum SubjectAlternativeName: Hashable, Sendable {
    case dns(HostName)
    case ip(IPAddress)
    case mailbox(Mailbox)

    /// Reads a name as people write it, an address where it is one.
    package init(_ text: String) throws(HostNameProblem) {
        if let address = IPAddress(text) {
            self = .ip(address)
        } else {
            self = .dns(try HostName(text))
        }
    }

    package var text: String {
        switch self {
        case .dns(let name): name.ascii
        case .ip(let address): address.text
        case .mailbox(let mailbox): mailbox.text
        }
    }

    package var isInternal: Bool {
        switch self {
        case .dns(let name): name.isInternal
        case .ip(let address): address.isInternal
        case .mailbox(let mailbox): mailbox.host.isInternal
        }
    }

    package var form: NameForm {
        switch self {
        case .dns(let name): name.isWildcard ? .wildcard : .host
        case .ip: .address
        case .mailbox: .mailbox
        }
    }
}

/// The forms of name that a profile allows or not.
package enum NameForm: String, CaseIterable, Sendable {
    case host
    case wildcard
    case address
    case mailbox
}
