package import Foundation
package import OrderCore

/// A CA certificate. Its private key stays with the keeper, under `keyID`.
package struct IssuerRecord: Equatable, Sendable {
    package let id: ID<CACertificate>
    /// The issuer above it; none for a root.
    package let parentID: ID<CACertificate>?
    package let name: String
    package let keyID: String
    package let der: [UInt8]
    package let createdAt: Date
    package let role: AuthorityRole
    package let keyPlace: KeyPlace
    /// Since when it issues nothing more; it goes on standing above what it issued.
    package let retiredAt: Date?
    /// Who issues in its place.
    package let successorID: ID<CACertificate>?
    /// Since when it is on the list of the issuer above it.
    package let end: AuthorityEnd?

    init(row: inout Columns) throws {
        id = row.id()
        parentID = row.idIfPresent()
        name = row.text()
        keyID = row.text()
        der = row.bytes()
        createdAt = row.date()
        role = try row.word()
        keyPlace = try row.word()
        retiredAt = row.dateIfPresent()
        successorID = row.idIfPresent()
        end = try AuthorityEnd(rowIfPresent: &row)
    }
}

extension AuthorityEnd {
    /// The columns `revoked_at` and `revocation_reason`.
    init?(rowIfPresent row: inout Columns) throws {
        let date = row.dateIfPresent()
        let reason = try row.wordIfPresent(Reason.self)
        guard let date, let reason else { return nil }
        self.init(reason: reason, date: date)
    }
}

package struct NewIssuer: Sendable {
    let parentID: ID<CACertificate>?
    let name: String
    let keyID: String
    let der: [UInt8]
    let createdAt: Date
    let role: AuthorityRole
    let keyPlace: KeyPlace

    /// - Parameter role: a root where nothing is above it, else one that issues.
    package init(
        parentID: ID<CACertificate>?, name: String, keyID: String, der: [UInt8], createdAt: Date,
        role: AuthorityRole? = nil, keyPlace: KeyPlace = .files
    ) {
        self.parentID = parentID
        self.name = name
        self.keyID = keyID
        self.der = der
        self.createdAt = createdAt
        self.role = role ?? (parentID == nil ? .root : .issuing)
        self.keyPlace = keyPlace
    }
}

extension Transaction {
    package func issuers() throws -> [IssuerRecord] {
        try rows(
            """
            SELECT i.id, i.parent_id, i.name, i.key_id, i.der, i.created_at, i.role, i.key_place,
              i.retired_at, i.successor_id, i.revoked_at, i.revocation_reason
            FROM issuers i ORDER BY i.id
            """, []
        ) { try IssuerRecord(row: &$0) }
    }

    package func insert(_ new: NewIssuer) throws -> ID<CACertificate> {
        try raiseAuthorityVersion()
        let id: ID<CACertificate> = try insert(
            """
            INSERT INTO issuers (parent_id, name, key_id, der, created_at, role, key_place)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            [
                .id(new.parentID), .text(new.name), .text(new.keyID), .bytes(new.der),
                .date(new.createdAt), .text(new.role.rawValue), .text(new.keyPlace.rawValue),
            ])
        try insertFirstPartition(of: id, at: new.createdAt)
        return id
    }

    /// Has an issuer issue nothing more. What it was chosen for goes to its successor, or back to
    /// the installation's own choice.
    package func retire(
        _ id: ID<CACertificate>, inFavourOf successor: ID<CACertificate>?, at now: Date
    ) throws {
        try raiseAuthorityVersion()
        try run(
            "UPDATE issuers SET retired_at = $2, successor_id = $3 WHERE id = $1",
            [.id(id), .date(now), .id(successor)])
        if let successor {
            try run(
                "UPDATE issuer_choices SET issuer_id = $2 WHERE issuer_id = $1",
                [.id(id), .id(successor)])
        } else {
            try run("DELETE FROM issuer_choices WHERE issuer_id = $1", [.id(id)])
        }
    }

    /// Has a retired issuer issue again.
    package func reinstate(_ id: ID<CACertificate>) throws {
        try raiseAuthorityVersion()
        try run(
            "UPDATE issuers SET retired_at = NULL, successor_id = NULL WHERE id = $1", [.id(id)])
    }

    /// Notes that the issuer above one has put it on its list; it issues nothing more.
    package func end(_ id: ID<CACertificate>, _ end: AuthorityEnd) throws {
        try raiseAuthorityVersion()
        try run(
            """
            UPDATE issuers SET revoked_at = $2, revocation_reason = $3,
              retired_at = coalesce(retired_at, $2)
            WHERE id = $1
            """, [.id(id), .date(end.date), .text(end.reason.rawValue)])
        try run("DELETE FROM issuer_choices WHERE issuer_id = $1", [.id(id)])
    }

    /// Part of what records a certificate: its issuer still issues. Comes after the certificate, so
    /// that whoever shuts an issuer out in the meantime either waits for it or is seen here
    /// (``holdCertificates(_:)``).
    package func requireIssuing(_ id: ID<CACertificate>) throws {
        try postCondition(
            "SELECT i.id FROM issuers i WHERE i.id = $1 AND i.retired_at IS NULL", [.id(id)])
    }

    /// The same where all was settled but the last signature: the issuer is not revoked.
    package func requireUnrevoked(_ id: ID<CACertificate>) throws {
        try postCondition(
            "SELECT i.id FROM issuers i WHERE i.id = $1 AND i.revoked_at IS NULL", [.id(id)])
    }

    package func isRevoked(issuer id: ID<CACertificate>) throws -> Bool {
        try row("SELECT i.revoked_at FROM issuers i WHERE i.id = $1", [.id(id)]) {
            $0.dateIfPresent() != nil
        } ?? true
    }

    /// Waits until certificates that are being recorded are, and keeps others from being recorded
    /// until this transaction is done. Has to come first in it. An engine with one writer has
    /// nobody to wait for.
    package func holdCertificates(_ dialect: Dialect) throws {
        switch dialect {
        case .sqlite: break
        case .postgres: try run("LOCK TABLE certificates IN SHARE MODE", [])
        }
    }

    /// Notes where the key of an issuer is from now on. Its lists, which nobody could make before,
    /// are due.
    package func setKeyPlace(
        _ place: KeyPlace, of id: ID<CACertificate>, at now: Date
    ) throws {
        try raiseAuthorityVersion()
        try run(
            "UPDATE issuers SET key_place = $2 WHERE id = $1", [.id(id), .text(place.rawValue)])
        try askForCRLs(of: id, due: now)
    }
}

extension Transaction {
    /// The keys of certificates and of requests that lie in sealed files. Of a store that is older
    /// than the column for it, those of all certificates.
    package func keysInFiles() throws -> [String] {
        guard try schemaNumber() >= Migration.authorities.number else {
            return try rows("SELECT key_id FROM issuers ORDER BY id", []) { $0.text() }
        }
        return try rows(
            """
            SELECT key_id FROM issuers WHERE key_place = 'files'
            UNION SELECT key_id FROM authority_requests WHERE key_place = 'files' ORDER BY key_id
            """, []
        ) { $0.text() }
    }
}
