/// Where an order stands. Lists show `issued` for expired orders too.
public enum OrderStatus: String, CaseIterable, Sendable {
    case needsApproval = "needs_approval"
    case pending
    case processing
    case needsCSR = "needs_csr"
    case waitingPickup = "waiting_pickup"
    case issued
    case reissuePending = "reissue_pending"
    case revoked
    case canceled
    case rejected
    case denied
    case expired
    case approved
    case renewed
    case notRenewed = "not_renewed"
}
