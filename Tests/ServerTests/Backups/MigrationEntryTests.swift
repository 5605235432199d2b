import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

@testable import Server

/// Bringing the schema up to date is a change like any other.
@Suite struct MigrationEntryTests {
    private let scratch: ScratchFolder

    /// A store of the step before the last, with an audit log.
    init() async throws {
        scratch = try ScratchFolder()
        let settings = try await Settings.read(dataFolder: scratch.path, flags: [:], file: nil)
        let secret = try settings.sealing.secret(makingFile: true)
        let store = try settings.database.open(dataFolder: scratch.path)
        try await store.migrate(Array(Migration.all.dropLast()))
        let key = AuditKey(
            secrets: { SecretBox(secret: secret) }, clock: StoppedClock().wall, tokens: .system)
        try await key.prepare(store)
        try await store.close()
    }

    private func open(_ flags: [String: String] = [:]) async throws -> Installation {
        let settings = try await Settings.read(dataFolder: scratch.path, flags: flags, file: nil)
        let author = Author(.operator, name: "ada", operation: "chancery migrate")
        return try await Author.$current.withValue(author) {
            try await Installation.open(settings)
        }
    }

    @Test("whoever has the schema brought up to date is noted, once, with the steps")
    func noted() async throws {
        for _ in 0..<2 {
            let opened = try await open()
            let entries = try await opened.auditExport.latest(9)
            try await opened.close()
            #expect(entries.map(\.content.object) == ["schema"])
            #expect(entries.first?.content.author.name == "ada")
            let last = Migration.all.count
            #expect(
                entries.first?.content.changes
                    == #"[{"object":"schema","key":{},"before":{"step":\#(last - 1)},"#
                    + #""after":{"step":\#(last)}}]"#)
        }
    }

    @Test("who cannot write into the log leaves the schema as it is")
    func refused() async throws {
        await #expect(throws: SecretBox.Problem.closed(under: .keyFile)) {
            _ = try await open(["sealing.passphrase": "open sesame"])
        }
        let settings = try await Settings.read(dataFolder: scratch.path, flags: [:], file: nil)
        let store = try settings.database.open(dataFolder: scratch.path)
        let step = try await store.read { try $0.schemaNumber() }
        try await store.close()
        #expect(step == Migration.all.count - 1)
    }
}
