package import OrderCore
import Storage

/// Where certificates that nobody needs to see any more are put out of sight, and fetched back.
package struct ArchiveDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package enum Place: Sendable {
        case archive
        case lists
    }

    package func move(
        _ id: ID<Certificate>, to place: Place, for caller: Caller
    ) async throws {
        let scope = caller.scope
        try await registry.retryingConflicts {
            try await registry.database.write { tx in
                let certificate = try tx.certificate(id, in: scope)
                let order = try tx.order(certificate.orderID, in: scope)
                if place == .archive, order.primaryCertificateID == id {
                    throw Refusal(
                        .primaryCertificate, "Primary certificate cannot be archived")
                }
                try tx.setArchived(place == .archive, of: id)
                try tx.touch(order)
            }
        }
    }
}
