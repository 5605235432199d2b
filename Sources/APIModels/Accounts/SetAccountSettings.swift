/// Which letters an account wants.
public struct SetAccountSettings: Codable, Equatable, Sendable {
    @LenientList public var settings: [AccountSetting]?

    public init(settings: [AccountSetting]? = nil) {
        self.settings = settings
    }

    enum CodingKeys: String, CodingKey {
        case settings = "account_settings"
    }
}
