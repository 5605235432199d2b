import Foundation
package import OrderCore
package import Storage

/// Where the CA's own people send tokens to those who sign with them, and certify the keys that
/// were made on them.
package struct TokenDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// The orders whose token is still to be shipped or set up, oldest first.
    package func waiting() async throws -> [OrderFile] {
        try await registry.database.read { tx in
            try tx.ordersAwaitingPickup(max: Self.listedMax)
                .filter { $0.details.provisioning?.method.isToken == true }
                .compactMap { try tx.orderFile($0.id) }
        }
    }

    package static let listedMax = 1000

    /// Notes that a token has left. The order waits on until the key on it is certified.
    package func ship(_ id: ID<Order>) async throws -> Order {
        let now = registry.clock.now
        return try await registry.retryingConflicts {
            try await registry.database.write { tx in
                var order = try tx.orderWithToken(id)
                guard order.details.provisioning?.method == .shipToken else {
                    throw Refusal(
                        .invalidOrderState, "The order has a token of its owner's; none is shipped."
                    )
                }
                guard order.details.provisioning?.shippedAt == nil else {
                    throw Refusal(.invalidOrderState, "The token has been shipped already.")
                }
                order.details.provisioning?.shippedAt = now
                try tx.save(order, primary: try tx.primaryCertificate(of: order), at: now)
                return order
            }
        }
    }

    /// Certifies the key that was made on a token.
    package func install(_ csr: String, on id: ID<Order>) async throws {
        try await registry.supplyCSR(csr) { try $0.orderWithToken(id) }
    }
}

extension Transaction {
    fileprivate func orderWithToken(_ id: ID<Order>) throws -> Order {
        guard let order = try order(id) else { throw Refusal.notFound(.order) }
        let awaitsKey =
            try order.state == .waitingPickup
            || order.state == .reissuePending && certificateToCome(of: order).content.csr == nil
        guard awaitsKey, order.details.provisioning?.method.isToken == true else {
            throw Refusal(
                .invalidOrderState,
                "The order waits for no token; its status is \(order.state.rawValue).")
        }
        return order
    }
}
