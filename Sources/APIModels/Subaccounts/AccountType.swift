/// What an account is allowed; `managed` accounts are used through the API alone.
public enum AccountType: String, CaseIterable, Sendable {
    case retail
    case enterprise
    case reseller
    case managed
}
