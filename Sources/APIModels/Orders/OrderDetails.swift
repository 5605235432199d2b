/// All there is to say of one order.
///
/// Members of older and newer answers stand together. The last two are said only inside a
/// request.
public struct OrderDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var certificate: OrderCertificate
    public var status: Open<OrderStatus>
    public var isRenewal: Bool
    public var isRenewed: Bool?
    /// The order before this one.
    public var renewedOrderID: Int?
    /// The order after this one. An addition of ours.
    public var renewedByOrderID: Int?
    public var businessUnit: String?
    public var dateCreated: Timestamp
    public var dateIssued: Timestamp?
    public var organization: OrderOrganization?
    public var validityYears: Int?
    public var orderValidity: Validity?
    public var orderValidFrom: Day?
    public var orderValidTill: Day?
    /// `"1"` where it is one.
    public var isMultiYearPlan: String?
    public var disableRenewalNotifications: Bool?
    /// 0 or 1.
    public var autoRenew: Int?
    /// 0 or 1.
    public var autoReissue: Int?
    public var container: ContainerSummary
    public var product: OrderedProduct
    public var organizationContact: Contact?
    public var technicalContact: Contact?
    public var user: Person?
    public var purchasedDNSNames: Int?
    public var purchasedWildcardNames: Int?
    public var requests: [OrderRequest]?
    public var receiptID: Int?
    public var csProvisioningMethod: Open<ProvisioningMethod>?
    public var hardwareInitializationCode: String?
    public var shippingAddress: ShippingAddress?
    public var sendMinus90: Bool?
    public var sendMinus60: Bool?
    public var sendMinus30: Bool?
    public var sendMinus7: Bool?
    public var sendMinus3: Bool?
    public var sendPlus7: Bool?
    public var publicID: String?
    public var allowDuplicates: Bool?
    public var userAssignments: [Person]?
    public var isOutOfContract: Bool?
    public var paymentMethod: Open<PaymentMethod>?
    public var productNameID: String
    public var customFields: [CustomField]?
    public var additionalEmails: [String]?
    public var customRenewalMessage: String?
    public var disableIssuanceEmail: Bool?
    public var disableCT: Bool?
    public var dcvMethod: Open<DCVMethod>?
    public var notes: [OrderNote]?
    public var verifiedContacts: [OrganizationContact]?
    public var apiKey: OrderingKey?
    /// By domain name.
    public var caaStatusMessage: NameMessages?
    public var hostedLogoLocation: String?
    public var hostedCertificateLocation: String?
    /// The client's own name for the order.
    public var alternativeOrderID: String?
    public var unsubmittedDomains: [String]?
    public var renewalOfOrderValidTill: Day?

    public init(
        id: Int, certificate: OrderCertificate, status: Open<OrderStatus>, isRenewal: Bool,
        isRenewed: Bool? = nil, renewedOrderID: Int? = nil, renewedByOrderID: Int? = nil,
        businessUnit: String? = nil, dateCreated: Timestamp, dateIssued: Timestamp? = nil,
        organization: OrderOrganization? = nil, validityYears: Int? = nil,
        orderValidity: Validity? = nil, orderValidFrom: Day? = nil, orderValidTill: Day? = nil,
        isMultiYearPlan: String? = nil, disableRenewalNotifications: Bool? = nil,
        autoRenew: Int? = nil, autoReissue: Int? = nil, container: ContainerSummary,
        product: OrderedProduct, organizationContact: Contact? = nil,
        technicalContact: Contact? = nil, user: Person? = nil, purchasedDNSNames: Int? = nil,
        purchasedWildcardNames: Int? = nil, requests: [OrderRequest]? = nil, receiptID: Int? = nil,
        csProvisioningMethod: Open<ProvisioningMethod>? = nil,
        hardwareInitializationCode: String? = nil, shippingAddress: ShippingAddress? = nil,
        sendMinus90: Bool? = nil, sendMinus60: Bool? = nil, sendMinus30: Bool? = nil,
        sendMinus7: Bool? = nil, sendMinus3: Bool? = nil, sendPlus7: Bool? = nil,
        publicID: String? = nil, allowDuplicates: Bool? = nil, userAssignments: [Person]? = nil,
        isOutOfContract: Bool? = nil, paymentMethod: Open<PaymentMethod>? = nil,
        productNameID: String, customFields: [CustomField]? = nil,
        additionalEmails: [String]? = nil, customRenewalMessage: String? = nil,
        disableIssuanceEmail: Bool? = nil, disableCT: Bool? = nil,
        dcvMethod: Open<DCVMethod>? = nil, notes: [OrderNote]? = nil,
        verifiedContacts: [OrganizationContact]? = nil, apiKey: OrderingKey? = nil,
        caaStatusMessage: NameMessages? = nil, hostedLogoLocation: String? = nil,
        hostedCertificateLocation: String? = nil, alternativeOrderID: String? = nil,
        unsubmittedDomains: [String]? = nil,
        renewalOfOrderValidTill: Day? = nil
    ) {
        self.id = id
        self.certificate = certificate
        self.status = status
        self.isRenewal = isRenewal
        self.isRenewed = isRenewed
        self.renewedOrderID = renewedOrderID
        self.renewedByOrderID = renewedByOrderID
        self.businessUnit = businessUnit
        self.dateCreated = dateCreated
        self.dateIssued = dateIssued
        self.organization = organization
        self.validityYears = validityYears
        self.orderValidity = orderValidity
        self.orderValidFrom = orderValidFrom
        self.orderValidTill = orderValidTill
        self.isMultiYearPlan = isMultiYearPlan
        self.disableRenewalNotifications = disableRenewalNotifications
        self.autoRenew = autoRenew
        self.autoReissue = autoReissue
        self.container = container
        self.product = product
        self.organizationContact = organizationContact
        self.technicalContact = technicalContact
        self.user = user
        self.purchasedDNSNames = purchasedDNSNames
        self.purchasedWildcardNames = purchasedWildcardNames
        self.requests = requests
        self.receiptID = receiptID
        self.csProvisioningMethod = csProvisioningMethod
        self.hardwareInitializationCode = hardwareInitializationCode
        self.shippingAddress = shippingAddress
        self.sendMinus90 = sendMinus90
        self.sendMinus60 = sendMinus60
        self.sendMinus30 = sendMinus30
        self.sendMinus7 = sendMinus7
        self.sendMinus3 = sendMinus3
        self.sendPlus7 = sendPlus7
        self.publicID = publicID
        self.allowDuplicates = allowDuplicates
        self.userAssignments = userAssignments
        self.isOutOfContract = isOutOfContract
        self.paymentMethod = paymentMethod
        self.productNameID = productNameID
        self.customFields = customFields
        self.additionalEmails = additionalEmails
        self.customRenewalMessage = customRenewalMessage
        self.disableIssuanceEmail = disableIssuanceEmail
        self.disableCT = disableCT
        self.dcvMethod = dcvMethod
        self.notes = notes
        self.verifiedContacts = verifiedContacts
        self.apiKey = apiKey
        self.caaStatusMessage = caaStatusMessage
        self.hostedLogoLocation = hostedLogoLocation
        self.hostedCertificateLocation = hostedCertificateLocation
        self.alternativeOrderID = alternativeOrderID
        self.unsubmittedDomains = unsubmittedDomains
        self.renewalOfOrderValidTill = renewalOfOrderValidTill
    }

    enum CodingKeys: String, CodingKey {
        case id, certificate, status
        case isRenewal = "is_renewal"
        case isRenewed = "is_renewed"
        case renewedOrderID = "renewed_order_id"
        case renewedByOrderID = "renewed_by_order_id"
        case businessUnit = "business_unit"
        case dateCreated = "date_created"
        case dateIssued = "date_issued"
        case organization
        case validityYears = "validity_years"
        case orderValidity = "order_validity"
        case orderValidFrom = "order_valid_from"
        case orderValidTill = "order_valid_till"
        case isMultiYearPlan = "is_multi_year_plan"
        case disableRenewalNotifications = "disable_renewal_notifications"
        case autoRenew = "auto_renew"
        case autoReissue = "auto_reissue"
        case container, product
        case organizationContact = "organization_contact"
        case technicalContact = "technical_contact"
        case user
        case purchasedDNSNames = "purchased_dns_names"
        case purchasedWildcardNames = "purchased_wildcard_names"
        case requests
        case receiptID = "receipt_id"
        case csProvisioningMethod = "cs_provisioning_method"
        case hardwareInitializationCode = "hardware_init_code"
        case shippingAddress = "ship_info"
        case sendMinus90 = "send_minus_90"
        case sendMinus60 = "send_minus_60"
        case sendMinus30 = "send_minus_30"
        case sendMinus7 = "send_minus_7"
        case sendMinus3 = "send_minus_3"
        case sendPlus7 = "send_plus_7"
        case publicID = "public_id"
        case allowDuplicates = "allow_duplicates"
        case userAssignments = "user_assignments"
        case isOutOfContract = "is_out_of_contract"
        case paymentMethod = "payment_method"
        case productNameID = "product_name_id"
        case customFields = "custom_fields"
        case additionalEmails = "additional_emails"
        case customRenewalMessage = "custom_renewal_message"
        case disableIssuanceEmail = "disable_issuance_email"
        case disableCT = "disable_ct"
        case dcvMethod = "dcv_method"
        case notes
        case verifiedContacts = "verified_contacts"
        case apiKey = "api_key"
        case caaStatusMessage = "caa_status_message"
        case hostedLogoLocation = "hosted_logo_location"
        case hostedCertificateLocation = "hosted_cert_location"
        case alternativeOrderID = "alternative_order_id"
        case unsubmittedDomains = "unsubmitted_domains"
        case renewalOfOrderValidTill = "renewal_of_order_valid_till"
    }
}
