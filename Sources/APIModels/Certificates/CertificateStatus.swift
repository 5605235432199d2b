/// Where a single certificate stands; an issued duplicate is called `approved`.
public enum CertificateStatus: String, CaseIterable, Sendable {
    case issued
    case approved
    case pending
    case rejected
    case revoked
    case expired
    case needsApproval = "needs_approval"
}
