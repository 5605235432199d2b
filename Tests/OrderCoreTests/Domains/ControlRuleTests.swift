import Foundation
import OrderCore
import Testing

@Suite struct ControlRuleTests {
    private static let start = Date(timeIntervalSince1970: 1_767_614_400)

    @Test(
        "looks grow rarer, and end after eleven days",
        arguments: [
            (0, 60), (899, 60), (900, 300), (4499, 300), (4500, 900), (90_899, 900),
            (90_900, 3600), (954_899, 3600),
        ])
    func schedule(elapsed: TimeInterval, wait: TimeInterval) {
        let now = Self.start.addingTimeInterval(elapsed)
        #expect(
            ControlSchedule.next(after: now, startedAt: Self.start)
                == now.addingTimeInterval(wait))
    }

    @Test("after eleven days nobody looks any more")
    func givenUp() {
        let end = Self.start.addingTimeInterval(954_900)
        #expect(ControlSchedule.next(after: end, startedAt: Self.start) == nil)
    }

    @Test(
        "the five mailboxes of a name and of the domains above it may decide, others may not",
        arguments: [
            ("admin@www.example.org", true), ("Postmaster@Example.org", true),
            ("admin@a.www.example.org", false), ("eve@example.org", false),
            ("admin@org", false), ("admin@notexample.org", false), ("admin@example.net", false),
            ("admin", false), ("", false),
        ])
    func mailboxes(email: String, mayDecide: Bool) {
        #expect(ControlInvitation.mayDecide(email, about: "www.example.org") == mayDecide)
    }

    @Test("a value is good until its end")
    func values() {
        let token = DomainControl.Token(
            value: "v", expiresAt: DomainControl.Token.end(from: Self.start))
        let end = Self.start.addingTimeInterval(30 * 86_400)
        #expect(token.value(at: end.addingTimeInterval(-1)) == "v")
        #expect(token.value(at: end) == nil)
    }
}
