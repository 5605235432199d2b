/// What a check of an order's names came to. What is missing is an error instead.
public struct ControlResult: Codable, Equatable, Sendable {
    public var orderStatus: Open<OrderStatus>
    public var certificateID: Int?
    public var dcvStatus: String
    public var dnsNameValidations: [CheckedName]

    public init(
        orderStatus: Open<OrderStatus>, certificateID: Int? = nil, dcvStatus: String,
        dnsNameValidations: [CheckedName]
    ) {
        self.orderStatus = orderStatus
        self.certificateID = certificateID
        self.dcvStatus = dcvStatus
        self.dnsNameValidations = dnsNameValidations
    }

    enum CodingKeys: String, CodingKey {
        case orderStatus = "order_status"
        case certificateID = "certificate_id"
        case dcvStatus = "dcv_status"
        case dnsNameValidations = "dns_name_validations"
    }
}
