import SwiftASN1

/// An extended key usage (RFC 5280 section 4.2.1.12).
package enum KeyPurpose: String, CaseIterable, Sendable {
    case serverAuth
    case clientAuth
    /// A Kerberos domain controller that takes smart cards (RFC 4556 section 3.2.4).
    case kerberosKDC
    case emailProtection
    case codeSigning
    /// Documents of every kind (RFC 9336).
    case documentSigning
    case adobeDocumentSigning
    case microsoftDocumentSigning
    /// Logos beside mail: id-kp-BrandIndicatorforMessageIdentification.
    case brandIndicator

    var oid: ASN1ObjectIdentifier {
        switch self {
        case .serverAuth: [1, 3, 6, 1, 5, 5, 7, 3, 1]
        case .clientAuth: [1, 3, 6, 1, 5, 5, 7, 3, 2]
        case .kerberosKDC: [1, 3, 6, 1, 5, 2, 3, 5]
        case .emailProtection: [1, 3, 6, 1, 5, 5, 7, 3, 4]
        case .codeSigning: [1, 3, 6, 1, 5, 5, 7, 3, 3]
        case .documentSigning: [1, 3, 6, 1, 5, 5, 7, 3, 36]
        case .adobeDocumentSigning: [1, 2, 840, 113583, 1, 1, 5]
        case .microsoftDocumentSigning: [1, 3, 6, 1, 4, 1, 311, 10, 3, 12]
        case .brandIndicator: [1, 3, 6, 1, 5, 5, 7, 3, 31]
        }
    }
}
