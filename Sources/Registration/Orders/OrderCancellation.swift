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
                let decision = Request.Decision(by: caller.user.id, at: now, comment: note)
                try tx.endWaiting(of: order, decision: decision)
                if order.state == .canceled { try tx.unmarkRenewed(by: order.id) }
                try tx.save(order, primary: try tx.primaryCertificate(of: order))
            }
        }
    }
}

extension Transaction {
    /// Refuses every certificate of an order that is not issued yet, and every open request.
    func endWaiting(of order: Order, decision: Request.Decision) throws {
        for certificate in try certificates(of: order.id) where certificate.state == .pending {
            try save(.rejected, of: certificate.id)
            try finishIssuance(of: certificate.id)
        }
        for var request in try requests(of: order.id) where !request.state.isDecided {
            try request.ruled(.rejected, decision)
            try save(request)
        }
    }
}
