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
