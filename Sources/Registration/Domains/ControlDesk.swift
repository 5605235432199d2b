import DomainControl
import Foundation
package import OrderCore
import Storage

/// Where control over the names of an order is shown, and how.
package struct ControlDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// Looks now. What is found is kept, also where something else is missing.
    ///
    /// - Parameter names: the names to look for; none means all.
    package func check(
        _ id: ID<Order>, names: [String], for caller: Caller
    ) async throws -> ControlOutcome {
        let now = registry.clock.now
        let scope = caller.scope
        let basis = try await registry.database.read { tx in
            try tx.controlBasis(of: try tx.order(id, in: scope), names: names, at: now)
        }
        if basis.order.state != .issued {
            try basis.order.requireWaiting()
            guard basis.method != .email else {
                throw Refusal(
                    .invalidDNSMethod, "An error occurred while processing your request.")
            }
            try await look(basis, at: now)
            try await registry.issueWaiting(basis.certificate.id, asking: .now)
        }
        let order = try await registry.database.read { try $0.order(id, in: scope) }
        return ControlOutcome(
            order: order, certificateID: basis.certificate.id, names: basis.names)
    }

    private func look(_ basis: ControlBasis, at now: Date) async throws {
        let method = basis.method
        let findings = await registry.check(basis.questions)
        let shown = findings.filter { $0.finding == .shown }.map(\.domainID)
        if !shown.isEmpty {
            try await registry.database.write { tx in
                for domain in shown { try tx.prove(domain, by: method, at: now) }
            }
        }
        if shown.count < findings.count { throw Refusal(controlMissingBy: method) }
    }

    /// Changes the method of an order that waits. Returns the value to publish, if there is one.
    package func setMethod(
        _ method: ControlMethod, of id: ID<Order>, for caller: Caller
    ) async throws -> DomainControl.Token? {
        try await onWaiting(id, for: caller) { tx, order, names, now in
            _ = try tx.domainsToProve(
                names, ControlWish(method: method), for: order, registry, at: now)
            if names.isEmpty { try tx.save(OrderControl(method: method, token: nil), of: order.id) }
            var settings = order.settings
            settings.controlMethod = method
            try tx.save(settings, of: order)
            return try tx.control(of: order.id)?.token
        }
    }

    /// The order's value; one that is no longer in force is replaced.
    package func token(
        of id: ID<Order>, for caller: Caller
    ) async throws -> DomainControl.Token {
        try await onWaiting(id, for: caller) { tx, order, names, now in
            let control = try tx.control(of: order.id)
            guard let control, control.method.usesToken else {
                throw Refusal(
                    .invalidControlMethod,
                    "Control over the names of the order is shown by e-mail, not by a value.")
            }
            if let token = control.token, token.value(at: now) != nil { return token }
            _ = try tx.domainsToProve(
                names, ControlWish(method: control.method), for: order, registry, at: now)
            guard let token = try tx.control(of: order.id)?.token else {
                throw Refusal(
                    .invalidOrderState, "Control over all names of the order has been shown.")
            }
            return token
        }
    }

    /// Sends the mails about an order's domains again: to the mailboxes that are named, or to all.
    package func resend(
        _ mailboxes: [ControlWish.Mailbox], of id: ID<Order>, for caller: Caller
    ) async throws {
        try await onWaiting(id, for: caller) { tx, order, _, now in
            guard try tx.control(of: order.id)?.method == .email else {
                throw Refusal(
                    .invalidControlMethod, "The order's control is not shown by e-mail.")
            }
            let domains = try tx.domains(of: order.id)
            for mailbox in mailboxes
            where !domains.contains(where: { Domain.isBelow(mailbox.name, $0.name) }) {
                throw Refusal.invalid(
                    "domain_approval_emails", "has \(mailbox.name), which is not on the order")
            }
            for domain in domains where !domain.isProved(at: now) {
                let chosen = mailboxes.filter { Domain.isBelow($0.name, domain.name) }.map(\.email)
                let invited = try tx.invitations(to: domain.id).map(\.email)
                let all = invited.isEmpty ? ControlInvitation.mailboxes(at: domain.name) : invited
                guard !chosen.isEmpty || mailboxes.isEmpty else { continue }
                try tx.invite(
                    chosen.isEmpty ? all : chosen, to: domain, about: order.id, registry, at: now)
            }
        }
    }

    /// A step on an order that waits for proof, with the names that lack it.
    private func onWaiting<Value: Sendable>(
        _ id: ID<Order>, for caller: Caller,
        _ step:
            @escaping @Sendable (any Transaction, Order, [String], Date) throws -> Value
    ) async throws -> Value {
        let now = registry.clock.now
        let scope = caller.scope
        return try await registry.retryingConflicts {
            try await registry.database.write { tx in
                let order = try tx.order(id, in: scope)
                try order.requireWaiting()
                let basis = try tx.controlBasis(of: order, names: [], at: now)
                return try step(tx, order, basis.unprovedNames, now)
            }
        }
    }
}

/// How the control over an order's names stands after somebody looked.
package struct ControlOutcome: Sendable {
    package let order: Order
    package let certificateID: ID<Certificate>
    package let names: [String]
}

extension Order {
    /// Refuses where nothing is outstanding, or nothing yet.
    fileprivate func requireWaiting() throws {
        guard state == .pending || state == .reissuePending || state == .needsApproval else {
            throw Refusal(
                .invalidOrderState,
                "The order awaits no proof of control while its status is \(state.rawValue).")
        }
    }
}

extension Refusal {
    init(controlMissingBy method: ControlMethod) {
        switch method {
        case .dnsTXT:
            self.init(
                .invalidDNSTXT, "Could not find a valid TXT record for one or more domains.")
        case .dnsCNAME:
            self.init(
                .invalidDNSCNAME, "Could not find a valid CNAME record for one or more domains.")
        case .http, .httpDynamic:
            self.init(
                .fileRandomValueNotFound,
                """
                Could not find the random value at the expected file location for one or more \
                domains.
                """)
        case .email:
            self.init(.invalidDNSMethod, "An error occurred while processing your request.")
        }
    }
}
