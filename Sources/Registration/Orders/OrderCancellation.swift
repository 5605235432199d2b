import Foundation
package import OrderCore
import Storage

extension OrderDesk {
    /// Ends an order before its certificate is issued, or takes back a reissue that waits.
    package func cancel(_ id: ID<Order>, note: String?, for caller: Caller) async throws {
        let now = registry.clock.now
        try await registry.retryingConflicts {
            try await registry.database.write { tx in
                var order = try tx.order(id, in: caller.scope)
                try order.ruled(.cancel)
                // The end of a reissue is told with its request, that of an order with the order.
                let comment = order.state == .canceled ? nil : note
                let decision = Request.Decision(by: caller.user.id, at: now, comment: comment)
                try tx.endWaiting(
                    of: order, order.state == .canceled ? .everything : .reissue, decision: decision
                )
                if order.state == .canceled {
                    try tx.unmarkRenewed(by: order.id)
                    try tx.payBack(order, at: now)
                    if let note {
                        _ = try tx.insertNote(note, on: order.id, by: caller.user.id, at: now)
                    }
                }
                try tx.save(order, primary: try tx.primaryCertificate(of: order), at: now)
            }
        }
    }
}

extension Transaction {
    /// Refuses what has not been issued yet of an order, with the requests for it.
    func endWaiting(
        of order: Order, _ extent: WaitingExtent, decision: Request.Decision
    ) throws {
        let ended = try certificates(of: order.id).filter {
            $0.state == .pending && (extent == .everything || $0.kind == .reissue)
        }
        for certificate in ended {
            try save(.rejected, of: certificate.id)
            try finishIssuance(of: certificate.id)
            try payBack(certificate.addition, at: decision.at)
        }
        for var request in try requests(of: order.id)
        where !request.state.isDecided
            && (extent == .everything || request.subject.kind == .reissue)
        {
            try request.ruled(.rejected, decision)
            try save(request)
        }
    }
}

/// How much of an order's waiting work is ended.
enum WaitingExtent: Sendable {
    case everything
    case reissue
}
