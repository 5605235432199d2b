package import Foundation
package import OrderCore

/// A key of an authority that is to be certified elsewhere, and the CSR for it.
package struct AuthorityRequest: Equatable, Sendable {
    package let keyID: String
    package let name: String
    package let keyPlace: KeyPlace
    /// The CSR, as it was handed out.
    package let der: [UInt8]
    package let createdAt: Date

    package init(keyID: String, name: String, keyPlace: KeyPlace, der: [UInt8], createdAt: Date) {
        self.keyID = keyID
        self.name = name
        self.keyPlace = keyPlace
        self.der = der
        self.createdAt = createdAt
    }
}

extension Transaction {
    package func authorityRequests() throws -> [AuthorityRequest] {
        try rows(
            """
            SELECT key_id, name, key_place, der, created_at FROM authority_requests
            ORDER BY created_at, key_id
            """, []
        ) {
            AuthorityRequest(
                keyID: $0.text(), name: $0.text(), keyPlace: try $0.word(), der: $0.bytes(),
                createdAt: $0.date())
        }
    }

    /// Returns whether it was there.
    package func removeAuthorityRequest(of keyID: String) throws -> Bool {
        try raiseAuthorityVersion()
        return try run("DELETE FROM authority_requests WHERE key_id = $1", [.text(keyID)]) > 0
    }

    package func insert(_ new: AuthorityRequest) throws {
        try raiseAuthorityVersion()
        try run(
            """
            INSERT INTO authority_requests (key_id, name, key_place, der, created_at)
            VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .text(new.keyID), .text(new.name), .text(new.keyPlace.rawValue), .bytes(new.der),
                .date(new.createdAt),
            ])
    }
}
