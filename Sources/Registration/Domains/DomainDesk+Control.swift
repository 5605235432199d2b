import DomainControl
import Foundation
package import OrderCore
import Storage

/// How control over one domain is shown, apart from any order.
extension DomainDesk {
    package enum MailWish: Sendable {
        /// To these of its mailboxes, or to all where none of these may decide.
        case send([String])
        case none
    }

    /// Changes the method; a value of before is void then. Returns the domain with its value, and
    /// nothing where it has that method already and there is none.
    package func setMethod(
        _ method: ControlMethod, of id: ID<Domain>, mail: MailWish, for caller: Caller,
        keeping keepsake: Keepsake<Domain?> = .none
    ) async throws -> Domain? {
        try await onDomain(id, for: caller) { tx, domain, now in
            let isNew = domain.control.method != method || domain.lacksValue(at: now)
            let outcome =
                isNew
                ? try tx.submit(domain, method, freshFrom: registry, mail: mail, at: now)
                : (method.usesToken ? domain : nil)
            try keepsake.keep(outcome, in: tx)
            return outcome
        }
    }

    /// Submits a domain for validation again, for these types and by this method.
    package func submit(
        _ id: ID<Domain>, types: [ValidationType], method: ControlMethod?, mail: MailWish,
        for caller: Caller, keeping keepsake: Keepsake<AskedDomain> = .none
    ) async throws -> AskedDomain {
        try await onDomain(id, for: caller) { tx, domain, now in
            let known = domain.validationTypes
            try tx.save(known + types.filter { !known.contains($0) }, of: id)
            let submitted = try tx.asked(
                try tx.submit(
                    domain, method ?? domain.control.method, freshFrom: registry, mail: mail,
                    at: now))
            try keepsake.keep(submitted, in: tx)
            return submitted
        }
    }

    /// Makes a new value; the one of before is void. Values of orders stay as they are.
    package func newToken(
        of id: ID<Domain>, for caller: Caller, keeping keepsake: Keepsake<Domain> = .none
    ) async throws -> Domain {
        try await onDomain(id, for: caller) { tx, domain, now in
            guard domain.control.method.usesToken else { throw Refusal.worksWithoutValue }
            let submitted = try tx.submit(
                domain, domain.control.method, freshFrom: registry, mail: .none, at: now)
            try keepsake.keep(submitted, in: tx)
            return submitted
        }
    }

    /// Looks for the value now.
    package func check(_ id: ID<Domain>, for caller: Caller) async throws -> Domain {
        let now = registry.clock.now
        let scope = caller.scope
        let (domain, question) = try await registry.database.read { tx in
            let domain = try tx.domain(id, in: scope)
            return (domain, try tx.question(about: domain, by: domain.control.method, at: now))
        }
        if domain.isProved(at: now), !domain.control.awaitsNewProof { return domain }
        let method = domain.control.method
        guard method.usesToken else { throw Refusal.worksWithoutValue }
        guard await registry.check([question]).first?.finding == .shown else {
            throw Refusal(controlMissingBy: method)
        }
        return try await registry.database.write { tx in
            try tx.prove(id, by: method, at: now)
            return try tx.domain(id, in: scope)
        }
    }

    /// A domain by its id or its name.
    package func domain(_ reference: String, for caller: Caller) async throws -> AskedDomain {
        let scope = caller.scope
        return try await registry.database.read { tx in
            if let id = Int64(reference) { return try tx.asked(try tx.domain(ID(id), in: scope)) }
            let named = try tx.domains(named: [reference.lowercased()], of: scope.accountID)
            guard let found = named.first else { throw Refusal.notFound(.domain) }
            return try tx.asked(try tx.domain(found.id, in: scope))
        }
    }

    /// Sends the mails about a domain again.
    package func resend(
        _ id: ID<Domain>, to emails: [String], for caller: Caller,
        keeping keepsake: Keepsake<Void> = .none
    ) async throws {
        try await onDomain(id, for: caller) { tx, domain, now in
            let wish = ControlWish(method: .email, mailboxes: emails, for: domain)
            let chosen = wish.mailboxes.map(\.email)
            try tx.invite(
                chosen.isEmpty ? ControlInvitation.mailboxes(at: domain.name) : chosen,
                to: domain, about: nil, registry, at: now)
            try keepsake.keep((), in: tx)
        }
    }

    package func setActive(
        _ isActive: Bool, _ id: ID<Domain>, for caller: Caller
    ) async throws {
        try await onDomain(id, for: caller) { tx, domain, now in
            try tx.setActive(isActive, domain.id)
            if isActive { try tx.wakeEffects(of: domain.accountID, at: now) }
        }
    }

    private func onDomain<Value: Sendable>(
        _ id: ID<Domain>, for caller: Caller,
        _ step: @escaping @Sendable (any Transaction, Domain, Date) throws -> Value
    ) async throws -> Value {
        let now = registry.clock.now
        let scope = caller.scope
        return try await registry.database.write { tx in
            try step(tx, try tx.domain(id, in: scope), now)
        }
    }
}

/// A domain with those who were asked about it by mail.
package struct AskedDomain: Sendable {
    package let domain: Domain
    package let invitations: [ControlInvitation]
}

extension Domain {
    fileprivate func lacksValue(at now: Date) -> Bool {
        control.method.usesToken && control.token?.value(at: now) == nil
    }
}

extension Refusal {
    fileprivate static let worksWithoutValue = Refusal(
        .invalidControlMethod, "Control over the domain is shown by e-mail, not by a value.")
}

extension Transaction {
    fileprivate func domain(_ id: ID<Domain>, in scope: Scope) throws -> Domain {
        guard let domain = try domain(id),
            scope.sees(account: domain.accountID, container: domain.containerID)
        else { throw Refusal.notFound(.domain) }
        return domain
    }

    fileprivate func asked(_ domain: Domain) throws -> AskedDomain {
        AskedDomain(domain: domain, invitations: try invitations(to: domain.id))
    }

    /// Asks for a new proof, with a new value where the method works with one.
    fileprivate func submit(
        _ domain: Domain, _ method: ControlMethod, freshFrom registry: Registry,
        mail: DomainDesk.MailWish, at now: Date
    ) throws -> Domain {
        var submitted = domain
        submitted.control.method = method
        submitted.control.submittedAt = now
        submitted.control.token =
            method.usesToken
            ? DomainControl.Token(
                value: registry.tokens.controlToken(), expiresAt: DomainControl.Token.end(from: now)
            )
            : nil
        try save(submitted.control, of: domain.id)
        if registry.steps == .sandbox {
            try prove(domain.id, by: method, at: now)
        } else if method.usesToken {
            try startCheck(of: domain.id, at: now)
        } else {
            try endCheck(of: domain.id)
            if case .send(let emails) = mail {
                let wish = ControlWish(method: method, mailboxes: emails, for: domain)
                try seek(submitted, wish, about: nil, registry, at: now)
            }
        }
        return try self.domain(domain.id)!
    }
}
