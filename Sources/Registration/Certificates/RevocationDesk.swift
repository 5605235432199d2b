import Foundation
import Issuance
package import OrderCore
import Storage

package struct RevocationWish: Sendable {
    package let reason: Reason
    package let comments: String?
    package let approval: ApprovalWish

    package init(reason: Revocation.Reason, comments: String?, approval: ApprovalWish) {
        self.init(stated: .known(reason), comments: comments, approval: approval)
    }

    package init(stated reason: Reason, comments: String?, approval: ApprovalWish) {
        self.reason = reason
        self.comments = comments
        self.approval = approval
    }

    package enum Reason: Sendable {
        case known(Revocation.Reason)
        /// A word that is none.
        case unknown(String)

        /// Certificates of servers are revoked for one of the reasons that there are; of others,
        /// what is no reason is not read.
        func ruled(for product: Product) throws -> Revocation.Reason {
            switch self {
            case .known(let reason): return reason
            case .unknown(let text):
                guard product.family == .tls else { return .unspecified }
                let all = Revocation.Reason.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal.invalid(
                    "revocation_reason", "is \(text.quoted), has to be one of \(all)")
            }
        }
    }
}

/// Where certificates, one or all of an order, are ended before their time.
package struct RevocationDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// The ways in which a client can name a certificate.
    package enum CertificateReference: Sendable {
        case id(ID<Certificate>)
        case serial([UInt8])

        package init?(_ text: String) {
            if let id = Int64(text), id > 0 {
                self = .id(ID(id))
            } else if let serial = [UInt8](hex: text) {
                self = .serial(serial)
            } else {
                return nil
            }
        }
    }

    /// Revokes every certificate of an order, or asks for it. Returns the request that now waits;
    /// none where the revocation has been carried out.
    package func revokeOrder(
        _ id: ID<Order>, _ wish: RevocationWish, for caller: Caller,
        keeping keepsake: Keepsake<PendingRevocation> = .none
    ) async throws -> PendingRevocation? {
        try await revoke(wish, for: caller, keeping: keepsake) { tx, scope in
            (try tx.lockedOrder(id, in: scope), .order)
        }
    }

    /// The same for a single certificate; its order lives on.
    package func revokeCertificate(
        _ reference: CertificateReference, _ wish: RevocationWish, for caller: Caller
    ) async throws -> PendingRevocation? {
        try await revoke(wish, for: caller) { tx, scope in
            let (order, certificate) = try tx.lockedOrder(with: reference, in: scope)
            guard case .issued = certificate.state else { throw Refusal.notIssued }
            return (order, .certificate(certificate))
        }
    }

    /// What is ended.
    private enum Target {
        case order
        case certificate(Certificate)

        func subject(_ reason: Revocation.Reason) -> Request.Subject {
            switch self {
            case .order: .revokeOrder(reason)
            case .certificate(let certificate): .revokeCertificate(certificate.id, reason)
            }
        }
    }

    /// Runs beside others: the order is locked first, and whoever changes it, its certificates or
    /// the requests about it, changes its row.
    private func revoke(
        _ wish: RevocationWish, for caller: Caller,
        keeping keepsake: Keepsake<PendingRevocation> = .none,
        _ find: @escaping @Sendable (any Transaction, Scope) throws -> (Order, Target)
    ) async throws -> PendingRevocation? {
        let now = registry.clock.now
        let scope = caller.scope
        // The contract has it of administrators alone, narrower than for orders.
        let isApproved =
            wish.approval.isGranted(to: caller) && caller.user.role == .administrator
        return try await registry.retryingConflicts {
            try await registry.database.writeGuarded { tx in
                let (order, target) = try find(tx, scope)
                let reason = try wish.reason.ruled(for: order.product)
                var moved = order
                try moved.ruled(.requestRevocation)
                guard isApproved else {
                    if let pending = try tx.pendingRevocation(
                        target.subject(reason), of: order.id)
                    {
                        try keepsake.keep(pending, in: tx)
                        return pending
                    }
                    let request = try tx.insert(
                        NewRequest(
                            about: order, by: caller.user.id, subject: target.subject(reason),
                            state: .pending, decision: nil, comments: wish.comments,
                            createdAt: now))
                    let pending = PendingRevocation(
                        request: request, requester: caller.user.reference)
                    try keepsake.keep(pending, in: tx)
                    return pending
                }
                let decision = Request.Decision(by: caller.user.id, at: now, comment: nil)
                switch target {
                case .order: try tx.revoke(order, reason: reason, decision: decision)
                case .certificate(let certificate):
                    try tx.revoke(certificate, of: order, reason: reason, decision: decision)
                }
                return nil
            }
        }
    }
}

