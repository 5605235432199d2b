/// One certificate that replaced another.
public struct Reissue: Codable, Equatable, Sendable {
    public var id: Int
    public var thumbprint: String?
    public var serialNumber: String?
    public var commonName: String?
    public var dnsNames: [String]?
    public var status: Open<CertificateStatus>
    public var dateCreated: Timestamp
    public var dateIssued: Timestamp?
    public var validFrom: Day?
    public var validTill: Day?
    public var daysRemaining: Int?
    public var csr: String?
    public var keySize: Int?
    /// 0 or 1, a number here and a string in duplicates.
    public var archived: Int?
    public var userID: Int?
    public var email: String?
    public var firstName: String?
    public var lastName: String?
    public var receiptID: String?
    public var purchasedDNSNames: String?
    public var purchasedWildcardNames: String?

    public init(
        id: Int, thumbprint: String? = nil, serialNumber: String? = nil, commonName: String? = nil,
        dnsNames: [String]? = nil, status: Open<CertificateStatus>, dateCreated: Timestamp,
        dateIssued: Timestamp? = nil, validFrom: Day? = nil, validTill: Day? = nil,
        daysRemaining: Int? = nil, csr: String? = nil, keySize: Int? = nil, archived: Int? = nil,
        userID: Int? = nil, email: String? = nil, firstName: String? = nil, lastName: String? = nil,
        receiptID: String? = nil, purchasedDNSNames: String? = nil,
        purchasedWildcardNames: String? = nil
    ) {
        self.id = id
        self.thumbprint = thumbprint
        self.serialNumber = serialNumber
        self.commonName = commonName
        self.dnsNames = dnsNames
        self.status = status
        self.dateCreated = dateCreated
        self.dateIssued = dateIssued
        self.validFrom = validFrom
        self.validTill = validTill
        self.daysRemaining = daysRemaining
        self.csr = csr
        self.keySize = keySize
        self.archived = archived
        self.userID = userID
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.receiptID = receiptID
        self.purchasedDNSNames = purchasedDNSNames
        self.purchasedWildcardNames = purchasedWildcardNames
    }

    enum CodingKeys: String, CodingKey {
        case id, thumbprint
        case serialNumber = "serial_number"
        case commonName = "common_name"
        case dnsNames = "dns_names"
        case status
        case dateCreated = "date_created"
        case dateIssued = "date_issued"
        case validFrom = "valid_from"
        case validTill = "valid_till"
        case daysRemaining = "days_remaining"
        case csr
        case keySize = "key_size"
        case archived
        case userID = "user_id"
        case email
        case firstName = "firstname"
        case lastName = "lastname"
        case receiptID = "receipt_id"
        case purchasedDNSNames = "purchased_dns_names"
        case purchasedWildcardNames = "purchased_wildcard_names"
    }
}
