/// What lists say of a certificate.
public struct CertificateSummary: Codable, Equatable, Sendable {
    public var id: Int?
    public var commonName: String?
    public var dnsNames: [String]?
    public var validFrom: Day?
    public var validTill: Day?
    public var daysRemaining: Int?
    public var signatureHash: String?
    public var serialNumber: String?

    public init(
        id: Int? = nil, commonName: String? = nil, dnsNames: [String]? = nil, validFrom: Day? = nil,
        validTill: Day? = nil, daysRemaining: Int? = nil, signatureHash: String? = nil,
        serialNumber: String? = nil
    ) {
        self.id = id
        self.commonName = commonName
        self.dnsNames = dnsNames
        self.validFrom = validFrom
        self.validTill = validTill
        self.daysRemaining = daysRemaining
        self.signatureHash = signatureHash
        self.serialNumber = serialNumber
    }

    enum CodingKeys: String, CodingKey {
        case id
        case commonName = "common_name"
        case dnsNames = "dns_names"
        case validFrom = "valid_from"
        case validTill = "valid_till"
        case daysRemaining = "days_remaining"
        case signatureHash = "signature_hash"
        case serialNumber = "serial_number"
    }
}
