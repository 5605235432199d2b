/// One further certificate with a key of its own.
public struct Duplicate: Codable, Equatable, Sendable {
    public var id: Int
    public var thumbprint: String?
    public var serialNumber: String?
    public var commonName: String?
    public var dnsNames: [String]?
    public var status: Open<CertificateStatus>
    public var dateCreated: Timestamp
    public var validFrom: Day?
    public var validTill: Day?
    public var daysRemaining: Int?
    public var csr: String?
    public var serverPlatform: ServerPlatform?
    public var signatureHash: String?
    public var keySize: Int?
    public var caCertificateID: String?
    /// Counts the duplicates of an order: `001`, `002`.
    public var subID: String?
    public var publicID: String?
    /// `"0"` or `"1"`.
    public var archived: String?
    public var userID: Int?
    public var firstName: String?
    public var lastName: String?

    public init(
        id: Int, thumbprint: String? = nil, serialNumber: String? = nil, commonName: String? = nil,
        dnsNames: [String]? = nil, status: Open<CertificateStatus>, dateCreated: Timestamp,
        validFrom: Day? = nil, validTill: Day? = nil, daysRemaining: Int? = nil, csr: String? = nil,
        serverPlatform: ServerPlatform? = nil, signatureHash: String? = nil, keySize: Int? = nil,
        caCertificateID: String? = nil, subID: String? = nil, publicID: String? = nil,
        archived: String? = nil, userID: Int? = nil, firstName: String? = nil,
        lastName: String? = nil
    ) {
        self.id = id
        self.thumbprint = thumbprint
        self.serialNumber = serialNumber
        self.commonName = commonName
        self.dnsNames = dnsNames
        self.status = status
        self.dateCreated = dateCreated
        self.validFrom = validFrom
        self.validTill = validTill
        self.daysRemaining = daysRemaining
        self.csr = csr
        self.serverPlatform = serverPlatform
        self.signatureHash = signatureHash
        self.keySize = keySize
        self.caCertificateID = caCertificateID
        self.subID = subID
        self.publicID = publicID
        self.archived = archived
        self.userID = userID
        self.firstName = firstName
        self.lastName = lastName
    }

    enum CodingKeys: String, CodingKey {
        case id, thumbprint
        case serialNumber = "serial_number"
        case commonName = "common_name"
        case dnsNames = "dns_names"
        case status
        case dateCreated = "date_created"
        case validFrom = "valid_from"
        case validTill = "valid_till"
        case daysRemaining = "days_remaining"
        case csr
        case serverPlatform = "server_platform"
        case signatureHash = "signature_hash"
        case keySize = "key_size"
        case caCertificateID = "ca_cert_id"
        case subID = "sub_id"
        case publicID = "public_id"
        case archived
        case userID = "user_id"
        case firstName = "firstname"
        case lastName = "lastname"
    }
}
