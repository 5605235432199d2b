import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@testable import Server

/// What unseals the keys where a database has an installation that another node made.
@Suite(.enabled(if: Engine.isPostgresMeant))
struct NodeSecretTests {
    private let scratch: ScratchFolder
    private let url: String

    init() async throws {
        scratch = try ScratchFolder()
        let cluster = try PostgresCluster.shared.get()
        let schema = cluster.newSchema()
        try Command.psql.succeed([cluster.url, "-c", "CREATE SCHEMA \(schema.name)"])
        url = schema.url
    }

    private func open(_ name: String) async throws -> Installation {
        try await Installation.open(
            try await Settings.read(
                dataFolder: scratch.path + name, flags: ["database": url], file: nil))
    }

    private func found(_ opened: Installation) async throws -> String? {
        let author = Author(.operator, name: "test", operation: "test")
        return try await Author.$current.withValue(author) { try await opened.foundIfNew() }
    }

    private func files(_ name: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: scratch.path + name).sorted()
    }

    @Test("a node without it says what it lacks, and makes nothing in its place")
    func lacking() async throws {
        let first = try await open("a")
        #expect(try await found(first) != nil)
        try await first.close()
        let second = try await open("b")
        #expect(try await found(second) == nil)
        let problem = await #expect(throws: SettingsProblem.self) { try await second.registry() }
        let said = problem?.description ?? ""
        #expect(said.hasPrefix("There is an installation in postgres://"))
        #expect(said.contains("is not there: \(scratch.path)b/sealing.key. Every node needs the"))
        try await second.close()
        #expect(try files("b") == ["keys"])
    }

    @Test("of two that begin at once with folders of their own, one takes back what it made")
    func beaten() async throws {
        let nodes = [(name: "a", try await open("a")), (name: "b", try await open("b"))]
        let found = await withTaskGroup { group in
            for (name, opened) in nodes {
                group.addTask {
                    do {
                        guard try await self.found(opened) == nil else { return (name, true) }
                        _ = try await opened.registry()
                        Issue.record("a node without the secret has unsealed the keys")
                    } catch {
                        #expect(error is SettingsProblem, "\(error)")
                    }
                    return (name, false)
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for (name, opened) in nodes {
            try await opened.close()
            let keys = try files(name).filter { $0.hasSuffix(".key") }
            #expect(keys.count == (found[name] == true ? 3 : 0), "\(keys)")
        }
        #expect(found.values.sorted { !$0 && $1 } == [false, true])
    }
}
