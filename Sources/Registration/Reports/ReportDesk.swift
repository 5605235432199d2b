package import Foundation
package import OrderCore
package import Storage

/// Where counts and tables over all orders are made.
package struct ReportDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package var now: Date { registry.clock.now }

    package func waitingRequests(
        container: ID<Container>?, for caller: Caller
    ) async throws -> [(kind: RequestKind, count: Int)] {
        let scope = caller.scope
        return try await registry.database.read { tx in
            try tx.requireContainer(container, in: scope)
            return try tx.waitingRequests(in: scope, container: container)
        }
    }

    package func expiring(
        container: ID<Container>?, for caller: Caller
    ) async throws -> [ExpiringCount] {
        let (scope, now) = (caller.scope, now)
        return try await registry.database.read { tx in
            try tx.requireContainer(container, in: scope)
            return try tx.expiring(in: scope, container: container, at: now)
        }
    }

    package static let rowsStandard = 50_000
    package static let rowsMax = 100_000
    /// How many orders are read at a time: the report is sent while it is made.
    package static let batch = 500

    /// One batch of a report, after the order with this id.
    package func orders(
        _ query: ListQuery<OrderProperty>, after last: ID<Order>, max: Int, for caller: Caller
    ) async throws -> [OrderFile] {
        let scope = caller.scope
        return try await registry.database.read {
            try $0.orderFiles(in: scope, query, after: last, max: max)
        }
    }
}

extension Transaction {
    fileprivate func requireContainer(_ id: ID<Container>?, in scope: Scope) throws {
        guard let id else { return }
        guard let container = try container(id),
            scope.sees(account: container.accountID, container: id)
        else { throw Refusal.notFound(.container) }
    }
}
