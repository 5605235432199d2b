/// What placing, reissuing and duplicating answer.
///
/// With a chain the certificate is issued; with only its id it is approved and waits for
/// validation; with neither it waits for approval.
public struct OrderReceipt: Codable, Equatable, Sendable {
    public var id: Int
    public var requests: [RequestOutcome]
    public var certificateID: Int?
    public var certificateChain: [ChainCertificate]?
    public var dcvRandomValue: String?
    public var domains: [OrderDomain]?
    public var orderValidTill: Day?
    /// Said of duplicates only.
    public var subID: String?

    public init(
        id: Int, requests: [RequestOutcome], certificateID: Int? = nil,
        certificateChain: [ChainCertificate]? = nil, dcvRandomValue: String? = nil,
        domains: [OrderDomain]? = nil, orderValidTill: Day? = nil, subID: String? = nil
    ) {
        self.id = id
        self.requests = requests
        self.certificateID = certificateID
        self.certificateChain = certificateChain
        self.dcvRandomValue = dcvRandomValue
        self.domains = domains
        self.orderValidTill = orderValidTill
        self.subID = subID
    }

    enum CodingKeys: String, CodingKey {
        case id, requests
        case certificateID = "certificate_id"
        case certificateChain = "certificate_chain"
        case dcvRandomValue = "dcv_random_value"
        case domains
        case orderValidTill = "order_valid_till"
        case subID = "sub_id"
    }
}
