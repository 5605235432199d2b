/// What kind of key an order came with.
public enum OrderOrigin: String, CaseIterable, Sendable {
    case apiKey = "api_key"
    case acmeURL = "acme_url"
}
