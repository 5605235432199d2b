/// Whether certificates of an order are kept out of CT logs.
public struct SetTransparency: Codable, Equatable, Sendable {
    @LenientFlag public var disableCT: Bool?

    public init(disableCT: Bool? = nil) {
        self.disableCT = disableCT
    }

    enum CodingKeys: String, CodingKey {
        case disableCT = "disable_ct"
    }
}
