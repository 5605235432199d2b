/// The order a listed request is about.
public struct RequestedOrder: Codable, Equatable, Sendable {
    public var id: Int
    public var certificate: CertificateSummary?
    public var organization: OrderOrganization?
    public var container: ContainerSummary?
    public var product: OrderedProduct?

    public init(
        id: Int, certificate: CertificateSummary? = nil, organization: OrderOrganization? = nil,
        container: ContainerSummary? = nil, product: OrderedProduct? = nil
    ) {
        self.id = id
        self.certificate = certificate
        self.organization = organization
        self.container = container
        self.product = product
    }

    enum CodingKeys: String, CodingKey {
        case id, certificate, organization, container, product
    }
}
