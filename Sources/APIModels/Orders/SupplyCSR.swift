/// The CSR of an order that was placed without one.
public struct SupplyCSR: Codable, Equatable, Sendable {
    @LenientText public var csr: String?

    public init(csr: String? = nil) {
        self.csr = csr
    }

    enum CodingKeys: String, CodingKey {
        case csr
    }
}
