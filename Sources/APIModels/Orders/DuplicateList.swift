/// The further certificates of an order.
public struct DuplicateList: Codable, Equatable, Sendable {
    public var certificates: [Duplicate]

    public init(certificates: [Duplicate]) {
        self.certificates = certificates
    }

    enum CodingKeys: String, CodingKey {
        case certificates
    }
}
