/// The older place for `dcv_method`.
public struct DCVChoice: Codable, Equatable, Sendable {
    @LenientChoice public var method: Open<DCVMethod>?

    public init(method: Open<DCVMethod>? = nil) {
        self.method = method
    }

    enum CodingKeys: String, CodingKey {
        case method
    }
}
