/// One issuing certificate, in the older spelling of times and flags.
public struct Intermediate: Codable, Equatable, Sendable {
    public var id: String
    public var subjectCommonName: String
    public var subjectOrganizationName: String?
    public var issuerCommonName: String?
    public var validFrom: SpacedTimestamp
    public var validTo: SpacedTimestamp
    public var serialNumber: String
    public var thumbprint: String
    public var signatureHash: String
    /// `"1"` or `"0"`.
    public var isPrivate: String

    public init(
        id: String, subjectCommonName: String, subjectOrganizationName: String? = nil,
        issuerCommonName: String? = nil, validFrom: SpacedTimestamp, validTo: SpacedTimestamp,
        serialNumber: String, thumbprint: String, signatureHash: String, isPrivate: String
    ) {
        self.id = id
        self.subjectCommonName = subjectCommonName
        self.subjectOrganizationName = subjectOrganizationName
        self.issuerCommonName = issuerCommonName
        self.validFrom = validFrom
        self.validTo = validTo
        self.serialNumber = serialNumber
        self.thumbprint = thumbprint
        self.signatureHash = signatureHash
        self.isPrivate = isPrivate
    }

    enum CodingKeys: String, CodingKey {
        case id
        case subjectCommonName = "subject_common_name"
        case subjectOrganizationName = "subject_org_name"
        case issuerCommonName = "issuer_common_name"
        case validFrom = "valid_from"
        case validTo = "valid_to"
        case serialNumber = "serial_number"
        case thumbprint
        case signatureHash = "signature_hash"
        case isPrivate = "is_private"
    }
}
