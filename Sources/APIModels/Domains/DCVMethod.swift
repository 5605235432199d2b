/// How control over a name is shown.
public enum DCVMethod: String, CaseIterable, Sendable {
    case email
    case dnsTXTToken = "dns-txt-token"
    case dnsCNAMEToken = "dns-cname-token"
    case httpToken = "http-token"
    case httpTokenDynamic = "http-token-dynamic"
    case httpTokenStatic = "http-token-static"
}