extension Transaction {
    /// The request that waits already for the same end, for the same reason.
    fileprivate func pendingRevocation(
        _ subject: Request.Subject, of order: ID<Order>
    ) throws -> PendingRevocation? {
        guard
            let request = try requests(of: order).first(where: {
                !$0.state.isDecided && $0.subject == subject
            }), let entry = try requestEntry(request.id)
        else { return nil }
        return PendingRevocation(request: request, requester: entry.requester)
    }
}

/// A revocation that waits for an approver.
package struct PendingRevocation: Sendable {
    package let request: Request
    package let requester: UserReference
}

extension Refusal {
    fileprivate static var notIssued: Refusal {
        Refusal(.invalidOrderState, "The certificate is not issued, or is revoked already.")
    }
}

extension Transaction {
    /// An order that nobody else changes until this transaction ends.
    fileprivate func lockedOrder(_ id: ID<Order>, in scope: Scope) throws -> Order {
        guard let order = try lockedOrder(id), scope.sees(order) else {
            throw Refusal.notFound(.order)
        }
        return order
    }

    /// The same by one of its certificates.
    fileprivate func lockedOrder(
        with reference: RevocationDesk.CertificateReference, in scope: Scope
    ) throws -> (Order, Certificate) {
        let id: ID<Certificate>
        switch reference {
        // A serial number may consist of digits too; an id is tried first.
        case .id(let given): id = given
        case .serial(let serial):
            guard let found = try certificate(serial: serial) else {
                throw Refusal.notFound(.certificate)
            }
            id = found.id
        }
        guard let found = try lockedOrder(with: id), scope.sees(found.order) else {
            throw Refusal.notFound(.certificate)
        }
        return found
    }

    /// Ends every certificate of the order, and what was waiting to become one.
    func revoke(
        _ order: Order, reason: Revocation.Reason, decision: Request.Decision
    ) throws {
        var moved = order
        try moved.ruled(.revoke)
        try endWaiting(of: moved, .everything, decision: decision)
        let revocation = Revocation(reason: reason, date: decision.at)
        for certificate in try certificates(of: order.id) {
            if case .issued(let issuance) = certificate.state {
                try end(certificate.id, issuance, revocation)
            }
        }
        let primary = try primaryCertificate(of: order)
        try save(moved, primary: primary, since: (order, primary), at: decision.at)
    }

    /// Ends one certificate, and what else was asked to end it; the order stays as it is.
    func revoke(
        _ certificate: Certificate, of order: Order, reason: Revocation.Reason,
        decision: Request.Decision
    ) throws {
        guard case .issued(let issuance) = certificate.state else { throw Refusal.notIssued }
        var moved = order
        try moved.ruled(.requestRevocation)
        for var request in try requests(of: order.id) where !request.state.isDecided {
            guard case .revokeCertificate(certificate.id, _) = request.subject else { continue }
            try request.ruled(.rejected, decision)
            try save(request)
        }
        try end(certificate.id, issuance, Revocation(reason: reason, date: decision.at))
        try noteStatusChange(of: order, at: decision.at)
    }
    private func end(
        _ id: ID<Certificate>, _ issuance: Certificate.Issuance, _ revocation: Revocation
    ) throws {
        try revoke(
            id, issuance, revocation,
            key: try SignedCertificate(der: issuance.der).key.fingerprint)
    }
}
