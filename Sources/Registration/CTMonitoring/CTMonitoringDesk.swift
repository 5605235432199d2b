import Foundation
package import OrderCore
package import Storage

/// Where one sees which certificates are known for the names of an order.
///
/// The CA sends nothing to public logs and reads none. What it can honestly tell is what it issued
/// itself: another order of the account with the same names shows up here, another CA's does not.
package struct CTMonitoringDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// Whether the names of the order are watched: from its issue to its end.
    package func isMonitored(_ id: ID<Order>, for caller: Caller) async throws -> Bool {
        let (scope, now) = (caller.scope, registry.clock.now)
        let order = try await registry.database.read { try $0.order(id, in: scope) }
        return order.status(at: now) == .state(.issued) && !order.settings.disableCT
    }

    package func certificates(
        _ query: ListQuery<KnownCertificateProperty>, of id: ID<Order>, for caller: Caller
    ) async throws -> Listed<KnownCertificate> {
        let scope = caller.scope
        return try await registry.database.read { tx in
            try tx.certificates(sharingNamesWith: try tx.order(id, in: scope), query)
        }
    }

    /// - Parameter issuer: the name of the issuing CA, if the caller gave one.
    package func certificate(
        serial: [UInt8], issuer: String?, of id: ID<Order>, for caller: Caller
    ) async throws -> KnownCertificate {
        let scope = caller.scope
        let known = try await registry.database.read { tx in
            try tx.certificate(serial: serial, sharingNamesWith: try tx.order(id, in: scope))
        }
        guard let known, issuer == nil || issuer == known.issuerName else {
            throw Refusal.notFound(.certificate)
        }
        return known
    }
}
