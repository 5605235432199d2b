import SwiftASN1

/// What a subject can say, in the order in which it is encoded.
///
/// The order from country to common name is that of Baseline Requirements section 7.1.4.2; what
/// the EV Guidelines add (section 7.1.4.2) stands before it. Bounds are those of RFC 5280
/// appendix A.1 and, for what it lacks, X.520.
package enum SubjectField: String, CaseIterable, Sendable {
    case jurisdictionCountry
    case jurisdictionStateOrProvince
    case jurisdictionLocality
    case businessCategory
    case registrationNumber
    case country
    case stateOrProvince
    case locality
    case postalCode
    case street
    case organization
    case organizationalUnit
    case commonName

    package var charactersMax: Int {
        switch self {
        case .jurisdictionCountry, .country: 2
        case .postalCode: 40
        case .registrationNumber, .organization, .organizationalUnit, .commonName: 64
        case .jurisdictionStateOrProvince, .jurisdictionLocality, .businessCategory,
            .stateOrProvince, .locality, .street:
            128
        }
    }

    var type: ASN1ObjectIdentifier {
        switch self {
        case .jurisdictionCountry: [1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 3]
        case .jurisdictionStateOrProvince: [1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 2]
        case .jurisdictionLocality: [1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 1]
        case .businessCategory: [2, 5, 4, 15]
        case .registrationNumber: [2, 5, 4, 5]
        case .country: [2, 5, 4, 6]
        case .stateOrProvince: [2, 5, 4, 8]
        case .locality: [2, 5, 4, 7]
        case .postalCode: [2, 5, 4, 17]
        case .street: [2, 5, 4, 9]
        case .organization: [2, 5, 4, 10]
        case .organizationalUnit: [2, 5, 4, 11]
        case .commonName: [2, 5, 4, 3]
        }
    }

    /// RFC 5280 appendix A.1 wants PrintableString here, UTF8String elsewhere.
    var isPrintable: Bool { isCountry || self == .registrationNumber }

    var isCountry: Bool { self == .country || self == .jurisdictionCountry }

    var isRepeatable: Bool { self == .organizationalUnit || self == .street }
}
