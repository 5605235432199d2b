import Foundation
package import OrderCore
import Storage

package struct RevocationWish: Sendable {
    package let reason: Revocation.Reason
    package let comments: String?
    package let approval: ApprovalWish

    package init(reason: Revocation.Reason, comments: String?, approval: ApprovalWish) {
        self.reason = reason
        self.comments = comments
        self.approval = approval
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
            (try tx.order(id, in: scope), .revokeOrder(wish.reason))
        }
    }

    /// The same for a single certificate; its order lives on.
    package func revokeCertificate(
        _ reference: CertificateReference, _ wish: RevocationWish, for caller: Caller
    ) async throws -> PendingRevocation? {
        try await revoke(wish, for: caller) { tx, scope in
            let certificate = try tx.certificate(reference, in: scope)
            guard case .issued = certificate.state else {
                throw Refusal(
                    .invalidOrderState, "The certificate is not issued, or is revoked already.")
            }
            let order = try tx.order(certificate.orderID, in: scope)
            return (order, .revokeCertificate(certificate.id, wish.reason))
        }
    }

    private func revoke(
        _ wish: RevocationWish, for caller: Caller,
        keeping keepsake: Keepsake<PendingRevocation> = .none,
        _ find: @escaping @Sendable (any Transaction, Scope) throws -> (Order, Request.Subject)
    ) async throws -> PendingRevocation? {
        let now = registry.clock.now
        let scope = caller.scope
        let isApproved = wish.approval.isGranted(to: caller)
        return try await registry.retryingConflicts {
            try await registry.database.write { tx in
                let (order, subject) = try find(tx, scope)
                var moved = order
                try moved.ruled(.requestRevocation)
                guard isApproved else {
                    let request = try tx.insert(
                        NewRequest(
                            about: order, by: caller.user.id, subject: subject, state: .pending,
                            decision: nil, comments: wish.comments, createdAt: now))
                    let pending = PendingRevocation(
                        request: request, requester: caller.user.reference)
                    try keepsake.keep(pending, in: tx)
                    return pending
                }
                let decision = Request.Decision(by: caller.user.id, at: now, comment: nil)
                switch subject {
                case .revokeCertificate(let id, let reason):
                    try tx.revoke(id, of: order, reason: reason, decision: decision)
                case .revokeOrder, .newOrder, .reissue, .duplicate:
                    try tx.revoke(order, reason: wish.reason, decision: decision)
                }
                return nil
            }
        }
    }
}

/// A revocation that waits for an approver.
package struct PendingRevocation: Sendable {
    package let request: Request
    package let requester: UserReference
}

extension Transaction {
    func certificate(
        _ reference: RevocationDesk.CertificateReference, in scope: Scope
    ) throws -> Certificate {
        switch reference {
        case .id(let id):
            // A serial number may consist of digits too; an id is tried first.
            return try certificate(id, in: scope)
        case .serial(let serial):
            guard let found = try certificate(serial: serial) else {
                throw Refusal.notFound(.certificate)
            }
            return try certificate(found.id, in: scope)
        }
    }

    /// Ends every certificate of the order, and what was waiting to become one.
    func revoke(
        _ order: Order, reason: Revocation.Reason, decision: Request.Decision
    ) throws {
        var order = order
        try order.ruled(.revoke)
        try endWaiting(of: order, .everything, decision: decision)
        let revocation = Revocation(reason: reason, date: decision.at)
        for certificate in try certificates(of: order.id) {
            if case .issued(let issuance) = certificate.state {
                try revoke(certificate.id, issuance, revocation)
            }
        }
        try save(order, primary: try primaryCertificate(of: order), at: decision.at)
    }

    /// Ends one certificate, and what else was asked to end it; the order stays as it is.
    func revoke(
        _ id: ID<Certificate>, of order: Order, reason: Revocation.Reason,
        decision: Request.Decision
    ) throws {
        guard let certificate = try certificate(id), case .issued(let issuance) = certificate.state
        else {
            throw Refusal(
                .invalidOrderState, "The certificate is not issued, or is revoked already.")
        }
        var moved = order
        try moved.ruled(.requestRevocation)
        for var request in try requests(of: order.id) where !request.state.isDecided {
            guard case .revokeCertificate(id, _) = request.subject else { continue }
            try request.ruled(.rejected, decision)
            try save(request)
        }
        try revoke(id, issuance, Revocation(reason: reason, date: decision.at))
        try save(moved, primary: try primaryCertificate(of: order), at: decision.at)
    }
}
