/// How many domains have a proof that ended or soon ends; numbers in quotes, as in the original.
public struct ExpiringDomains: Codable, Equatable, Sendable {
    public var expired: String
    /// Within 60 days.
    public var expirySoon: String
    /// There have been none since 2021.
    public var affectedByMozillaPolicy: String
    /// Within the last 7 days.
    public var recentlyExpired: String
    public var within30Days: String
    public var from31To60Days: String
    public var from61To90Days: String

    public init(
        expired: String, expirySoon: String, affectedByMozillaPolicy: String,
        recentlyExpired: String, within30Days: String, from31To60Days: String,
        from61To90Days: String
    ) {
        self.expired = expired
        self.expirySoon = expirySoon
        self.affectedByMozillaPolicy = affectedByMozillaPolicy
        self.recentlyExpired = recentlyExpired
        self.within30Days = within30Days
        self.from31To60Days = from31To60Days
        self.from61To90Days = from61To90Days
    }

    enum CodingKeys: String, CodingKey {
        case expired = "number_of_expired_domains"
        case expirySoon = "number_of_expiry_soon_domains"
        case affectedByMozillaPolicy = "number_of_domains_affected_by_mozilla_policy"
        case recentlyExpired = "number_of_domains_recent_expired"
        case within30Days = "number_of_domains_expiring_within_30_days"
        case from31To60Days = "number_of_domains_expiring_from_31_to_60_days"
        case from61To90Days = "number_of_domains_expiring_from_61_to_90_days"
    }
}
