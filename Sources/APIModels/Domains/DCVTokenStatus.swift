/// Whether a random value has been found where it belongs.
public enum DCVTokenStatus: String, CaseIterable, Sendable {
    case pending
    case active
    case expired
}
