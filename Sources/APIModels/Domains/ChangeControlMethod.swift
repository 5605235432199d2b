/// How control over the names of an order is to be shown from now on.
public struct ChangeControlMethod: Codable, Equatable, Sendable {
    @LenientChoice public var dcvMethod: Open<DCVMethod>?

    public init(dcvMethod: Open<DCVMethod>? = nil) {
        self.dcvMethod = dcvMethod
    }

    enum CodingKeys: String, CodingKey {
        case dcvMethod = "dcv_method"
    }
}
