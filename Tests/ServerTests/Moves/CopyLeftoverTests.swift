import Foundation
import Issuance
import Storage
import TestKit
import Testing

@testable import Server

/// A copy that fails leaves nothing.
@Suite struct CopyLeftoverTests {
    private func fail(from source: String, to target: String, sealing: Settings.Sealing) async {
        await #expect(throws: (any Error).self) {
            try await DatabaseCopy(from: source, to: target, sealing: sealing).run { _ in }
        }
    }

    @Test("without the secret, a target that was not there is not there afterwards")
    func secret() async throws {
        let folder = try await DataFolder()
        let target = folder.scratch.path + "new"
        let none = Settings.Sealing.keyFile(folder.scratch.path + "none.key")
        await fail(from: folder.path, to: target, sealing: none)
        #expect(!FileManager.default.fileExists(atPath: target))
        let here = try folder.scratch.made("here")
        try folder.scratch.write("here/mine", "x")
        await fail(from: folder.path, to: here, sealing: none)
        #expect(try folder.names(in: here) == ["mine"])
    }

    @Test("nor where there is nothing to copy; what was there before stays")
    func empty() async throws {
        let folder = try await DataFolder()
        let sealing = try await folder.settings().sealing
        let source = try folder.scratch.made("empty")
        let store = try Settings.DatabasePlace.dataFolder.open(dataFolder: source)
        try await store.migrate()
        try await store.close()
        let target = folder.scratch.path + "new"
        await fail(from: source, to: target, sealing: sealing)
        #expect(!FileManager.default.fileExists(atPath: target))
        await fail(from: source, to: folder.path, sealing: sealing)
        #expect(try folder.names(in: folder.path).contains("chancery.sqlite"))
    }
}

extension ScratchFolder {
    /// The path of a folder in it, made.
    fileprivate func made(_ name: String) throws -> String {
        try FileManager.default.createDirectory(
            atPath: path + name, withIntermediateDirectories: true)
        return path + name
    }
}
