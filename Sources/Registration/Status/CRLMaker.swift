import Foundation
import Issuance
package import Logging
import OrderCore
import Storage

/// Makes revocation lists that are due: claims them, reads what is on them, signs outside any
/// transaction, and replaces the list before.
///
/// Any number of nodes may run one. A claim is a lease; a revocation that comes while a list is
/// made asks for the next one; of two lists made at once the one that is kept first wins, and the
/// other is made again.
package struct CRLMaker: Sendable {
    private let registry: Registry
    private let logger: Logger?

    package init(registry: Registry, logger: Logger? = nil) {
        self.registry = registry
        self.logger = logger
    }

    /// Makes what is due now. Returns how many lists were claimed.
    @discardableResult
    package func makeDue() async throws -> Int {
        let now = registry.clock.now
        guard try await registry.database.read({ try $0.hasDueCRLs(at: now) }) else { return 0 }
        let claimed = try await registry.database.write { try $0.claimCRLs(at: now) }
        for claim in claimed { try await attempt(claim) }
        return claimed.count
    }

    /// Makes the first list of a part that has none yet.
    func makeFirst(of id: ID<CRLPartition>) async throws {
        let now = registry.clock.now
        guard try await registry.database.read({ try $0.crlMark(id) }) == nil,
            let claimed = try await registry.database.write({ try $0.claimCRL(id, at: now) })
        else { return }
        try await attempt(claimed)
    }

    private func attempt(_ claimed: ClaimedPartition) async throws {
        let now = registry.clock.now
        guard let signer = try await signer(of: claimed.partition.issuerID) else {
            tellAbsentKey(of: claimed)
            return try await putBack(
                claimed, due: now.addingTimeInterval(delaySeconds(withoutKeyOf: claimed)),
                failure: "the key is not here")
        }
        do {
            try await make(claimed, signer, at: now)
        } catch {
            logger?.error(
                "revocation list not made",
                metadata: [
                    "issuer_id": "\(claimed.partition.issuerID)",
                    "part": "\(claimed.partition.number)", "attempts": "\(claimed.attempts)",
                    "error": "\(error)",
                ])
            try await putBack(
                claimed,
                due: now.addingTimeInterval(
                    CRLSchedule.retryDelaySeconds(after: claimed.attempts)),
                failure: "\(type(of: error))")
        }
    }

    /// Where the key is elsewhere, its lists are, too.
    private func tellAbsentKey(of claimed: ClaimedPartition) {
        let entry = registry.authority.roster[claimed.partition.issuerID]
        guard let entry, entry.keyPlace != .elsewhere else { return }
        logger?.warning(
            "revocation list not made: the key is not here",
            metadata: [
                "issuer_id": "\(entry.id)", "name": "\(entry.name)",
                "part": "\(claimed.partition.number)", "attempts": "\(claimed.attempts)",
            ])
    }

    /// A key that this node lacks may be on another one, which makes the list meanwhile.
    private func delaySeconds(withoutKeyOf claimed: ClaimedPartition) -> TimeInterval {
        switch registry.authority.roster[claimed.partition.issuerID]?.keyPlace {
        case .files, .token: CRLSchedule.retryDelaySeconds(after: claimed.attempts)
        case .elsewhere, nil: CRLSchedule.absentKeySeconds
        }
    }

    /// The authority may have been made a moment ago, and not be noticed yet.
    private func signer(of id: ID<CACertificate>) async throws -> Issuance.Issuer? {
        if let signer = registry.authority.signer(of: id) { return signer }
        try await registry.authority.refresh(from: registry.database)
        return registry.authority.signer(of: id)
    }

    private func make(
        _ claimed: ClaimedPartition, _ signer: Issuance.Issuer, at now: Date
    ) async throws {
        let id = claimed.partition.id
        let begin = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
        let (previous, entries, parts) = try await registry.database.read { tx in
            let previous = try tx.crlMark(id)
            let parts = try tx.crlPartitionsCount(of: claimed.partition.issuerID)
            var entries = RevokedEntries(countExpected: try tx.revocationsCount(in: id))
            // An entry is on one list that begins after its certificate ended (RFC 5280 section 5).
            // A list that was made by a clock ahead of time counts for what has ended by now.
            // The records stay: what a wrong clock takes for ended comes back with the right one.
            let end = previous.map { min($0.thisUpdate, begin) } ?? .distantPast
            try tx.eachRevocation(in: id, endingFrom: end) { serial, milliseconds, reason in
                entries.append(serial: serial, seconds: milliseconds / 1000, reason: reason)
            }
            return (previous, entries, parts)
        }
        let mark = CRLMark(
            partitionID: id, number: CRLSchedule.number(after: previous?.number, at: begin),
            thisUpdate: begin,
            nextUpdate: begin.addingTimeInterval(CRLSchedule.validitySeconds))
        let list = try await signer.sign(
            entries, as: head(of: mark, claimed.partition, parts: parts))
        try await registry.database.write { tx in
            try tx.insertCRLDigest(list.digest, of: id, number: mark.number)
            guard try tx.replace(previous, by: mark, der: list.der) else {
                return try tx.release(claimed, due: now)
            }
            try tx.release(
                claimed, due: now.addingTimeInterval(CRLSchedule.renewalSeconds))
        }
    }

    /// The only list of an issuer is all that it revoked; other lists say which part they are.
    private func head(
        of mark: CRLMark, _ partition: CRLPartition, parts: Int
    ) -> RevocationListHead {
        let url = registry.publication.crlURL(
            of: partition.issuerID, part: partition.number, on: partition.publishedURL)
        return RevocationListHead(
            number: mark.number, thisUpdate: mark.thisUpdate, nextUpdate: mark.nextUpdate,
            distributionPoint: parts > 1 ? url : nil)
    }

    private func putBack(_ claimed: ClaimedPartition, due: Date, failure: String) async throws {
        try await registry.database.write {
            try $0.release(claimed, due: due, failure: failure)
        }
    }
}
