import OrderCore
import Storage

extension Transaction {
    /// Refuses to renew what cannot be renewed, or is renewed already. Returns the renewal that
    /// came to nothing and that another one may take the place of, if any.
    func checkRenewal(of id: ID<Order>, for caller: Caller) throws -> ID<Order>? {
        guard let old = try order(id), caller.scope.sees(old) else {
            throw Refusal.invalid("renewal_of_order_id", "is \(id), which is no order of yours")
        }
        guard old.term != nil else {
            throw Refusal(
                .orderNotRenewable,
                "renewal_of_order_id is \(id), whose status is \(old.state.rawValue)")
        }
        guard let renewal = try old.renewedBy.flatMap({ try order($0) }) else { return nil }
        guard renewal.state.isOver else {
            throw Refusal(
                .orderNotRenewable,
                "renewal_of_order_id is \(id), which the order \(renewal.id) renews already")
        }
        return renewal.id
    }
}

extension OrderState {
    /// Whether nothing of it is left, so that what it renewed can be renewed again.
    fileprivate var isOver: Bool {
        switch self {
        case .rejected, .canceled, .revoked: true
        case .needsApproval, .pending, .needsCSR, .waitingPickup, .issued, .reissuePending: false
        }
    }
}
