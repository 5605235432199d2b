package import Foundation

/// How the control over all names of one order is shown.
package struct OrderControl: Equatable, Sendable {
    package var method: ControlMethod
    /// Good for every name of the order; there for methods that work with one.
    package var token: DomainControl.Token?

    package init(method: ControlMethod, token: DomainControl.Token?) {
        self.method = method
        self.token = token
    }
}

extension DomainControl.Token {
    /// The value while it is in force.
    package func value(at now: Date) -> String? { expiresAt > now ? value : nil }

    /// When a value that is made now goes out of force.
    package static func end(from now: Date) -> Date {
        now.addingTimeInterval(Double(DomainControl.tokenLifetimeDays) * Span.daySeconds)
    }
}
