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
    case organizationIdentifier
    case organizationalUnit
    case title
    case surname
    case givenName
    case pseudonym
    case emailAddress
    case commonName
    case markType
    case trademarkCountry
    case trademarkIdentifier
    case statuteCountry
    case statuteStateOrProvince
    case statuteLocality
    case statuteCitation

    package var charactersMax: Int {
        switch self {
        case .jurisdictionCountry, .country, .trademarkCountry, .statuteCountry: 2
        case .postalCode: 40
        case .surname, .givenName, .registrationNumber, .organization, .organizationalUnit,
            .commonName, .title,
            .markType, .trademarkIdentifier:
            64
        case .jurisdictionStateOrProvince, .jurisdictionLocality, .businessCategory,
            .stateOrProvince, .locality, .street, .pseudonym, .statuteStateOrProvince,
            .statuteLocality:
            128
        case .emailAddress, .statuteCitation: 255
        case .organizationIdentifier: 256
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
        case .organizationIdentifier: [2, 5, 4, 97]
        case .organizationalUnit: [2, 5, 4, 11]
        case .title: [2, 5, 4, 12]
        case .surname: [2, 5, 4, 4]
        case .givenName: [2, 5, 4, 42]
        case .pseudonym: [2, 5, 4, 65]
        case .emailAddress: [1, 2, 840, 113549, 1, 9, 1]
        case .commonName: [2, 5, 4, 3]
        case .markType: [1, 3, 6, 1, 4, 1, 53087, 1, 13]
        case .trademarkCountry: [1, 3, 6, 1, 4, 1, 53087, 1, 3]
        case .trademarkIdentifier: [1, 3, 6, 1, 4, 1, 53087, 1, 4]
        case .statuteCountry: [1, 3, 6, 1, 4, 1, 53087, 3, 2]
        case .statuteStateOrProvince: [1, 3, 6, 1, 4, 1, 53087, 3, 3]
        case .statuteLocality: [1, 3, 6, 1, 4, 1, 53087, 3, 4]
        case .statuteCitation: [1, 3, 6, 1, 4, 1, 53087, 3, 5]
        }
    }

    /// RFC 5280 appendix A.1 wants PrintableString here, UTF8String elsewhere.
    var isPrintable: Bool { isCountry || self == .registrationNumber }

    var isCountry: Bool {
        switch self {
        case .country, .jurisdictionCountry, .trademarkCountry, .statuteCountry: true
        default: false
        }
    }

    /// Those that say which mark is certified.
    static let ofMarks: Set<SubjectField> = [
        .markType, .trademarkCountry, .trademarkIdentifier, .statuteCountry,
        .statuteStateOrProvince, .statuteLocality, .statuteCitation,
    ]

    var isRepeatable: Bool { self == .organizationalUnit || self == .street }
}
