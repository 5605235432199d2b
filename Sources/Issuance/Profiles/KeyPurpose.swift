import SwiftASN1

/// An extended key usage (RFC 5280 section 4.2.1.12).
package enum KeyPurpose: String, CaseIterable, Sendable {
    case serverAuth
    case clientAuth
    /// A Kerberos domain controller that takes smart cards (RFC 4556 section 3.2.4).
    case kerberosKDC

    var oid: ASN1ObjectIdentifier {
        switch self {
        case .serverAuth: [1, 3, 6, 1, 5, 5, 7, 3, 1]
        case .clientAuth: [1, 3, 6, 1, 5, 5, 7, 3, 2]
        case .kerberosKDC: [1, 3, 6, 1, 5, 2, 3, 5]
        }
    }
}
