import SwiftASN1
import X509

extension ASN1ObjectIdentifier {
    /// Marks a precertificate (RFC 6962 section 3.1).
    static let precertificatePoison: ASN1ObjectIdentifier = [1, 3, 6, 1, 4, 1, 11129, 2, 4, 3]
    /// Holds the timestamps that are embedded in a certificate (RFC 6962 section 3.3).
    static let certificateTimestamps: ASN1ObjectIdentifier = [1, 3, 6, 1, 4, 1, 11129, 2, 4, 2]
}

extension Certificate.Extension {
    /// Critical, so that nobody takes a precertificate for a certificate; its value is NULL.
    static let precertificatePoison = Certificate.Extension(
        oid: .precertificatePoison, critical: true, value: [DERWriter.Tag.null, 0])
}

extension SignedCertificate {
    package var isPrecertificate: Bool { x509.extensions[oid: .precertificatePoison] != nil }

    /// The timestamps that are embedded; none where there are none, or where they cannot be read.
    package var timestamps: [SignedTimestamp] {
        guard let value = x509.extensions[oid: .certificateTimestamps]?.value,
            // What cannot be read is of no use to anybody.
            let list = try? TimestampList(extensionValue: Array(value))
        else { return [] }
        return list.timestamps
    }
}
