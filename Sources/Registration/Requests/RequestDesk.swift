package import OrderCore
package import Storage

/// Where requests wait for those who may decide about them.
package struct RequestDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func list(
        _ query: ListQuery<RequestProperty>, for caller: Caller
    ) async throws -> Listed<RequestEntry> {
        try await registry.database.requests(
            in: caller.scope, query, from: registry.orderIndex)
    }

    package func file(_ id: ID<Request>, for caller: Caller) async throws -> RequestFile {
        let scope = caller.scope
        let file = try await registry.database.read { tx -> RequestFile? in
            guard let entry = try tx.requestEntry(id) else { return nil }
            guard let order = try tx.orderFile(entry.request.orderID) else { return nil }
            let old = try order.order.renewalOf.flatMap { try tx.order($0) }
            let reviewer = try entry.request.reviewerID.flatMap { try tx.user($0) }
            return RequestFile(
                entry: entry, reviewer: reviewer?.reference, order: order, renewedOrder: old)
        }
        guard let file, scope.sees(file.order.order) else { throw Refusal.notFound(.request) }
        return file
    }
}

/// A request with all of its order.
package struct RequestFile: Sendable {
    package let entry: RequestEntry
    /// The first of two approvers.
    package let reviewer: UserReference?
    package let order: OrderFile
    /// The order that this one renews.
    package let renewedOrder: Order?
}
