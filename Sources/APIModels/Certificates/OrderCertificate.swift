/// The primary certificate of an order: the latest reissue, if there is one.
public struct OrderCertificate: Codable, Equatable, Sendable {
    public var id: Int?
    /// SHA-1, hexadecimal in upper case.
    public var thumbprint: String?
    public var serialNumber: String?
    public var status: Open<CertificateStatus>?
    public var commonName: String?
    public var dnsNames: [String]?
    public var emails: [String]?
    public var certificateValidity: Validity?
    public var dateCreated: Timestamp?
    public var dateIssued: Timestamp?
    public var validFrom: Day?
    public var validTill: Day?
    public var daysRemaining: Int?
    public var csr: String?
    public var organization: OrderOrganization?
    public var organizationUnits: [String]?
    public var serverPlatform: ServerPlatform?
    public var signatureHash: String?
    public var keySize: Int?
    public var caCertificate: CAReference?
    public var caCertificateID: String?
    public var userID: Int?
    public var profileOption: String?

    public init(
        id: Int? = nil, thumbprint: String? = nil, serialNumber: String? = nil,
        status: Open<CertificateStatus>? = nil, commonName: String? = nil,
        dnsNames: [String]? = nil, emails: [String]? = nil, certificateValidity: Validity? = nil,
        dateCreated: Timestamp? = nil, dateIssued: Timestamp? = nil, validFrom: Day? = nil,
        validTill: Day? = nil, daysRemaining: Int? = nil, csr: String? = nil,
        organization: OrderOrganization? = nil, organizationUnits: [String]? = nil,
        serverPlatform: ServerPlatform? = nil, signatureHash: String? = nil, keySize: Int? = nil,
        caCertificate: CAReference? = nil, caCertificateID: String? = nil, userID: Int? = nil,
        profileOption: String? = nil
    ) {
        self.id = id
        self.thumbprint = thumbprint
        self.serialNumber = serialNumber
        self.status = status
        self.commonName = commonName
        self.dnsNames = dnsNames
        self.emails = emails
        self.certificateValidity = certificateValidity
        self.dateCreated = dateCreated
        self.dateIssued = dateIssued
        self.validFrom = validFrom
        self.validTill = validTill
        self.daysRemaining = daysRemaining
        self.csr = csr
        self.organization = organization
        self.organizationUnits = organizationUnits
        self.serverPlatform = serverPlatform
        self.signatureHash = signatureHash
        self.keySize = keySize
        self.caCertificate = caCertificate
        self.caCertificateID = caCertificateID
        self.userID = userID
        self.profileOption = profileOption
    }

    enum CodingKeys: String, CodingKey {
        case id, thumbprint
        case serialNumber = "serial_number"
        case status
        case commonName = "common_name"
        case dnsNames = "dns_names"
        case emails
        case certificateValidity = "cert_validity"
        case dateCreated = "date_created"
        case dateIssued = "date_issued"
        case validFrom = "valid_from"
        case validTill = "valid_till"
        case daysRemaining = "days_remaining"
        case csr, organization
        case organizationUnits = "organization_units"
        case serverPlatform = "server_platform"
        case signatureHash = "signature_hash"
        case keySize = "key_size"
        case caCertificate = "ca_cert"
        case caCertificateID = "ca_cert_id"
        case userID = "user_id"
        case profileOption = "profile_option"
    }
}
