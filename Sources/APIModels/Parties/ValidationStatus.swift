/// Where one kind of validation stands.
public enum ValidationStatus: String, CaseIterable, Sendable {
    case active
    case pending
    case expired
    case complete
}
