import APIModels
import Foundation
import OrderCore
import Registration
import Web

extension StatusWindow {
    private static let filter = "filters[status_last_updated]"

    /// Reads `filters[status_last_updated]`, or else `minutes`, or else `seconds`.
    init(_ query: Query, now: Date) throws {
        try query.refuseNarrowing(but: ["status_last_updated"])
        let filter = query.parameters.last {
            $0.name == "filters" && $0.keys.first == "status_last_updated" && !$0.value.isEmpty
        }
        if let filter {
            try self.init(text: filter.value, now: now)
        } else if let seconds = try Self.seconds(query) {
            try self.init(from: now.addingTimeInterval(-Double(seconds)), to: now)
        } else {
            throw Refusal(
                .requiredParameter("minutes"),
                "Give minutes, seconds, or filters[status_last_updated].")
        }
    }

    private static func seconds(_ query: Query) throws -> Int? {
        for (name, factor) in [("minutes", 60), ("seconds", 1)] {
            guard let text = query.value(name), !text.isEmpty else { continue }
            guard let number = Int(text), number > 0 else {
                throw Refusal.invalid(name, "is \(text.quoted), a whole number from 1")
            }
            // One more than allowed is as good as any more, and multiplies without overflow.
            return min(number, secondsMax + 1) * factor
        }
        return nil
    }

    /// A day, all of it; a time, from then until now; or `a...b`. In the time of the US mountains,
    /// as in the contract.
    private init(text: String, now: Date) throws {
        if let range = text.firstRange(of: "...") {
            let start = try Self.moment(text[..<range.lowerBound])
            let end = try Self.moment(text[range.upperBound...])
            // What is still to come changes nothing, and counts for no part of the span.
            try self.init(from: start.first, to: min(end.last, max(now, start.first)))
        } else {
            let moment = try Self.moment(text[...])
            try self.init(from: moment.first, to: moment.isDay ? moment.last : now)
        }
    }

    private struct Moment {
        let first: Date
        let last: Date
        let isDay: Bool
    }

    private static func moment(_ text: Substring) throws -> Moment {
        let text = String(text)
        guard let wall = Timestamp(lenient: text) else {
            throw Refusal.invalid(filter, "has \(text.quoted), a date such as 2026-01-05")
        }
        let isDay = !text.contains(":")
        let first = date(mountain: wall.seconds)
        let last = isDay ? date(mountain: wall.seconds + 86_399) : first
        // Up to the last of its milliseconds.
        return Moment(first: first, last: last.addingTimeInterval(0.999), isDay: isDay)
    }

    /// The moment at which clocks in the US mountains show this time of day.
    private static func date(mountain seconds: Int64) -> Date {
        let wall = Date(timeIntervalSince1970: Double(seconds))
        guard let zone = TimeZone(identifier: "America/Denver") else { return wall }
        let near = wall.addingTimeInterval(-Double(zone.secondsFromGMT(for: wall)))
        return wall.addingTimeInterval(-Double(zone.secondsFromGMT(for: near)))
    }
}

extension StatusChange {
    init(_ order: Order, now: Date) {
        self.init(
            orderID: order.id.wire, certificateID: order.primaryCertificateID.wire,
            status: Open(order.status(at: now).name))
    }
}
