import Issuance
import TestKit
import Testing

@testable import Transparency

@Suite struct TimestampPolicyTests {
    private static func need(
        days: Int, operators: [String], timestamps: Int? = nil
    ) throws -> TimestampNeed {
        let logs = try operators.enumerated().map { place, name in
            try SampleLog("log \(place)", now: { StoppedClock.noon }).listed(by: name)
        }
        return TimestampPolicy(timestamps: timestamps).need(
            for: Validity(from: StoppedClock.noon, days: days), of: logs)
    }

    @Test(
        "two timestamps up to 180 days, three beyond, of two operators where there are two",
        arguments: [
            (90, ["a", "b", "c"], 2, 2), (180, ["a", "b"], 2, 2), (181, ["a", "b"], 3, 2),
            (397, ["a", "a", "a"], 3, 1), (90, ["a", "a"], 2, 1),
        ])
    func needs(days: Int, operators: [String], count: Int, distinct: Int) throws {
        #expect(
            try Self.need(days: days, operators: operators)
                == TimestampNeed(count: count, operators: distinct))
    }

    @Test("the owner's own number counts for all")
    func ownNumber() throws {
        #expect(
            try Self.need(days: 397, operators: ["a", "b"], timestamps: 1)
                == TimestampNeed(count: 1, operators: 1))
        #expect(
            try Self.need(days: 90, operators: ["a", "b"], timestamps: 4)
                == TimestampNeed(count: 4, operators: 2))
    }

    @Test(
        "what came first is chosen, unless all of it is of one operator",
        arguments: [
            ([], nil), (["a"], nil), (["a", "a"], nil), (["a", "b"], [0, 1]),
            (["a", "a", "b"], [0, 2]), (["b", "a", "c"], [0, 1]),
        ] as [([String], [Int]?)])
    func choice(operators: [String], chosen: [Int]?) {
        #expect(TimestampNeed(count: 2, operators: 2).choice(among: operators) == chosen)
    }

    @Test("three of two operators")
    func three() {
        let need = TimestampNeed(count: 3, operators: 2)
        #expect(need.choice(among: ["a", "a", "a"]) == nil)
        #expect(need.choice(among: ["a", "a", "a", "b"]) == [0, 1, 3])
        #expect(need.choice(among: ["a", "b", "a", "b"]) == [0, 1, 2])
    }
}
