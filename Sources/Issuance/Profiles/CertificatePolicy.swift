import SwiftASN1

/// The certificate policies we assert (RFC 5280 section 4.2.1.4; CA/Browser Forum arc 2.23.140.1).
package enum CertificatePolicy: String, CaseIterable, Sendable {
    case domainValidated
    case organizationValidated
    case extendedValidation
    /// For certificates of authorities only: whatever those below them assert.
    case any

    var oid: ASN1ObjectIdentifier {
        switch self {
        case .domainValidated: [2, 23, 140, 1, 2, 1]
        case .organizationValidated: [2, 23, 140, 1, 2, 2]
        case .extendedValidation: [2, 23, 140, 1, 1]
        case .any: [2, 5, 29, 32, 0]
        }
    }
}
