/// The name that a proof of control is made for.
public enum DCVScope: String, CaseIterable, Sendable {
    case baseDomain = "base_domain"
    case fqdn
}
