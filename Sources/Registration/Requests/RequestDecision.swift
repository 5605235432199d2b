import Foundation
import Issuance
package import OrderCore
import Storage

extension RequestDesk {
    /// Approves or rejects a request, or passes it on to the second approver (`submitted`).
    ///
    /// An approved certificate is issued at once where nothing is outstanding.
    package func decide(
        _ id: ID<Request>, _ target: RequestState, comment: String?, for caller: Caller
    ) async throws {
        try await registry.retryingConflicts {
            let now = registry.clock.now
            let decision = Request.Decision(by: caller.user.id, at: now, comment: comment)
            let open = try await read(id, for: caller)
            guard caller.may(.decideRequests) else {
                throw Refusal(
                    .invalidApprover, "The owner of the API key may not decide about this request.")
            }
            var request = open.request
            try request.ruled(target, decision)
            let decided = OpenRequest(request: request, order: open.order)
            switch target {
            case .approved: try await approve(decided, decision)
            case .rejected: try await reject(decided, decision)
            case .pending, .submitted:
                let moved = request
                try await registry.database.write { try $0.save(moved) }
            }
        }
    }

    private func read(_ id: ID<Request>, for caller: Caller) async throws -> OpenRequest {
        let scope = caller.scope
        return try await registry.database.read { tx in
            guard let request = try tx.request(id), let order = try tx.order(request.orderID),
                scope.sees(order)
            else { throw Refusal.notFound(.request) }
            return OpenRequest(request: request, order: order)
        }
    }

    private func approve(_ open: OpenRequest, _ decision: Request.Decision) async throws {
        switch open.request.subject {
        case .newOrder(let certificate), .reissue(let certificate), .duplicate(let certificate):
            try await approveIssue(of: certificate, open, decision)
        case .revokeOrder(let reason):
            try await registry.database.write { tx in
                try tx.save(open.request)
                try tx.tell(.approval, of: open.request, at: decision.at)
                try tx.revoke(open.order, reason: reason, decision: decision)
            }
        case .revokeCertificate(let certificate, let reason):
            try await registry.database.write { tx in
                try tx.save(open.request)
                try tx.tell(.approval, of: open.request, at: decision.at)
                guard let certificate = try tx.certificate(certificate) else {
                    throw StorageProblem.changedMeanwhile
                }
                try tx.revoke(certificate, of: open.order, reason: reason, decision: decision)
            }
        }
    }

    private func approveIssue(
        of id: ID<Certificate>, _ open: OpenRequest, _ decision: Request.Decision
    ) async throws {
        try await registry.database.read { tx in
            guard let certificate = try tx.certificate(id) else { return }
            try tx.checkWaitingDuplicate(certificate, of: open.order)
        }
        let wish = try await registry.signIfReady(id, order: open.order, at: decision.at)
        let submission = try await registry.record(beside: wish.company) { tx in
            try tx.save(open.request)
            try tx.tell(.approval, of: open.request, at: decision.at)
            var placed = Placed(
                order: open.order, certificate: wish.certificate, request: open.request)
            if wish.certificate.kind == .original {
                try tx.approve(&placed.order, certificate: placed.certificate, at: decision.at)
            }
            let left = try tx.completed(
                wish.readiness, of: placed.order, registry, at: decision.at)
            guard let signed = wish.signed else {
                try tx.leaveWaiting(&placed, left, at: decision.at)
                return nil as LogSubmission?
            }
            return try tx.record(signed, in: &placed, orderEnd: wish.orderEnd)
        }
        await registry.issueLogged(submission)
    }

    private func reject(_ open: OpenRequest, _ decision: Request.Decision) async throws {
        try await registry.database.write { tx in
            try tx.save(open.request)
            try tx.tell(.rejection, of: open.request, at: decision.at)
            var order = open.order
            switch open.request.subject {
            case .newOrder:
                try order.ruled(.reject)
                try tx.unmarkRenewed(by: order.id)
                try tx.payBack(order, at: decision.at)
            case .reissue: try order.ruled(.abandonReissue)
            case .duplicate, .revokeOrder, .revokeCertificate: break
            }
            if open.request.subject.kind != .revoke, let id = open.request.subject.certificateID {
                try tx.save(.rejected, of: id)
                try tx.payBack(try tx.certificate(id)?.addition, at: decision.at)
            }
            try tx.save(order, primary: try tx.primaryCertificate(of: order), at: decision.at)
        }
    }
}

/// A request with the order that it is about.
private struct OpenRequest: Sendable {
    let request: Request
    let order: Order
}
