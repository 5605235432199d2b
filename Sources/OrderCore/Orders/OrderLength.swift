package import Foundation

/// How long something lasts, in the three ways that the contract can say it.
package enum OrderLength: Equatable, Sendable {
    case years(Int)
    case days(Int)
    /// To the end (23:59:59 UTC) of the day that holds this moment.
    case until(Date)

    /// The last second covered by a length that begins at `start`.
    package func end(from start: Date) -> Date {
        switch self {
        case .years(let years):
            Calendar.utc.date(byAdding: .year, value: years, to: start)!.addingTimeInterval(-1)
        case .days(let days):
            start.addingTimeInterval(Double(days) * Span.daySeconds - 1)
        case .until(let day):
            Calendar.utc.startOfDay(for: day).addingTimeInterval(Span.daySeconds - 1)
        }
    }
}

package enum Span {
    package static let daySeconds: TimeInterval = 86_400

    /// Whole days between the calendar days of two moments, negative when `end` is past.
    package static func days(from now: Date, to end: Date) -> Int {
        dayNumber(end) - dayNumber(now)
    }

    /// When the next day begins, in UTC.
    package static func nextMidnight(after now: Date) -> Date {
        Date(timeIntervalSince1970: Double(dayNumber(now) + 1) * daySeconds)
    }

    private static func dayNumber(_ date: Date) -> Int {
        Int((date.timeIntervalSince1970 / daySeconds).rounded(.down))
    }
}

extension Calendar {
    /// Proleptic Gregorian in UTC: certificates know no other.
    package static let utc: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0)!
        return calendar
    }()
}
