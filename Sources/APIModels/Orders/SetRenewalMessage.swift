/// The text that stands in renewal notices. An empty one takes it away.
public struct SetRenewalMessage: Codable, Equatable, Sendable {
    public var customRenewalMessage: String?

    public init(customRenewalMessage: String? = nil) {
        self.customRenewalMessage = customRenewalMessage
    }

    enum CodingKeys: String, CodingKey {
        case customRenewalMessage = "custom_renewal_message"
    }
}
