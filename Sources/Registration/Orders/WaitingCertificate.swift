import Foundation
import OrderCore
import Storage

extension Registry {
    /// Issues a stored certificate if nothing is outstanding; one that no longer waits is left
    /// alone. Where logs are to be asked, they are, or a worker does it.
    ///
    /// - Returns: whether something is outstanding that is waited for here.
    @discardableResult
    func issueWaiting(_ id: ID<Certificate>, asking: LogQuestions) async throws -> Bool {
        let (stillWaits, submission) = try await retryingConflicts { try await tryIssuing(id) }
        switch asking {
        case .now: await issueLogged(submission)
        case .later:
            if let submission {
                let now = clock.now
                try await database.write { try $0.release(submission, due: now, failure: nil) }
            }
        }
        return stillWaits
    }

    /// Whether somebody waits for what logs answer.
    enum LogQuestions {
        case now
        case later
    }

    private func tryIssuing(_ id: ID<Certificate>) async throws -> (Bool, LogSubmission?) {
        let now = clock.now
        let order = try await database.read { tx -> Order? in
            guard let certificate = try tx.certificate(id), certificate.state == .pending,
                try tx.approvedRequest(for: certificate) != nil,
                try tx.waitingPrecertificate(of: id) == nil
            else { return nil }
            return try tx.order(certificate.orderID)
        }
        guard let order else { return (false, nil) }
        let wish = try await signIfReady(id, order: order, at: now)
        if wish.signed == nil, !wish.awaitsPickup(order, steps) { return (true, nil) }
        let submission = try await record(beside: wish.company) { tx in
            guard let request = try tx.approvedRequest(for: wish.certificate),
                try tx.waitingPrecertificate(of: id) == nil
            else { throw StorageProblem.changedMeanwhile }
            var placed = Placed(order: order, certificate: wish.certificate, request: request)
            let left = try tx.completed(wish.readiness, of: order, self, at: now)
            guard let signed = wish.signed else {
                try tx.leaveWaiting(&placed, left, at: now)
                return nil as LogSubmission?
            }
            return try tx.record(signed, in: &placed, orderEnd: wish.orderEnd)
        }
        return (false, submission)
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
    func approvedRequest(for certificate: Certificate) throws -> Request? {
        try requests(of: certificate.orderID).last {
            $0.subject.certificateID == certificate.id && $0.state == .approved
        }
    }
}
