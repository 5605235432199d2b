/// What a certificate to be issued shall say.
///
/// Of a CSR only the key is used; its names are not read.
public struct RequestedCertificate: Codable, Equatable, Sendable {
    @LenientText public var commonName: String?
    @LenientList public var dnsNames: [String]?
    @LenientList public var emails: [String]?
    @LenientText public var csr: String?
    @LenientText public var signatureHash: String?
    @LenientObject public var serverPlatform: Reference?
    @LenientText public var caCertificateID: String?
    @LenientObject public var certificateValidity: Validity?
    @LenientText public var profileOption: String?
    @LenientList public var organizationUnits: [String]?
    @LenientText public var commonNameIndicator: String?
    @LenientObject public var individual: Individual?
    @LenientText public var profileType: String?
    @LenientObject public var usageDesignation: UsageDesignation?

    public init(
        commonName: String? = nil, dnsNames: [String]? = nil, emails: [String]? = nil,
        csr: String? = nil, signatureHash: String? = nil, serverPlatform: Reference? = nil,
        caCertificateID: String? = nil, certificateValidity: Validity? = nil,
        profileOption: String? = nil, organizationUnits: [String]? = nil,
        commonNameIndicator: String? = nil, individual: Individual? = nil,
        profileType: String? = nil, usageDesignation: UsageDesignation? = nil
    ) {
        self.commonName = commonName
        self.dnsNames = dnsNames
        self.emails = emails
        self.csr = csr
        self.signatureHash = signatureHash
        self.serverPlatform = serverPlatform
        self.caCertificateID = caCertificateID
        self.certificateValidity = certificateValidity
        self.profileOption = profileOption
        self.organizationUnits = organizationUnits
        self.commonNameIndicator = commonNameIndicator
        self.individual = individual
        self.profileType = profileType
        self.usageDesignation = usageDesignation
    }

    enum CodingKeys: String, CodingKey {
        case commonName = "common_name"
        case dnsNames = "dns_names"
        case emails, csr
        case signatureHash = "signature_hash"
        case serverPlatform = "server_platform"
        case caCertificateID = "ca_cert_id"
        case certificateValidity = "cert_validity"
        case profileOption = "profile_option"
        case organizationUnits = "organization_units"
        case commonNameIndicator = "common_name_indicator"
        case individual
        case profileType = "profile_type"
        case usageDesignation = "usage_designation"
    }
}
