package import Foundation
package import OrderCore
import Storage

/// The span of time that somebody asks about.
package struct StatusWindow: Equatable, Sendable {
    package let start: Date
    package let end: Date

    package static let secondsMax = 604_800
    package static let minutesMax = 10_080
    /// As many orders as one answer tells of.
    package static let ordersMax = 50_000

    package init(from start: Date, to end: Date) throws {
        guard end.timeIntervalSince(start) <= TimeInterval(Self.secondsMax) else {
            throw Refusal(
                .timeFrameTooLong, "The time frame is longer than 7 days; ask for a shorter one.")
        }
        self.start = start
        self.end = end
    }
}

extension OrderDesk {
    /// The orders whose status changed lately, by id, as they are now.
    package func statusChanges(
        in window: StatusWindow, for caller: Caller
    ) async throws -> [Order] {
        let scope = caller.scope
        let orders = try await registry.database.read { tx in
            try tx.statusChanges(
                in: scope, from: window.start, to: min(window.end, now),
                max: StatusWindow.ordersMax)
        }
        guard orders.count <= StatusWindow.ordersMax else {
            throw Refusal(
                .timeFrameTooLong,
                """
                More than \(StatusWindow.ordersMax) orders changed in this time frame; ask for a \
                shorter one.
                """)
        }
        return orders
    }
}
