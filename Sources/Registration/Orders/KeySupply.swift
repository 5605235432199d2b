import Foundation
import Issuance
package import OrderCore
import Storage

extension OrderDesk {
    /// Takes the CSR of an order that was placed without one, and issues where nothing else is
    /// outstanding.
    package func supplyCSR(
        _ text: String, to id: ID<Order>, for caller: Caller,
        keeping keepsake: Keepsake<Void> = .none
    ) async throws {
        let scope = caller.scope
        try await registry.supplyCSR(text, keeping: keepsake) { try $0.order(id, in: scope) }
    }
}

extension Registry {
    /// - Parameter find: the order, or a no.
    func supplyCSR(
        _ text: String, keeping keepsake: Keepsake<Void> = .none,
        _ find: @escaping @Sendable (any Transaction) throws -> Order
    ) async throws {
        let key = try CertificateWish.key(text, bareKeys: .refused)
        try await retryingConflicts { try await trySupplying(key, text, keepsake, find) }
    }

    private func trySupplying(
        _ key: OfferedKey, _ text: String, _ keepsake: Keepsake<Void>,
        _ find: @escaping @Sendable (any Transaction) throws -> Order
    ) async throws {
        let now = clock.now
        let (order, waiting, asked) = try await database.read { tx in
            let order = try find(tx)
            try tx.refuseCompromised(key.key)
            let waiting = try tx.certificateToCome(of: order)
            return (order, waiting, try tx.request(for: waiting, of: order))
        }
        guard waiting.state == .pending, waiting.content.csr == nil else {
            throw Refusal(.invalidOrderState, "The order waits for no CSR.")
        }
        try authority.checkKey(key.key, of: waiting.content, for: order.product)
        let wish =
            asked.state == .approved
            ? try await signIfReady(waiting.id, order: order, key: key, at: now) : nil
        let submission = try await database.write { tx in
            let content = waiting.content.with(
                csr: key.kept(of: text), keySizeBits: key.key.sizeBits)
            try tx.save(content, ofPending: waiting.id)
            var placed = Placed(order: order, certificate: waiting, request: asked)
            placed.certificate.content = content
            if order.state == .needsCSR || order.state == .waitingPickup {
                try placed.order.ruled(.supplyKey)
            }
            // Whoever else changed the order meanwhile makes this begin anew.
            try tx.save(placed.order, primary: try tx.primary(of: placed), at: now)
            placed.order.version += 1
            var submission: LogSubmission?
            if let wish {
                let left = try tx.completed(wish.readiness, of: placed.order, self, at: now)
                if let signed = wish.signed {
                    submission = try tx.record(signed, in: &placed, orderEnd: wish.orderEnd)
                } else {
                    try tx.leaveWaiting(&placed, left, at: now)
                }
            }
            try keepsake.keep((), in: tx)
            return submission
        }
        await issueLogged(submission)
    }
}

extension Transaction {
    /// The certificate that an order waits for: its first, or the one that is to replace it.
    func certificateToCome(of order: Order) throws -> Certificate {
        let primary = try primaryCertificate(of: order)
        guard order.state == .reissuePending else { return primary }
        return try requests(of: order.id).reversed().lazy
            .compactMap { request in
                guard case .reissue(let id) = request.subject else { return nil }
                return try certificate(id)
            }
            .first { $0.state == .pending } ?? primary
    }

    fileprivate func request(for certificate: Certificate, of order: Order) throws -> Request {
        let asked = try requests(of: order.id).first {
            $0.subject.certificateID == certificate.id
        }
        guard let asked else { throw StorageProblem.changedMeanwhile }
        return asked
    }
}
