/// A certificate with the authorities above it, in the forms in which servers want them.
package struct CertificateBundle: Sendable {
    /// The end entity first, each one's issuer after it.
    package let certificates: [SignedCertificate]

    package init(_ certificates: [SignedCertificate]) {
        self.certificates = certificates
    }

    /// PEM blocks one after another, LF line ends, none after the last line.
    package var pem: String {
        certificates.map(\.block.text).joined(separator: "\n")
    }

    /// A PKCS #7 message in DER.
    package var pkcs7: [UInt8] {
        CertificatesOnlyMessage(certificates.map(\.der)).der
    }

    /// The same in armour, LF line ends, the last one too.
    package var pkcs7PEM: String {
        PEM(label: "PKCS7", der: pkcs7).text + "\n"
    }
}
