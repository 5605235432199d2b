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
        let request = try CertificateWish.request(text)
        try await retryingConflicts { try await trySupplying(request, keepsake, find) }
    }

    private func trySupplying(
        _ request: SigningRequest, _ keepsake: Keepsake<Void>,
        _ find: @escaping @Sendable (any Transaction) throws -> Order
    ) async throws {
        let now = clock.now
        let (order, waiting) = try await database.read { tx in
            let order = try find(tx)
            return (order, try tx.primaryCertificate(of: order))
        }
        guard waiting.state == .pending, waiting.content.csr == nil else {
            throw Refusal(.invalidOrderState, "The order waits for no CSR.")
        }
        try authority.checkKey(request.key, of: waiting.content, for: order.product)
        let isApproved = order.state != .needsApproval
        let signed =
            isApproved
            ? try await signIfReady(waiting.id, order: order, csr: request, at: now) : nil
        try await database.write { tx in
            let content = waiting.content.with(csr: request.pem, keySizeBits: request.key.sizeBits)
            try tx.save(content, ofPending: waiting.id)
            let requests = try tx.requests(of: order.id)
            guard let asked = requests.first(where: { $0.subject.certificateID == waiting.id })
            else { throw StorageProblem.changedMeanwhile }
            var placed = Placed(order: order, certificate: waiting, request: asked)
            placed.certificate.content = content
            if order.state == .needsCSR || order.state == .waitingPickup {
                try placed.order.ruled(.supplyKey)
            }
            // Whoever else changed the order meanwhile makes this begin anew.
            try tx.save(placed.order, primary: placed.certificate, at: now)
            placed.order.version += 1
            if let signed {
                let left = try tx.completed(signed.readiness, of: placed.order, self, at: now)
                if let issuance = signed.issuance {
                    try tx.record(issuance, in: &placed, orderEnd: signed.orderEnd)
                } else {
                    try tx.leaveWaiting(&placed, left, at: now)
                }
            }
            try keepsake.keep((), in: tx)
        }
    }
}
