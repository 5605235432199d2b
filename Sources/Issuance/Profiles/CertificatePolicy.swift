/// A certificate policy that we assert (RFC 5280 section 4.2.1.4).
package struct CertificatePolicy: Hashable, Sendable {
    package let oid: OID
    /// Where the practice statement is; it stands in the certificate as a qualifier.
    package let statementURL: String?

    package init(_ oid: OID, statementURL: String? = nil) {
        self.oid = oid
        self.statementURL = statementURL
    }

    /// For certificates of authorities only: whatever those below them assert.
    static let any = CertificatePolicy([2, 5, 29, 32, 0])
}

/// Policies of the CA/Browser Forum (arc 2.23.140.1) and of mark certificates.
extension CertificatePolicy {
    static let domainValidated = CertificatePolicy([2, 23, 140, 1, 2, 1])
    static let organizationValidated = CertificatePolicy([2, 23, 140, 1, 2, 2])
    static let extendedValidation = CertificatePolicy([2, 23, 140, 1, 1])
    static let mailboxMultipurpose = CertificatePolicy([2, 23, 140, 1, 5, 1, 2])
    static let mailboxStrict = CertificatePolicy([2, 23, 140, 1, 5, 1, 3])
    static let organizationMailMultipurpose = CertificatePolicy([2, 23, 140, 1, 5, 2, 2])
    static let organizationMailStrict = CertificatePolicy([2, 23, 140, 1, 5, 2, 3])
    static let sponsoredMailMultipurpose = CertificatePolicy([2, 23, 140, 1, 5, 3, 2])
    static let sponsoredMailStrict = CertificatePolicy([2, 23, 140, 1, 5, 3, 3])
    static let codeSigning = CertificatePolicy([2, 23, 140, 1, 4, 1])
    static let extendedCodeSigning = CertificatePolicy([2, 23, 140, 1, 3])
    /// The general policy of mark certificates.
    static let mark = CertificatePolicy([1, 3, 6, 1, 4, 1, 53087, 1, 1])
}
