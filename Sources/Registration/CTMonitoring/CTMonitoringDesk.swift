package import Foundation
import Issuance
package import OrderCore
package import Storage
import Transparency

/// Where one sees which certificates are known for the names of an order.
///
/// The CA reads no public logs. What it can honestly tell is what it issued itself, and which logs
/// vouch for it: another order of the account with the same names shows up here, another CA's does
/// not.
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

    /// The logs whose timestamps are in a certificate; of one that is not in the list any more, its
    /// id.
    package func promises(in known: KnownCertificate) throws -> [LogPromise] {
        try SignedCertificate(der: known.issuance.der).timestamps.map { timestamp in
            let log = registry.logs?.list[timestamp.logID]
            return LogPromise(
                logName: log?.name ?? Data(timestamp.logID).base64EncodedString(),
                operatorName: log?.operatorName, url: log?.url, at: timestamp.date,
                entryNumber: timestamp.entryNumber)
        }
    }

    /// - Parameter issuer: the name of the issuing CA, or the word for all of them, if the caller
    ///   gave one.
    package func certificate(
        serial: [UInt8], issuer: String?, of id: ID<Order>, for caller: Caller
    ) async throws -> KnownCertificate {
        let scope = caller.scope
        let known = try await registry.database.read { tx in
            try tx.certificate(serial: serial, sharingNamesWith: try tx.order(id, in: scope))
        }
        guard let known,
            [nil, known.issuerName, KnownCertificateProperty.issuerOfOurs].contains(issuer)
        else {
            throw Refusal.notFound(.certificate)
        }
        return known
    }
}

/// That a log has seen a certificate, as it says.
package struct LogPromise: Equatable, Sendable {
    package let logName: String
    package let operatorName: String?
    package let url: String?
    package let at: Date
    package let entryNumber: UInt64?
}
