import Foundation
import OrderCore
import Testing

@Suite struct OrderLengthTests {
    @Test(
        "a length ends one second before it would begin again",
        arguments: [
            (OrderLength.years(1), "2026-01-05T12:00:00Z", "2027-01-05T11:59:59Z"),
            (.years(3), "2026-01-05T12:00:00Z", "2029-01-05T11:59:59Z"),
            (.years(1), "2024-02-29T00:00:00Z", "2025-02-27T23:59:59Z"),
            (.years(4), "2024-02-29T00:00:00Z", "2028-02-28T23:59:59Z"),
            (.years(1), "2027-03-01T00:00:00Z", "2028-02-29T23:59:59Z"),
            (.days(1), "2026-01-05T12:00:00Z", "2026-01-06T11:59:59Z"),
            (.days(366), "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"),
        ])
    func ends(_ length: OrderLength, start: String, end: String) throws {
        #expect(length.end(from: try moment(start)) == (try moment(end)))
    }

    @Test(
        "a date means to the end of that day, wherever the length began",
        arguments: ["2026-03-01T00:00:00Z", "2026-03-01T12:34:56Z", "2026-03-01T23:59:59Z"])
    func date(within: String) throws {
        let length = OrderLength.until(try moment(within))
        #expect(length.end(from: .distantPast) == (try moment("2026-03-01T23:59:59Z")))
        #expect(length.end(from: .distantFuture) == (try moment("2026-03-01T23:59:59Z")))
    }

    @Test(
        "days between moments are counted by the calendar",
        arguments: [
            ("2026-01-05T00:00:00Z", "2026-01-05T23:59:59Z", 0),
            ("2026-01-05T23:59:59Z", "2026-01-06T00:00:00Z", 1),
            ("2026-01-05T12:00:00Z", "2026-01-04T12:00:00Z", -1),
            ("2026-01-05T00:00:00Z", "2026-01-04T23:59:59Z", -1),
            ("2024-02-28T12:00:00Z", "2024-03-01T12:00:00Z", 2),
            ("2025-02-28T12:00:00Z", "2025-03-01T12:00:00Z", 1),
            ("1969-12-31T23:00:00Z", "1970-01-01T01:00:00Z", 1),
        ])
    func days(start: String, end: String, count: Int) throws {
        #expect(Span.days(from: try moment(start), to: try moment(end)) == count)
    }
}
