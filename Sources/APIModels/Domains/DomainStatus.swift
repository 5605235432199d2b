/// Whether certificates may be issued for a domain.
public enum DomainStatus: String, CaseIterable, Sendable {
    case approved
    case pending
    case expired
}
