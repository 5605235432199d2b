package import Foundation
package import Issuance
package import OrderCore
package import Storage

/// A CA certificate as it is shown.
package struct CAEntry: Sendable {
    package let id: ID<CACertificate>
    package let parentID: ID<CACertificate>?
    package let name: String
    package let role: AuthorityRole
    package let keyPlace: KeyPlace
    /// Since when it issues nothing more.
    package let retiredAt: Date?
    package let successorID: ID<CACertificate>?
    /// Since when it is on the list of the one above it.
    package let end: AuthorityEnd?
    package let certificate: SignedCertificate

    /// Whether it signs what is ordered.
    package var isIssuing: Bool { role == .issuing && retiredAt == nil }

    init(_ record: IssuerRecord) throws {
        id = record.id
        parentID = record.parentID
        name = record.name
        role = record.role
        keyPlace = record.keyPlace
        retiredAt = record.retiredAt
        successorID = record.successorID
        end = record.end
        certificate = try SignedCertificate(der: record.der)
    }
}

/// A certificate that one of our issuers signed for the key of another authority.
package struct CrossEntry: Sendable {
    package let id: ID<CrossCertificate>
    package let issuerID: ID<CACertificate>
    package let name: String
    /// Since when it is on the list of its issuer.
    package let end: AuthorityEnd?
    package let certificate: SignedCertificate

    init(
        id: ID<CrossCertificate>, issuerID: ID<CACertificate>, certificate: SignedCertificate
    ) throws {
        self.id = id
        self.issuerID = issuerID
        self.certificate = certificate
        name = certificate.commonName ?? certificate.subjectName
        end = nil
    }

    init(_ record: CrossCertificateRecord) throws {
        id = record.id
        issuerID = record.issuerID
        name = record.name
        end = record.end
        certificate = try SignedCertificate(der: record.der)
    }
}
