import Foundation
import Issuance
package import Registration
import Synchronization

/// Times as HTTP writes them (RFC 9110 section 5.6.7), to the second.
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(_ date: Date) -> String {
        let time = CivilTime(seconds: Int64(date.timeIntervalSince1970.rounded(.down)))
        return weekdays[time.weekday] + ", " + two(time.day) + " " + months[time.month - 1]
            + " \(time.year) " + two(time.hour) + ":" + two(time.minute) + ":" + two(time.second)
            + " GMT"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Reads what ``text(_:)`` writes. The two older forms are not read: a condition in them is
    /// taken for none.
    static func date(_ text: String) -> Date? {
        let parts = text.split { $0 == " " || $0 == "," || $0 == ":" }
        guard parts.count == 8, parts[7] == "GMT", let day = Int(parts[1]),
            let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
            let hour = Int(parts[4]), let minute = Int(parts[5]), let second = Int(parts[6])
        else { return nil }
        var components = DateComponents()
        components.calendar = Calendar(identifier: .gregorian)
        components.timeZone = .gmt
        (components.year, components.month, components.day) = (year, month + 1, day)
        (components.hour, components.minute, components.second) = (hour, minute, second)
        return components.date
    }
}

/// The `Date` of answers, made once a second.
package final class DateLine: Sendable {
    private let clock: WallClock
    private let last = Mutex<(second: Int64, text: String)>((.min, ""))

    package init(_ clock: WallClock) {
        self.clock = clock
    }

    package var text: String {
        let now = clock.now
        let second = Int64(now.timeIntervalSince1970.rounded(.down))
        return last.withLock { last in
            if last.second != second { last = (second, HTTPDate.text(now)) }
            return last.text
        }
    }
}
