/// The certificates that replaced the first one of an order.
public struct ReissueList: Codable, Equatable, Sendable {
    public var certificates: [Reissue]

    public init(certificates: [Reissue]) {
        self.certificates = certificates
    }

    enum CodingKeys: String, CodingKey {
        case certificates
    }
}
