/// What a parent is told of an order.
///
/// Certificate and organization only where the subaccount is its own child.
public struct SubaccountOrder: Codable, Equatable, Sendable {
    public var id: Int
    public var certificate: SubaccountCertificate?
    public var organization: OrderOrganization?
    public var subaccount: SubaccountReference
    public var product: OrderedProduct
    public var orderPrice: OrderPrice?
    public var status: Open<OrderStatus>
    public var numberOfSANs: Int
    public var dateCreated: Timestamp
    public var dateIssued: Timestamp?
    public var validityYears: Int?
    /// `"0"` or `"1"`.
    public var isMultiYearPlan: String?
    public var orderValidFrom: Day?
    public var orderValidTill: Day?
    public var subaccountOrderValidations: OrderValidations?

    public init(
        id: Int, certificate: SubaccountCertificate? = nil, organization: OrderOrganization? = nil,
        subaccount: SubaccountReference, product: OrderedProduct, orderPrice: OrderPrice? = nil,
        status: Open<OrderStatus>, numberOfSANs: Int, dateCreated: Timestamp,
        dateIssued: Timestamp? = nil, validityYears: Int? = nil, isMultiYearPlan: String? = nil,
        orderValidFrom: Day? = nil, orderValidTill: Day? = nil,
        subaccountOrderValidations: OrderValidations? = nil
    ) {
        self.id = id
        self.certificate = certificate
        self.organization = organization
        self.subaccount = subaccount
        self.product = product
        self.orderPrice = orderPrice
        self.status = status
        self.numberOfSANs = numberOfSANs
        self.dateCreated = dateCreated
        self.dateIssued = dateIssued
        self.validityYears = validityYears
        self.isMultiYearPlan = isMultiYearPlan
        self.orderValidFrom = orderValidFrom
        self.orderValidTill = orderValidTill
        self.subaccountOrderValidations = subaccountOrderValidations
    }

    enum CodingKeys: String, CodingKey {
        case id, certificate, organization, subaccount, product
        case orderPrice = "order_price"
        case status
        case numberOfSANs = "number_of_sans"
        case dateCreated = "date_created"
        case dateIssued = "date_issued"
        case validityYears = "validity_years"
        case isMultiYearPlan = "is_multi_year_plan"
        case orderValidFrom = "order_valid_from"
        case orderValidTill = "order_valid_till"
        case subaccountOrderValidations = "subaccount_order_validations"
    }
}
