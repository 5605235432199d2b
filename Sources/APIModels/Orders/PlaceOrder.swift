/// An order for a certificate, new or renewing another.
///
/// One body for all products; each product reads the members that concern it.
public struct PlaceOrder: Codable, Equatable, Sendable {
    @LenientObject public var certificate: RequestedCertificate?
    @LenientNumber public var autoReissue: Int?
    @LenientChoice public var dcvMethod: Open<DCVMethod>?
    @LenientChoice public var certificateDCVScope: Open<DCVScope>?
    @LenientList public var dcvEmails: [DCVEmail]?
    @LenientObject public var organization: OrderingOrganization?
    @LenientObject public var organizationContact: Contact?
    @LenientObject public var technicalContact: Contact?
    /// For whoever approves; comes back with the request.
    @LenientText public var comments: String?
    @LenientObject public var container: Reference?
    @LenientText public var customRenewalMessage: String?
    @LenientFlag public var disableRenewalNotifications: Bool?
    @LenientList public var additionalEmails: [String]?
    @LenientText public var locale: String?
    /// 0 or 1; for client certificates the number of renewals.
    @LenientNumber public var autoRenew: Int?
    @LenientID public var renewalOfOrderID: Int?
    @LenientChoice public var paymentMethod: Open<PaymentMethod>?
    @LenientFlag public var skipApproval: Bool?
    @LenientFlag public var disableCT: Bool?
    @LenientList public var customFields: [CustomFieldValue]?
    @LenientNumber public var validityYears: Int?
    @LenientNumber public var validityDays: Int?
    @LenientText public var customExpirationDate: String?
    /// Wins over the three members before it.
    @LenientObject public var orderValidity: Validity?
    @LenientObject public var product: ProductHint?
    @LenientChoice public var csProvisioningMethod: Open<ProvisioningMethod>?
    @LenientObject public var shippingAddress: ShippingAddress?
    @LenientObject public var subject: SubjectWishes?
    @LenientFlag public var useOrganizationAsCommonName: Bool?
    @LenientFlag public var csaAgreedTo: Bool?
    @LenientObject public var vmc: MarkToCertify?
    /// Pays for the order in place of its payment method.
    @LenientText public var voucherCode: String?
    /// The client's own name for the order, by which it is found again.
    @LenientText public var alternativeOrderID: String?

    public init(
        certificate: RequestedCertificate? = nil, autoReissue: Int? = nil,
        dcvMethod: Open<DCVMethod>? = nil, certificateDCVScope: Open<DCVScope>? = nil,
        dcvEmails: [DCVEmail]? = nil, organization: OrderingOrganization? = nil,
        organizationContact: Contact? = nil, technicalContact: Contact? = nil,
        comments: String? = nil, container: Reference? = nil, customRenewalMessage: String? = nil,
        disableRenewalNotifications: Bool? = nil, additionalEmails: [String]? = nil,
        locale: String? = nil, autoRenew: Int? = nil, renewalOfOrderID: Int? = nil,
        paymentMethod: Open<PaymentMethod>? = nil, skipApproval: Bool? = nil,
        disableCT: Bool? = nil, customFields: [CustomFieldValue]? = nil, validityYears: Int? = nil,
        validityDays: Int? = nil, customExpirationDate: String? = nil,
        orderValidity: Validity? = nil, product: ProductHint? = nil,
        csProvisioningMethod: Open<ProvisioningMethod>? = nil,
        shippingAddress: ShippingAddress? = nil, subject: SubjectWishes? = nil,
        useOrganizationAsCommonName: Bool? = nil, csaAgreedTo: Bool? = nil,
        vmc: MarkToCertify? = nil, voucherCode: String? = nil, alternativeOrderID: String? = nil
    ) {
        self.certificate = certificate
        self.autoReissue = autoReissue
        self.dcvMethod = dcvMethod
        self.certificateDCVScope = certificateDCVScope
        self.dcvEmails = dcvEmails
        self.organization = organization
        self.organizationContact = organizationContact
        self.technicalContact = technicalContact
        self.comments = comments
        self.container = container
        self.customRenewalMessage = customRenewalMessage
        self.disableRenewalNotifications = disableRenewalNotifications
        self.additionalEmails = additionalEmails
        self.locale = locale
        self.autoRenew = autoRenew
        self.renewalOfOrderID = renewalOfOrderID
        self.paymentMethod = paymentMethod
        self.skipApproval = skipApproval
        self.disableCT = disableCT
        self.customFields = customFields
        self.validityYears = validityYears
        self.validityDays = validityDays
        self.customExpirationDate = customExpirationDate
        self.orderValidity = orderValidity
        self.product = product
        self.csProvisioningMethod = csProvisioningMethod
        self.shippingAddress = shippingAddress
        self.subject = subject
        self.useOrganizationAsCommonName = useOrganizationAsCommonName
        self.csaAgreedTo = csaAgreedTo
        self.vmc = vmc
        self.voucherCode = voucherCode
        self.alternativeOrderID = alternativeOrderID
    }

    enum CodingKeys: String, CodingKey {
        case certificate
        case autoReissue = "auto_reissue"
        case dcvMethod = "dcv_method"
        case certificateDCVScope = "certificate_dcv_scope"
        case dcvEmails = "dcv_emails"
        case organization
        case organizationContact = "organization_contact"
        case technicalContact = "technical_contact"
        case comments, container
        case customRenewalMessage = "custom_renewal_message"
        case disableRenewalNotifications = "disable_renewal_notifications"
        case additionalEmails = "additional_emails"
        case locale
        case autoRenew = "auto_renew"
        case renewalOfOrderID = "renewal_of_order_id"
        case paymentMethod = "payment_method"
        case skipApproval = "skip_approval"
        case disableCT = "disable_ct"
        case customFields = "custom_fields"
        case validityYears = "validity_years"
        case validityDays = "validity_days"
        case customExpirationDate = "custom_expiration_date"
        case orderValidity = "order_validity"
        case product
        case csProvisioningMethod = "cs_provisioning_method"
        case shippingAddress = "ship_info"
        case subject
        case useOrganizationAsCommonName = "use_org_as_common_name"
        case csaAgreedTo = "csa_agreed_to"
        case vmc
        case voucherCode = "voucher_code"
        case alternativeOrderID = "alternative_order_id"
    }
}
