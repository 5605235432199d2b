/// Where the checks of an order stand. Ids are strings here, and only here.
public struct OrderValidation: Codable, Equatable, Sendable {
    public var orderID: String
    public var orderStatus: Open<OrderStatus>
    public var organizationID: String?
    public var organizationName: String?
    public var organizationValidations: [OrganizationCheck]?
    public var dnsNameValidations: [NameValidation]

    public init(
        orderID: String, orderStatus: Open<OrderStatus>, organizationID: String? = nil,
        organizationName: String? = nil, organizationValidations: [OrganizationCheck]? = nil,
        dnsNameValidations: [NameValidation]
    ) {
        self.orderID = orderID
        self.orderStatus = orderStatus
        self.organizationID = organizationID
        self.organizationName = organizationName
        self.organizationValidations = organizationValidations
        self.dnsNameValidations = dnsNameValidations
    }

    enum CodingKeys: String, CodingKey {
        case orderID = "order_id"
        case orderStatus = "order_status"
        case organizationID = "organization_id"
        case organizationName = "organization_name"
        case organizationValidations = "organization_validations"
        case dnsNameValidations = "dns_name_validations"
    }
}
