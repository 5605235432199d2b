/// Certificates of other authorities.
public struct ReplaceableCertificates: Codable, Equatable, Sendable {
    public var certificates: [ReplaceableCertificate]

    public init(certificates: [ReplaceableCertificate]) {
        self.certificates = certificates
    }
}

/// A certificate of another authority, as a host shows it now. All but the serial number is ours.
public struct ReplaceableCertificate: Codable, Equatable, Sendable {
    public var serialNumber: String
    public var domain: String
    public var commonName: String?
    public var issuerCommonName: String?
    public var validTill: Day

    public init(
        serialNumber: String, domain: String, commonName: String?, issuerCommonName: String?,
        validTill: Day
    ) {
        self.serialNumber = serialNumber
        self.domain = domain
        self.commonName = commonName
        self.issuerCommonName = issuerCommonName
        self.validTill = validTill
    }

    enum CodingKeys: String, CodingKey {
        case serialNumber = "serial_number"
        case domain
        case commonName = "common_name"
        case issuerCommonName = "issuer_common_name"
        case validTill = "valid_till"
    }
}
