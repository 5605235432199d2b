package import Foundation
package import OrderCore

/// A certificate that the installation issued for itself.
package struct OwnCertificate: Equatable, Sendable {
    package let issuerID: ID<CACertificate>
    package let purpose: Purpose
    package let serial: [UInt8]
    package let der: [UInt8]
    package let validTill: Date
    package let createdAt: Date

    package enum Purpose: String, Sendable {
        /// Signs answers about certificates.
        case ocsp
        /// The API's own, for TLS.
        case server
    }

    package init(
        issuerID: ID<CACertificate>, purpose: Purpose, serial: [UInt8], der: [UInt8],
        validTill: Date, createdAt: Date
    ) {
        self.issuerID = issuerID
        self.purpose = purpose
        self.serial = serial
        self.der = der
        self.validTill = validTill
        self.createdAt = createdAt
    }
}

extension Transaction {
    package func insert(_ own: OwnCertificate) throws {
        try run(
            """
            INSERT INTO own_certificates (issuer_id, purpose, serial, der, valid_till, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .id(own.issuerID), .text(own.purpose.rawValue), .bytes(own.serial),
                .bytes(own.der), .date(own.validTill), .date(own.createdAt),
            ])
    }

    /// Those that last beyond `end`, the longest lasting first.
    package func ownCertificates(
        of issuer: ID<CACertificate>, for purpose: OwnCertificate.Purpose, lastingBeyond end: Date
    ) throws -> [OwnCertificate] {
        try rows(
            """
            SELECT serial, der, valid_till, created_at FROM own_certificates
            WHERE issuer_id = $1 AND purpose = $2 AND valid_till > $3
            ORDER BY valid_till DESC, id DESC
            """, [.id(issuer), .text(purpose.rawValue), .date(end)]
        ) {
            OwnCertificate(
                issuerID: issuer, purpose: purpose, serial: $0.bytes(), der: $0.bytes(),
                validTill: $0.date(), createdAt: $0.date())
        }
    }
}
