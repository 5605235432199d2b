/// Where an order stands, and the moves that lead from one place to the next.
///
/// ```
/// needsApproval ─ approve ─▶ pending ─ issue ─▶ issued ─ requestReissue ─▶ reissuePending
///       │ reject, cancel        │ cancel          │ revoke                       │
///       ▼                       ▼                 ▼             completeReissue, abandonReissue,
///   rejected, canceled       canceled          revoked          cancel: issued again
/// ```
/// An order whose key is still to come stands in `needsCSR` from its approval on, or in
/// `waitingPickup` from the end of its validation on; with the key (`supplyKey`) it is pending.
///
/// An order past its end is still `issued` here: that it has expired is a fact of the calendar,
/// told when it is read (``Order/status(at:)``).
///
/// A new state? Also: the golden table of moves, the schema's `CHECK`, `OrderStatus` of the wire.
package enum OrderState: String, CaseIterable, Sendable {
    case needsApproval = "needs_approval"
    case pending
    case needsCSR = "needs_csr"
    case waitingPickup = "waiting_pickup"
    case issued
    case reissuePending = "reissue_pending"
    case rejected
    case canceled
    case revoked
}

package enum OrderMove: String, CaseIterable, Sendable {
    case approve
    case reject
    case cancel
    case awaitCSR
    case awaitPickup
    case supplyKey
    case issue
    case requestReissue
    case completeReissue
    case abandonReissue
    case requestDuplicate
    case requestRevocation
    case revoke
}

/// A move that the state does not allow. Nothing has changed.
package struct IllegalMove: Error, Equatable {
    package let move: OrderMove
    package let state: OrderState

    package init(move: OrderMove, state: OrderState) {
        self.move = move
        self.state = state
    }
}

extension OrderState {
    /// The state that `move` leads to.
    package func after(_ move: OrderMove) throws(IllegalMove) -> OrderState {
        guard let next = next(move) else { throw IllegalMove(move: move, state: self) }
        return next
    }

    private func next(_ move: OrderMove) -> OrderState? {
        switch self {
        case .needsApproval: afterApprovalWait(move)
        case .pending:
            switch move {
            case .issue: .issued
            case .awaitCSR: .needsCSR
            case .awaitPickup: .waitingPickup
            case .cancel: .canceled
            default: nil
            }
        case .needsCSR, .waitingPickup:
            switch move {
            case .supplyKey: .pending
            case .cancel: .canceled
            default: nil
            }
        case .issued:
            switch move {
            case .requestReissue: .reissuePending
            case .requestDuplicate, .requestRevocation: .issued
            case .revoke: .revoked
            default: nil
            }
        case .reissuePending:
            switch move {
            case .completeReissue, .abandonReissue, .cancel: .issued
            default: nil
            }
        case .rejected, .canceled, .revoked:
            nil
        }
    }

    private func afterApprovalWait(_ move: OrderMove) -> OrderState? {
        switch move {
        case .approve: .pending
        case .reject: .rejected
        case .cancel: .canceled
        default: nil
        }
    }
}
