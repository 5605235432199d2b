import APIModels
import Testing

@Suite struct DayTests {
    @Test(
        "days of every spelling are read",
        arguments: [
            "2021-12-21", "2021-12-21T23:59:59Z", "2021-12-21T00:00:00+02:00", "21 DEC 2021",
            "21 Dec 2021", "21-dec-2021", "2021-12-21 10:00",
            "2021 - 12 - 21", "2021 - 12 - 21 10:00",
        ])
    func spellings(_ text: String) {
        #expect(Day(lenient: text)?.text == "2021-12-21")
    }

    @Test(
        "days that the calendar lacks are not read",
        arguments: ["2021-02-30", "31 JUN 2021", "x", "2021 12 21"])
    func refusals(_ text: String) {
        #expect(Day(lenient: text) == nil)
    }

    @Test("a time falls on its day in UTC, before 1970 too")
    func ofTime() {
        #expect(Day(of: Timestamp(seconds: -1)).text == "1969-12-31")
        #expect(Day(of: Timestamp(seconds: 86_400)).text == "1970-01-02")
    }

    @Test("days beyond four digits become the nearest that has them")
    func clamping() {
        #expect(Day(daysSince1970: .max).text == "9999-12-31")
        #expect(Day(daysSince1970: .min).text == "0000-01-01")
    }

    @Test("days are ordered")
    func order() {
        #expect(Day(daysSince1970: 1) < Day(daysSince1970: 2))
    }
}
