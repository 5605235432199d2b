/// Whether a party is in use.
public enum ActivityStatus: String, CaseIterable, Sendable {
    case active
    case inactive
}
