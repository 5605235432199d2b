/// Whether certificates of an order are reissued by themselves: 0 or 1.
public struct SetAutoReissue: Codable, Equatable, Sendable {
    @LenientNumber public var autoReissue: Int?

    public init(autoReissue: Int? = nil) {
        self.autoReissue = autoReissue
    }

    enum CodingKeys: String, CodingKey {
        case autoReissue = "auto_reissue"
    }
}
