/// Why a certificate is revoked (RFC 5280, section 5.3.1).
public enum RevocationReason: String, CaseIterable, Sendable {
    case unspecified
    case keyCompromise
    case affiliationChanged
    case superseded
    case cessationOfOperation
}
