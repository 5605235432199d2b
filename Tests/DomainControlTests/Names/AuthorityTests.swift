import OrderCore
import TestKit
import Testing

@testable import DomainControl

/// Whom owners of names let certify them (RFC 8659), against a DNS server of the test's own.
@Suite struct AuthorityTests {
    private static let own = "CA.example"

    private static func finding(
        _ name: String, _ purpose: AuthorityPurpose,
        _ records: [String: [DNSStand.Record]]
    ) async throws -> AuthorityFinding {
        let net = try NetworkStand(issuers: [own.lowercased()])
        // An owner that has nothing is there all the same.
        net.dns.set("www.shop.example.org", [])
        for (owner, all) in records { net.dns.set(owner, all) }
        return await net.checker.authority(over: name, for: purpose)
    }

    @Test(
        "records for a purpose let those alone certify whom they name",
        arguments: [
            (AuthorityPurpose.host, [("issue", own)], true),
            (.host, [("issue", " ca.example ; account=1")], true),
            (.host, [("ISSUE", "other.example")], false),
            (.host, [("issue", ";")], false),
            (.host, [("issue", "other.example"), ("issue", own)], true),
            (.host, [("issuewild", "other.example")], true),
            (.host, [("iodef", "mailto:a@b.example")], true),
            (.wildcard, [("issue", own)], true),
            (.wildcard, [("issue", own), ("issuewild", ";")], false),
            (.wildcard, [("issue", ";"), ("issuewild", own)], true),
            (.mailbox, [("issue", ";")], true),
            (.mailbox, [("issuemail", ";")], false),
            (.mailbox, [("issuemail", own)], true),
        ])
    func purposes(
        purpose: AuthorityPurpose, records: [(tag: String, value: String)], isPermitted: Bool
    ) async throws {
        let finding = try await Self.finding(
            "example.org", purpose,
            ["example.org": records.map { .authority(0, $0.tag, $0.value) }])
        #expect(finding == (isPermitted ? .permitted : .forbidden(at: "example.org")))
    }

    @Test("the first name upwards that has records counts, and only that one")
    func climbing() async throws {
        let closed = [DNSStand.Record.authority(0, "issue", ";")]
        let open = [DNSStand.Record.authority(0, "issue", Self.own)]
        let name = "www.shop.example.org"
        #expect(try await Self.finding(name, .host, [:]) == .permitted)
        #expect(
            try await Self.finding(name, .host, ["org": closed]) == .forbidden(at: "org"))
        #expect(
            try await Self.finding(name, .host, ["shop.example.org": open, "example.org": closed])
                == .permitted)
    }

    @Test("a critical record that nobody knows forbids, another one does not")
    func critical() async throws {
        for (flags, isPermitted) in [(UInt8(0x80), false), (0, true)] {
            let finding = try await Self.finding(
                "example.org", .host,
                [
                    "example.org": [
                        .authority(flags, "future", "1"), .authority(0x80, "issue", Self.own),
                    ]
                ])
            #expect((finding == .permitted) == isPermitted)
        }
    }

    @Test("where no server answers, nobody can say")
    func unknown() async throws {
        let net = try NetworkStand(issuers: ["ca.example"])
        net.dns.end()
        let finding = await net.checker.authority(over: "example.org", for: .host)
        guard case .unknown = finding else {
            Issue.record("\(finding)")
            return
        }
    }

    @Test("an authority without a name in such records asks for none")
    func unnamed() async throws {
        let net = try NetworkStand()
        net.dns.set("example.org", [.authority(0, "issue", ";")])
        #expect(!net.checker.asksOwners)
        #expect(await net.checker.authority(over: "example.org", for: .host) == .permitted)
    }
}
