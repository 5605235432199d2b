import Issuance
package import OrderCore
package import Storage

/// Certificates of authorities that are no longer good.
extension AuthorityDesk {
    /// Has the issuer above an authority revoke its certificate. The authority signs no more
    /// orders; lists and answers about what it issued go on.
    package func revoke(
        _ id: ID<CACertificate>, because reason: AuthorityEnd.Reason
    ) async throws -> CAEntry {
        let end = AuthorityEnd(reason: reason, date: clock.now)
        return try await database.write { [dialect = database.dialect] tx in
            try tx.holdCertificates(dialect)
            let roster = try tx.issuerRoster()
            let entry = try roster.required(id)
            guard entry.end == nil else { throw AuthorityRefusal.revoked(entry.name) }
            guard let parentID = entry.parentID else {
                throw AuthorityRefusal.rootEndless(entry.name)
            }
            guard !entry.isIssuing || roster.issuing.count > 1 else {
                throw AuthorityRefusal.lastIssuing(entry.name)
            }
            try tx.end(entry.certificate, named: entry.name, by: try roster.required(parentID), end)
            try tx.end(id, end)
            return entry
        }
    }

    /// Has an authority revoke what it signed for another one.
    package func revokeCross(
        _ id: ID<CrossCertificate>, because reason: AuthorityEnd.Reason
    ) async throws -> CrossEntry {
        let end = AuthorityEnd(reason: reason, date: clock.now)
        return try await database.write { tx in
            let roster = try tx.issuerRoster()
            guard let entry = roster.crossCertificates.first(where: { $0.id == id }) else {
                throw AuthorityRefusal.unknownCross(id)
            }
            guard entry.end == nil else { throw AuthorityRefusal.revoked(entry.name) }
            try tx.end(
                entry.certificate, named: entry.name, by: try roster.required(entry.issuerID), end)
            try tx.end(id, end)
            return entry
        }
    }
}

extension Transaction {
    fileprivate func end(
        _ certificate: SignedCertificate, named name: String, by issuer: CAEntry,
        _ end: AuthorityEnd
    ) throws {
        guard issuer.keyPlace != .elsewhere else {
            throw AuthorityRefusal.listElsewhere(name, above: issuer.name)
        }
        try insertRevocation(
            of: certificate.serial.magnitude, until: certificate.validity.notAfter,
            end, by: issuer.id)
    }
}
