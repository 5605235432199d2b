import APIModels
import Foundation
import Testing

@Suite struct TimestampTests {
    @Test(
        "a time is written in full, in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00+00:00"), (-1, "1969-12-31T23:59:59+00:00"),
            (951_782_400, "2000-02-29T00:00:00+00:00"),
            (1_556_647_370, "2019-04-30T18:02:50+00:00"),
            (4_107_542_399, "2100-02-28T23:59:59+00:00"),
            (4_107_542_400, "2100-03-01T00:00:00+00:00"),
            (-2_203_891_200, "1900-03-01T00:00:00+00:00"),
            (-62_167_219_200, "0000-01-01T00:00:00+00:00"),
            (Int64.max, "9999-12-31T23:59:59+00:00"), (Int64.min, "0000-01-01T00:00:00+00:00"),
        ] as [(Int64, String)])
    func text(_ seconds: Int64, _ text: String) {
        let time = Timestamp(seconds: seconds)
        #expect(time.text == text)
        #expect(Timestamp(lenient: text) == time)
    }

    @Test(
        "times of every spelling are read",
        arguments: [
            "2026-01-05T09:03:07+00:00", "2026-01-05T09:03:07Z", "2026-01-05t09:03:07.25z",
            "2026-01-05 09:03:07", "2026-1-5+9:3:7", " 2026-01-05T11:03:07+02:00\n",
            "2026-01-05T11:03:07+0200", "2026-01-05T04:03:07-05", "2026-01-06T00:33:07+15:30",
            "5 JAN 2026 09:03:07", "05-Jan-2026 09:03:07",
        ])
    func spellings(_ text: String) {
        #expect(Timestamp(lenient: text) == Timestamp(seconds: 1_767_603_787))
    }

    @Test(
        "what is no time is not read",
        arguments: [
            "", "soon", "2026", "2026-13-01", "2026-02-29", "2100-02-29", "2026-01-05T24:00:00",
            "2026-01-05T09:60:00", "2026-01-05T09:03:07+00:00x", "2026-01-05T", "2026-01-05T09",
            "21-12-2021", "2026-00-10", "2026-04-31", "2026-01-05T09:03:07.", "5 Foo 2026",
        ])
    func refusals(_ text: String) {
        #expect(Timestamp(lenient: text) == nil)
    }

    @Test("a day alone is its midnight")
    func midnight() {
        #expect(Timestamp(lenient: "2019-04-30") == Day(daysSince1970: 18_016).midnight)
    }

    @Test("every day of five centuries agrees with the platform's calendar")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for days in stride(from: -60_000, through: 120_000, by: 97) {
            let date = Date(timeIntervalSince1970: Double(days) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let text = Day(daysSince1970: days).text
            let expected = [parts.year, parts.month, parts.day]
            #expect(text.split(separator: "-").map { Int($0) } == expected)
            #expect(Day(lenient: text)?.daysSince1970 == days)
        }
    }

    @Test("the older spelling has a blank and no offset")
    func spaced() throws {
        let time = SpacedTimestamp(seconds: 1_556_647_370)
        let written = try WireEncoder().encode([time])
        #expect(String(decoding: written, as: UTF8.self) == #"["2019-04-30 18:02:50"]"#)
        #expect(try WireDecoder().decode([SpacedTimestamp].self, from: written) == [time])
    }

    @Test("any coder writes the same text")
    func otherCoder() throws {
        let time = Timestamp(seconds: 1_556_647_370)
        let foundation = try JSONEncoder().encode([time])
        #expect(foundation == Data(try WireEncoder().encode([time])))
        #expect(try JSONDecoder().decode([Timestamp].self, from: foundation) == [time])
    }
}
