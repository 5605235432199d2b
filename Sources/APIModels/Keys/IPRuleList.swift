/// All rules of an account.
public struct IPRuleList: Codable, Equatable, Sendable {
    public var ipRules: [IPRuleDetails]

    public init(ipRules: [IPRuleDetails]) {
        self.ipRules = ipRules
    }

    enum CodingKeys: String, CodingKey {
        case ipRules = "ip_rules"
    }
}
