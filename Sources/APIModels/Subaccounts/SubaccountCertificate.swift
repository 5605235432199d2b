/// The certificate of an order as a parent sees it.
public struct SubaccountCertificate: Codable, Equatable, Sendable {
    public var id: Int?
    public var thumbprint: String?
    public var serialNumber: String?
    public var commonName: String?
    public var dnsNames: [String]?
    public var validFrom: Day?
    public var validTill: Day?
    public var organizationUnits: [String]?
    public var signatureHash: String?
    public var caCertificate: CAReference?

    public init(
        id: Int? = nil, thumbprint: String? = nil, serialNumber: String? = nil,
        commonName: String? = nil, dnsNames: [String]? = nil, validFrom: Day? = nil,
        validTill: Day? = nil, organizationUnits: [String]? = nil, signatureHash: String? = nil,
        caCertificate: CAReference? = nil
    ) {
        self.id = id
        self.thumbprint = thumbprint
        self.serialNumber = serialNumber
        self.commonName = commonName
        self.dnsNames = dnsNames
        self.validFrom = validFrom
        self.validTill = validTill
        self.organizationUnits = organizationUnits
        self.signatureHash = signatureHash
        self.caCertificate = caCertificate
    }

    enum CodingKeys: String, CodingKey {
        case id, thumbprint
        case serialNumber = "serial_number"
        case commonName = "common_name"
        case dnsNames = "dns_names"
        case validFrom = "valid_from"
        case validTill = "valid_till"
        case organizationUnits = "organization_units"
        case signatureHash = "signature_hash"
        case caCertificate = "ca_cert"
    }
}
