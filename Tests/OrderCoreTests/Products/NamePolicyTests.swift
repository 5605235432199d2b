import OrderCore
import Testing

@Suite struct NamePolicyTests {
    @Test(
        "names that a policy certifies",
        arguments: [
            (NamePolicy.single, ["example.com"]), (.single, ["example.com", "www.example.com"]),
            (.single, ["www.example.com", "example.com"]),
            (.plain, ["example.com"]), (.plain, ["example.com", "other.org", "a.b.other.org"]),
            (.wildcard, ["*.example.com"]), (.wildcard, ["*.example.com", "example.com"]),
            (.wildcard, ["*.example.com", "a.example.com", "*.a.example.com", "b.a.example.com"]),
            (.any, ["example.com", "*.other.org"]), (.any, ["*.example.com", "*.other.org"]),
        ])
    func allowed(policy: NamePolicy, names: [String]) {
        #expect(throws: Never.self) { try policy.check(names) }
    }

    @Test(
        "names that a policy refuses, with the reason",
        arguments: [
            (
                NamePolicy.single, ["example.com", "a.example.com"],
                NameProblem.notAllowed(name: "a.example.com")
            ),
            (
                .single, ["example.com", "www.example.com", "other.org"],
                .notAllowed(name: "other.org")
            ),
            (.single, ["*.example.com"], .wildcardAsCommonName(name: "*.example.com")),
            (.plain, ["example.com", "*.a.org"], .wildcardRefused(name: "*.a.org")),
            (.plain, ["*.example.com"], .wildcardAsCommonName(name: "*.example.com")),
            (.wildcard, ["example.com"], .wildcardNeeded(name: "example.com")),
            (
                .wildcard, ["*.example.com", "notexample.com"],
                .notBelow(name: "notexample.com", base: "example.com")
            ),
            (.wildcard, ["*.example.com", "*.org"], .notBelow(name: "*.org", base: "example.com")),
            (
                .wildcard, ["*.a.example.com", "example.com"],
                .notBelow(name: "example.com", base: "a.example.com")
            ),
        ])
    func refused(policy: NamePolicy, names: [String], problem: NameProblem) {
        #expect(throws: problem) { try policy.check(names) }
    }

    @Test("250 names are the most", arguments: [NamePolicy.single, .plain, .wildcard, .any])
    func limit(policy: NamePolicy) {
        let names = ["*.example.com"] + (1...250).map { "n\($0).example.com" }
        #expect(throws: NameProblem.tooMany(count: 251, max: 250)) {
            try policy.check(names)
        }
    }

    @Test("250 names are not too many")
    func atLimit() {
        let names = (1...250).map { "n\($0).example.com" }
        #expect(throws: Never.self) { try NamePolicy.plain.check(names) }
    }

    @Test("only the single kind takes no further names")
    func furtherNames() {
        let policies: [NamePolicy] = [.single, .plain, .wildcard, .any]
        #expect(policies.map(\.allowsFurtherNames) == [false, true, true, true])
    }
}
