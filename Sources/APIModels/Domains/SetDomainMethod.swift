/// How control over a domain is to be shown from now on, as old clients say it.
public struct SetDomainMethod: Codable, Equatable, Sendable {
    @LenientChoice public var method: Open<DCVMethod>?
    /// The newer name of the same.
    @LenientChoice public var dcvMethod: Open<DCVMethod>?

    public init(method: Open<DCVMethod>? = nil, dcvMethod: Open<DCVMethod>? = nil) {
        self.method = method
        self.dcvMethod = dcvMethod
    }

    enum CodingKeys: String, CodingKey {
        case method
        case dcvMethod = "dcv_method"
    }
}
