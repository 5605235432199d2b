/// How a code or document signing key reaches its owner.
public enum ProvisioningMethod: String, CaseIterable, Sendable {
    case shipToken = "ship_token"
    case clientApp = "client_app"
    case email
    case none
    case keylocker
}
