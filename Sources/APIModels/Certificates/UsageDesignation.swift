/// What the key of an S/MIME or document signing certificate is for.
public struct UsageDesignation: Codable, Equatable, Sendable {
    @LenientText public var primaryUsage: String?
    @LenientList public var additionalUsages: [String]?

    public init(primaryUsage: String? = nil, additionalUsages: [String]? = nil) {
        self.primaryUsage = primaryUsage
        self.additionalUsages = additionalUsages
    }

    enum CodingKeys: String, CodingKey {
        case primaryUsage = "primary_usage"
        case additionalUsages = "additional_usages"
    }
}
