import SwiftASN1

/// The certificate policies we assert (RFC 5280 section 4.2.1.4; CA/Browser Forum arc 2.23.140.1).
package enum CertificatePolicy: String, CaseIterable, Sendable {
    case domainValidated
    case organizationValidated
    case extendedValidation
    case mailboxMultipurpose
    case mailboxStrict
    case organizationMailMultipurpose
    case organizationMailStrict
    case sponsoredMailMultipurpose
    case sponsoredMailStrict
    case codeSigning
    case extendedCodeSigning
    /// The general policy of mark certificates.
    case mark
    /// For certificates of authorities only: whatever those below them assert.
    case any

    var oid: ASN1ObjectIdentifier {
        switch self {
        case .domainValidated: [2, 23, 140, 1, 2, 1]
        case .organizationValidated: [2, 23, 140, 1, 2, 2]
        case .extendedValidation: [2, 23, 140, 1, 1]
        case .mailboxMultipurpose: [2, 23, 140, 1, 5, 1, 2]
        case .mailboxStrict: [2, 23, 140, 1, 5, 1, 3]
        case .organizationMailMultipurpose: [2, 23, 140, 1, 5, 2, 2]
        case .organizationMailStrict: [2, 23, 140, 1, 5, 2, 3]
        case .sponsoredMailMultipurpose: [2, 23, 140, 1, 5, 3, 2]
        case .sponsoredMailStrict: [2, 23, 140, 1, 5, 3, 3]
        case .codeSigning: [2, 23, 140, 1, 4, 1]
        case .extendedCodeSigning: [2, 23, 140, 1, 3]
        case .mark: [1, 3, 6, 1, 4, 1, 53087, 1, 1]
        case .any: [2, 5, 29, 32, 0]
        }
    }
}
