import Foundation
import OrderCore
import Storage

extension Transaction {
    /// Control over a domain was shown: it is noted, nobody looks or asks any more, and what waited
    /// for it goes on.
    func prove(_ id: ID<Domain>, by method: ControlMethod, at now: Date) throws {
        guard let domain = try domain(id) else { return }
        var control = domain.control
        control.proof = DomainControl.Proof(at: now, by: method)
        try save(control, of: id)
        try endCheck(of: id)
        try endInvitations(to: id)
        try wakeEffects(of: domain.accountID, at: now)
    }

    /// Asks mailboxes of a domain, by mail, whether a certificate may be made for it.
    func invite(
        _ mailboxes: [String], to domain: Domain, about order: ID<Order>?, _ registry: Registry,
        at now: Date
    ) throws {
        let end = DomainControl.Token.end(from: now)
        for email in mailboxes {
            guard ControlInvitation.mayDecide(email, about: domain.name) else {
                throw Refusal.invalid(
                    "email", "is \(email.quoted), which is no mailbox for \(domain.name)")
            }
            let token = registry.tokens.controlToken()
            try invite(email, to: domain.id, token: token, at: now, until: end)
            try insert(
                NewMessage(
                    accountID: domain.accountID, about: order, recipient: email,
                    subject: "Approve certificates for \(domain.name)",
                    body: """
                        Somebody asks for a certificate for \(domain.name), or for a name below it.

                        If certificates may be made for \(domain.name) and the names below it, open
                        this page and approve:

                          \(registry.publication.pagesURL)/control/\(token)

                        If you do not know of this, do nothing: no certificate is made then. The
                        page is there until \(end.formatted(.iso8601)).
                        """,
                    createdAt: now))
        }
    }

    /// What is left to do for an approved certificate. In a sandbox, what people would confirm is
    /// noted as confirmed first, and nothing is left but the key.
    func completed(
        _ readiness: Readiness, of order: Order, _ registry: Registry, at now: Date
    ) throws -> Readiness {
        guard registry.steps == .sandbox, !readiness.isValidated else { return readiness }
        if !readiness.unprovedNames.isEmpty {
            let waiting = try domains(of: order.id)
            let domains =
                waiting.isEmpty
                ? try domainsToProve(
                    readiness.unprovedNames, ControlWish(method: .dnsTXT), for: order, registry,
                    at: now
                ).domains : waiting
            let method = try control(of: order.id)?.method ?? .dnsTXT
            for domain in domains { try prove(domain.id, by: method, at: now) }
        }
        for email in readiness.unprovedMailboxes {
            try noteEmailProof(
                of: email, order: order.id, token: registry.tokens.controlToken(), at: now)
        }
        if readiness.lacksOrganization, let organization = order.organizationID,
            let check = order.product.organizationCheck
        {
            try validate(organization, [check], at: now)
        }
        return readiness.confirmed
    }

    /// Asks the owners of mailboxes, by mail, whether a certificate may name them. A sandbox asks
    /// nobody.
    func askMailboxes(
        _ emails: [String], _ order: Order, _ registry: Registry, at now: Date
    ) throws {
        guard registry.steps == .people else { return }
        for email in emails {
            try askEmailProof(
                of: email, order: order.id, token: registry.tokens.controlToken(), at: now)
            guard let proof = try emailProofs(of: order.id).first(where: { $0.email == email })
            else { continue }
            try insert(
                NewMessage(
                    accountID: order.accountID, about: order.id, recipient: email,
                    subject: "Confirm your address for a certificate",
                    body: """
                        Somebody asks for a certificate that names \(email).

                        If that is right, open this page and confirm:

                          \(registry.publication.pagesURL)/control/\(proof.token)

                        If you do not know of this, do nothing: no certificate is made then.
                        """,
                    createdAt: now))
        }
    }

    /// Notes that an organization was checked.
    func validate(
        _ organization: ID<Organization>, _ types: [ValidationType], at now: Date
    ) throws {
        let reuse = Double(Organization.Validation.reuseDays) * Span.daySeconds
        for type in types {
            try save(
                Organization.Validation(
                    type: type, createdAt: now, validUntil: now.addingTimeInterval(reuse)),
                of: organization)
        }
    }
}
