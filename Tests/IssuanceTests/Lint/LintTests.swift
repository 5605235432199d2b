import Foundation
import Testing
import TestKit

@testable import Issuance

@Suite struct LintTests {
    @Test("no lint has anything against what the house makes", arguments: LintSample.Kind.allCases)
    func clean(_ kind: LintSample.Kind) async throws {
        let sample = try await LintSample.made(kind)
        #expect(Lint.findings(in: sample.der, at: sample.place) == [])
        #expect(try sample.tree.der == sample.der)
    }

    @Test("each change is found by its lint, and by no other", arguments: LintMutation.all)
    func mutation(_ mutation: LintMutation) async throws {
        let sample = try await LintSample.made(mutation.kind)
        var tree = try sample.tree
        var place = sample.place
        try mutation.change(&tree, &place)
        #expect(Lint.findings(in: tree.der, at: place).map(\.lint) == [mutation.lint])
    }

    @Test("every lint is shown to find something, and is explained")
    func coverage() throws {
        let names = Lint.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names) == Set(LintMutation.all.map(\.lint)))
        let page = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../../docs/profiles.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        for lint in Lint.all {
            #expect(
                rows.contains { $0.hasPrefix("| `\(lint.name)` | \(lint.source) |") },
                "docs/profiles.md lacks: | `\(lint.name)` | \(lint.source) |")
        }
    }

    @Test("octets cut anywhere are refused, not read beyond their end")
    func cut() async throws {
        let sample = try await LintSample.made(.web)
        for count in stride(from: 0, to: sample.der.count, by: 7) {
            let findings = Lint.findings(in: Array(sample.der.prefix(count)), at: sample.place)
            #expect(findings.map(\.lint) == ["rfc5280_structure"])
        }
    }
}
