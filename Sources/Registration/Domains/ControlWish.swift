package import OrderCore

/// How a client wants to show control over the names of an order.
package struct ControlWish: Equatable, Sendable {
    package var method: ControlMethod
    package var extent: Extent
    /// The mailboxes to ask, in place of all that a domain is bound to have.
    package var mailboxes: [Mailbox]

    package init(method: ControlMethod, extent: Extent = .domain, mailboxes: [Mailbox] = []) {
        self.method = method
        self.extent = extent
        self.mailboxes = mailboxes
    }

    package enum Extent: Sendable {
        /// A domain that the account has above the name, or else the name.
        case domain
        /// Each name by itself.
        case name
    }

    package struct Mailbox: Equatable, Sendable {
        package let name: String
        package let email: String

        package init(name: String, email: String) {
            self.name = name
            self.email = email
        }
    }

    /// For a domain by itself. Mailboxes that may not decide about it are passed over; without any
    /// that may, all are asked.
    init(method: ControlMethod, mailboxes emails: [String], for domain: Domain) {
        self.init(
            method: method,
            mailboxes: emails.map { $0.lowercased() }
                .filter { ControlInvitation.mayDecide($0, about: domain.name) }
                .map { Mailbox(name: domain.name, email: $0) })
    }

    /// What is shown on the web is shown of the one host.
    var isExact: Bool { extent == .name || !method.coversSubdomains }
}

/// Who completes the steps that the original leaves to people.
package enum StepRule: Sendable {
    /// People, on the command line or by what they publish.
    case people
    /// Nobody: they count as done when they are needed, so that a stand-in issues at once.
    case sandbox
}
