import Foundation
import OrderCore
import Testing

@Suite struct NoticeDaysTests {
    private static let end = Date(timeIntervalSince1970: 1_800_000_000)

    @Test("days are kept from the earliest to the latest, once each")
    func order() {
        #expect(NoticeDays([7, 90, -7, 7])?.days == [90, 7, -7])
        #expect(NoticeDays([366]) == nil)
        #expect(NoticeDays([-91]) == nil)
        #expect(NoticeDays(Array(1...21)) == nil)
        #expect(NoticeDays([])?.days == [])
    }

    @Test(
        "a notice is due from its day until the next notice is",
        arguments: [
            (90, 90.0, true), (90, 90.01, false), (90, 61, true), (90, 60, false), (60, 60, true),
            (3, 0, true), (3, -6.9, true), (3, -7, false), (-7, -7, true), (-7, -400, true),
        ])
    func due(days: Int, daysBefore: Double, isDue: Bool) {
        let now = Self.end.addingTimeInterval(-daysBefore * 86_400)
        #expect(NoticeDays.standard.isDue(days, end: Self.end, at: now) == isDue)
    }

    @Test(
        "a certificate that is shorter than a notice is early is not told of at once",
        arguments: [
            (90, 199.0, true), (90, 90, false), (30, 20, false), (7, 20, true), (-7, 1, true),
        ])
    func news(days: Int, life: Double, isNews: Bool) {
        let issuedAt = Self.end.addingTimeInterval(-life * 86_400)
        #expect(NoticeDays.isNews(days, end: Self.end, issuedAt: issuedAt) == isNews)
    }

    @Test("work is tried again after minutes at first, a day at most, for longer than 30 days")
    func delays() {
        #expect((1...3).map(Chore.retryDelaySeconds) == [120, 240, 480])
        #expect(Chore.retryDelaySeconds(after: 30) == 86_400)
        let total = (1..<Chore.attemptsMax).map(Chore.retryDelaySeconds).reduce(0, +)
        #expect(total > 29 * 86_400)
    }
}
