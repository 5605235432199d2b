import Foundation
package import Issuance
package import OrderCore
package import Storage

/// What passes between this CA and others: requests, and certificates for the keys of others.
extension AuthorityWorkshop {
    /// Makes a key, and a request to have it certified elsewhere; see ``install(_:)``.
    package func request(_ order: NewAuthority) async throws -> SigningRequest {
        let plan = AuthorityPlan(
            order.subject, key: order.key, validityDays: AuthorityTerm.issuingDays,
            pathLength: order.role == .issuing ? 0 : order.pathLength)
        let request = try await maker(at: order.keyPlace).request(plan)
        let new = AuthorityRequest(
            keyID: request.key.identifier.hex, name: plan.name.commonName ?? plan.name.description,
            keyPlace: order.keyPlace, der: request.der, createdAt: clock.now)
        try await database.write { try $0.insert(new) }
        return request
    }

    /// Gives up a key that waits for its certificate. One in a sealed file is destroyed; a token
    /// keeps its own.
    package func withdraw(_ keyID: String) async throws -> AuthorityRequest {
        let request = try await database.write { tx in
            let requests = try tx.issuerRoster().requests
            guard let request = requests.first(where: { $0.keyID == keyID.uppercased() }),
                try tx.removeAuthorityRequest(of: request.keyID)
            else { throw AuthorityRefusal.unknownRequest(keyID) }
            return request
        }
        // Should that fail, a key is left that nothing uses.
        if request.keyPlace == .files, let key = KeyIdentifier(hex: request.keyID) {
            try await keepers.intake?.destroy(key)
        }
        return request
    }

    /// Signs a certificate for another authority, or for one of our own under another root, and
    /// keeps it, to be published. One that was rolled over vouches for its successor, and for
    /// nobody else.
    ///
    /// - Parameter days: absent: as long as is usual for issuing authorities, or as both last.
    package func crossSign(
        _ foreign: ForeignAuthority, by id: ID<CACertificate>, days wished: Int?, pathLength: Int?
    ) async throws -> CrossEntry {
        let roster = try await database.read { tx in
            try tx.refuseLost(foreign.key)
            return try tx.issuerRoster()
        }
        let parent = try await parent(id, in: roster, of: foreign.key)
        guard foreign.key != parent.entry.certificate.key else {
            throw AuthorityRefusal.ownKey(parent.entry.name)
        }
        if let end = foreign.validity?.notAfter, end <= clock.now {
            throw AuthorityRefusal.foreignEnded(
                foreign.name.commonName ?? foreign.name.description,
                on: end.formatted(.iso8601))
        }
        let plan = foreign.plan(
            validityDays: try days(wished, .intermediate, below: parent.entry),
            pathLength: pathLength)
        let certificate = try await below(parent.entry) {
            try await maker(at: .files).certify(
                foreign.key, as: plan, under: parent.signer, now: start(below: parent.entry))
        }
        let new = NewCrossCertificate(
            issuerID: id, name: certificate.commonName ?? certificate.subjectName,
            keyID: certificate.key.identifier.hex, der: certificate.der, createdAt: clock.now)
        let crossID = try await database.write { try $0.insert(new) }
        return try CrossEntry(id: crossID, issuerID: id, certificate: certificate)
    }
}
