package import Foundation
package import OrderCore

/// How many orders, or certificates, end within one span of days.
package struct ExpiringCount: Equatable, Sendable {
    package let span: ExpirySpan
    package let orders: Int
    package let certificates: Int
}

/// The spans that the report of what ends soon is made of, by the contract's numbers. They are
/// calendar days in UTC, as in `days_remaining`.
package enum ExpirySpan: Int, CaseIterable, Sendable {
    case within90 = 90
    case within60 = 60
    case within30 = 30
    /// Today, or up to 7 days ago.
    case ended = -7

    /// How many days are left.
    private var days: ClosedRange<Int> {
        switch self {
        case .within90: 60...90
        case .within60: 30...59
        case .within30: 1...29
        case .ended: -7...0
        }
    }

    /// First and last millisecond.
    package func bounds(at now: Date) -> (from: Date, to: Date) {
        let tomorrow = Span.nextMidnight(after: now)
        func end(ofDay days: Int) -> Date {
            tomorrow.addingTimeInterval(Double(days) * Span.daySeconds)
        }
        let tick: TimeInterval = 0.001
        return (
            end(ofDay: days.lowerBound - 1), end(ofDay: days.upperBound).addingTimeInterval(-tick)
        )
    }
}

extension Transaction {
    /// How many requests wait, by kind.
    package func waitingRequests(
        in scope: Scope, container: ID<Container>?
    ) throws -> [(kind: RequestKind, count: Int)] {
        var conditions = Conditions()
        conditions.add("r.account_id {}", .id(scope.accountID))
        conditions.add("r.state {}", .text(RequestState.pending.rawValue))
        conditions.narrow(scope, to: container, container: "r.container_id", owner: "r.owner_id")
        return try rows(
            """
            SELECT r.kind, count(*) FROM requests r\(conditions.clause)
            GROUP BY r.kind ORDER BY r.kind
            """, conditions.values
        ) { (try $0.word(), $0.int()) }
    }

    /// How many issued orders, and issued certificates, end in each span.
    package func expiring(
        in scope: Scope, container: ID<Container>?, at now: Date
    ) throws -> [ExpiringCount] {
        try ExpirySpan.allCases.map { span in
            let bounds = span.bounds(at: now)
            return ExpiringCount(
                span: span, orders: try ordersEnding(bounds, scope, container),
                certificates: try certificatesEnding(bounds, scope, container))
        }
    }

    private func ordersEnding(
        _ bounds: (from: Date, to: Date), _ scope: Scope, _ container: ID<Container>?
    ) throws -> Int {
        var conditions = Conditions()
        conditions.add("o.account_id {}", .id(scope.accountID))
        conditions.add("o.valid_till", from: bounds.from, to: bounds.to)
        conditions.add("o.state {}", .text(OrderState.issued.rawValue))
        conditions.narrow(scope, to: container)
        return try row(
            "SELECT count(*) FROM orders o\(conditions.clause)", conditions.values
        ) { $0.int() } ?? 0
    }

    private func certificatesEnding(
        _ bounds: (from: Date, to: Date), _ scope: Scope, _ container: ID<Container>?
    ) throws -> Int {
        let isNarrow = container != nil || !scope.containerIDs.isEmpty || scope.ownerID != nil
        var conditions = Conditions()
        conditions.add("c.account_id {}", .id(scope.accountID))
        conditions.add("c.valid_till", from: bounds.from, to: bounds.to)
        conditions.add("c.state {}", .text("issued"))
        if isNarrow { conditions.narrow(scope, to: container) }
        let source =
            isNarrow ? "certificates c JOIN orders o ON o.id = c.order_id" : "certificates c"
        return try row(
            "SELECT count(*) FROM \(source)\(conditions.clause)", conditions.values
        ) { $0.int() } ?? 0
    }

    /// Orders for a report, after the one with this id: pages that are as quick at the end as at
    /// the beginning.
    package func orderFiles(
        in scope: Scope, _ query: ListQuery<OrderProperty>, after last: ID<Order>, max: Int
    ) throws -> [OrderFile] {
        var conditions = Conditions()
        conditions.add(
            scope, account: "o.account_id", container: "o.container_id", owner: "o.user_id")
        conditions.add(query)
        conditions.add(after: last)
        let limit = conditions.bind(.int(max))
        let ids: [ID<Order>] = try rows(
            "SELECT o.id FROM orders o\(conditions.clause) ORDER BY o.id LIMIT \(limit)",
            conditions.values
        ) { $0.id() }
        return try ids.compactMap { try orderFile($0) }
    }
}
