/// What a product is and what an order for it may ask.
///
/// Lists leave out the platforms and the agreement.
public struct ProductDetails: Codable, Equatable, Sendable {
    public var groupName: String
    public var nameID: String
    public var name: String
    public var type: String
    public var validationType: Open<ValidationType>?
    public var validationName: String?
    public var validationDescription: String?
    public var allowedContainerIDs: [Int]?
    public var duplicatesAllowed: Bool?
    public var allowedValidityYears: [Int]?
    public var allowedOrderValidityYears: [Int]?
    public var multiYearOrderValidityYearsMax: Int?
    public var signatureHashTypes: SignatureHashChoice?
    public var allowedCACertificates: [AllowedCA]?
    public var additionalDNSNamesAllowed: Bool?
    public var increasedCompatibilityAllowed: Bool?
    public var customExpirationDateAllowed: Bool?
    public var customOrderExpirationDateAllowed: Bool?
    public var csrRequired: Bool?
    public var allowAutoRenew: Bool?
    public var allowAutoReissue: Bool?
    public var replacementProductNameID: String?
    public var serverPlatforms: [ServerPlatform]?
    public var licenseAgreement: String?
    public var remainingCertificatesInContract: Int?

    public init(
        groupName: String, nameID: String, name: String, type: String,
        validationType: Open<ValidationType>? = nil, validationName: String? = nil,
        validationDescription: String? = nil, allowedContainerIDs: [Int]? = nil,
        duplicatesAllowed: Bool? = nil, allowedValidityYears: [Int]? = nil,
        allowedOrderValidityYears: [Int]? = nil, multiYearOrderValidityYearsMax: Int? = nil,
        signatureHashTypes: SignatureHashChoice? = nil, allowedCACertificates: [AllowedCA]? = nil,
        additionalDNSNamesAllowed: Bool? = nil, increasedCompatibilityAllowed: Bool? = nil,
        customExpirationDateAllowed: Bool? = nil, customOrderExpirationDateAllowed: Bool? = nil,
        csrRequired: Bool? = nil, allowAutoRenew: Bool? = nil, allowAutoReissue: Bool? = nil,
        replacementProductNameID: String? = nil, serverPlatforms: [ServerPlatform]? = nil,
        licenseAgreement: String? = nil, remainingCertificatesInContract: Int? = nil
    ) {
        self.groupName = groupName
        self.nameID = nameID
        self.name = name
        self.type = type
        self.validationType = validationType
        self.validationName = validationName
        self.validationDescription = validationDescription
        self.allowedContainerIDs = allowedContainerIDs
        self.duplicatesAllowed = duplicatesAllowed
        self.allowedValidityYears = allowedValidityYears
        self.allowedOrderValidityYears = allowedOrderValidityYears
        self.multiYearOrderValidityYearsMax = multiYearOrderValidityYearsMax
        self.signatureHashTypes = signatureHashTypes
        self.allowedCACertificates = allowedCACertificates
        self.additionalDNSNamesAllowed = additionalDNSNamesAllowed
        self.increasedCompatibilityAllowed = increasedCompatibilityAllowed
        self.customExpirationDateAllowed = customExpirationDateAllowed
        self.customOrderExpirationDateAllowed = customOrderExpirationDateAllowed
        self.csrRequired = csrRequired
        self.allowAutoRenew = allowAutoRenew
        self.allowAutoReissue = allowAutoReissue
        self.replacementProductNameID = replacementProductNameID
        self.serverPlatforms = serverPlatforms
        self.licenseAgreement = licenseAgreement
        self.remainingCertificatesInContract = remainingCertificatesInContract
    }

    enum CodingKeys: String, CodingKey {
        case groupName = "group_name"
        case nameID = "name_id"
        case name, type
        case validationType = "validation_type"
        case validationName = "validation_name"
        case validationDescription = "validation_description"
        case allowedContainerIDs = "allowed_container_ids"
        case duplicatesAllowed = "duplicates_allowed"
        case allowedValidityYears = "allowed_validity_years"
        case allowedOrderValidityYears = "allowed_order_validity_years"
        case multiYearOrderValidityYearsMax = "max_multi_year_order_validity_years"
        case signatureHashTypes = "signature_hash_types"
        case allowedCACertificates = "allowed_ca_certs"
        case additionalDNSNamesAllowed = "additional_dns_names_allowed"
        case increasedCompatibilityAllowed = "increased_compatibility_allowed"
        case customExpirationDateAllowed = "custom_expiration_date_allowed"
        case customOrderExpirationDateAllowed = "custom_order_expiration_date_allowed"
        case csrRequired = "csr_required"
        case allowAutoRenew = "allow_auto_renew"
        case allowAutoReissue = "allow_auto_reissue"
        case replacementProductNameID = "replacement_product_name_id"
        case serverPlatforms = "server_platforms"
        case licenseAgreement = "license_agreement"
        case remainingCertificatesInContract = "remaining_certs_in_contract"
    }
}
