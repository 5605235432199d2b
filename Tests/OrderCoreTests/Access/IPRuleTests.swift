import Foundation
import OrderCore
import Testing

@Suite struct IPRuleTests {
    @Test(
        "an address is four numbers, also in the clothes of IPv6",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"),
            ("255.255.255.255", "255.255.255.255"), ("::FFFF:192.0.2.1", "192.0.2.1"),
            ("192.0.2", nil), ("192.0.2.256", nil), ("192.0.2.01", nil), ("192.0.2.-1", nil),
            ("192.0.2.1.5", nil), ("192.0.2.", nil), ("", nil), ("2001:db8::1", nil),
            ("192.0.2.1/32", nil), ("192.0.2.+1", nil),
        ] as [(String, String?)])
    func address(text: String, expected: String?) {
        #expect(IPv4Address(text)?.description == expected)
    }

    private static func rule(
        _ subject: IPRule.Subject, _ first: String, _ last: String
    ) throws -> IPRule {
        IPRule(
            id: 1, accountID: 1, subject: subject,
            range: try #require(IPv4Address(first))...(try #require(IPv4Address(last))),
            description: nil, createdAt: Date(timeIntervalSince1970: 0))
    }

    @Test("without rules, or with those of others, a caller is let in from everywhere")
    func everywhere() throws {
        let others = [
            try Self.rule(.user(2), "192.0.2.1", "192.0.2.1"),
            try Self.rule(.key(2), "192.0.2.1", "192.0.2.1"),
        ]
        for rules in [[], others] {
            let admission = Admission(rules, user: 1, key: 1)
            #expect(admission == .everywhere)
            #expect(admission.admits(nil))
            #expect(admission.admits(IPv4Address("198.51.100.7")))
        }
    }

    @Test("an address has to be in the rules of the account, of the user and of the key")
    func all() throws {
        let rules = [
            try Self.rule(.account, "192.0.2.0", "192.0.2.255"),
            try Self.rule(.account, "198.51.100.7", "198.51.100.7"),
            try Self.rule(.key(1), "192.0.2.9", "192.0.2.10"),
        ]
        let own = Admission(rules, user: 1, key: 1)
        #expect(own.admits(IPv4Address("192.0.2.9")))
        #expect(own.admits(IPv4Address("192.0.2.10")))
        #expect(!own.admits(IPv4Address("192.0.2.11")))
        #expect(!own.admits(IPv4Address("198.51.100.7")))
        #expect(!own.admits(nil))
        let other = Admission(rules, user: 1, key: 2)
        #expect(other.admits(IPv4Address("198.51.100.7")))
        #expect(!other.admits(IPv4Address("203.0.113.1")))
    }
}
