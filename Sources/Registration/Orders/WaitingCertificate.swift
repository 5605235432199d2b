import Foundation
import OrderCore
import Storage

extension Registry {
    /// Issues a stored certificate if nothing is outstanding; one that no longer waits is left
    /// alone. Returns whether something is outstanding.
    @discardableResult
    func issueWaiting(_ id: ID<Certificate>) async throws -> Bool {
        try await retryingConflicts { try await tryIssuing(id) }
    }

    private func tryIssuing(_ id: ID<Certificate>) async throws -> Bool {
        let now = clock.now
        let order = try await database.read { tx -> Order? in
            guard let certificate = try tx.certificate(id), certificate.state == .pending,
                try tx.approvedRequest(for: certificate) != nil
            else { return nil }
            return try tx.order(certificate.orderID)
        }
        guard let order else { return false }
        let signed = try await signIfReady(id, order: order, at: now)
        if signed.issuance == nil, !signed.awaitsPickup(order, steps) { return true }
        try await record(beside: signed.company) { tx in
            guard let request = try tx.approvedRequest(for: signed.certificate) else {
                throw StorageProblem.changedMeanwhile
            }
            var placed = Placed(order: order, certificate: signed.certificate, request: request)
            let left = try tx.completed(signed.readiness, of: order, self, at: now)
            guard let issuance = signed.issuance else {
                return try tx.leaveWaiting(&placed, left, at: now)
            }
            try tx.record(issuance, in: &placed, orderEnd: signed.orderEnd)
        }
        return false
    }
}

extension SignedWish {
    /// Whether all is proved and the key alone is missing.
    fileprivate func awaitsPickup(_ order: Order, _ steps: StepRule) -> Bool {
        (readiness.isValidated || steps == .sandbox) && readiness.lacksKey
            && order.state == .pending
    }
}

extension Transaction {
    fileprivate func approvedRequest(for certificate: Certificate) throws -> Request? {
        try requests(of: certificate.orderID).last {
            $0.subject.certificateID == certificate.id && $0.state == .approved
        }
    }
}
