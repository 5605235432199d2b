import Foundation
import Issuance
import PostgresDriver
import Registration
package import Storage

/// Moves the database of an installation: from a data folder or a server, to a data folder or a
/// server. Private keys stay where they are.
package struct DatabaseCopy: Sendable {
    private let source: any Database
    private let target: any Database
    private let key: AuditKey
    /// What is taken away again where nothing was copied; absent where it was there before.
    private let leftovers: Leftovers?
    /// What the two may be called in messages.
    package let sourceName: String
    package let targetName: String

    /// - Parameters:
    ///   - source: a data folder, or a `postgres://` URL.
    ///   - target: likewise; a folder is made where there is none.
    ///   - sealing: what opens the audit log, which has the copy among its entries.
    package init(from source: String, to target: String, sealing: Settings.Sealing) throws {
        let from = try Settings.DatabasePlace(naming: source)
        let to = try Settings.DatabasePlace(naming: target)
        sourceName = from.name(dataFolder: source)
        targetName = to.name(dataFolder: target)
        if from.lacksFile(dataFolder: source) {
            throw SettingsProblem(description: "There is no installation in \(source).")
        }
        umask(0o077)
        leftovers = to.lacksFile(dataFolder: target) ? Leftovers(of: target) : nil
        if case .dataFolder = to {
            try FileManager.default.createDirectory(
                at: URL(filePath: target), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        self.source = try from.open(dataFolder: source)
        self.target = try to.open(dataFolder: target)
        key = AuditKey(
            secrets: { SecretBox(secret: try sealing.secret(makingFile: false)) }, clock: .system,
            tokens: .system)
    }

    package func run(
        _ onProgress: @escaping @Sendable (Copying.Progress) -> Void
    ) async throws -> [Copying.Report] {
        let result: Result<[Copying.Report], any Error>
        do {
            result = .success(
                try await Patience.$current.withValue(.ofWork) { try await copy(onProgress) })
        } catch let problem as Copying.Problem {
            result = .failure(SettingsProblem(description: words(for: problem)))
        } catch {
            result = .failure(error)
        }
        try await source.close()
        try await target.close()
        if case .failure = result { leftovers?.remove() }
        return try result.get()
    }

    /// Where there is a log, nobody copies it who cannot write into it.
    private func copy(
        _ onProgress: @escaping @Sendable (Copying.Progress) -> Void
    ) async throws -> [Copying.Report] {
        try await key.migrate(source)
        let isKept = try await key.openExisting(source)
        let reports = try await Copying(from: source, to: target).run(onProgress)
        if isKept {
            let rows = reports.reduce(0) { $0 + $1.rows }
            try await key.note(
                NotedChange(
                    "installations",
                    after: ["copied_from": .text(sourceName), "rows": .integer(Int64(rows))]),
                in: target)
        }
        return reports
    }

    /// The one of the two that is a folder: there the keys are.
    package static func folder(_ source: String, _ target: String) -> String? {
        [source, target].first { !ConnectionURL.isOne($0) }
    }

    private func words(for problem: Copying.Problem) -> String {
        switch problem {
        case .sourceEmpty: "\(sourceName) holds nothing to copy."
        case .targetNotEmpty(let table, let rows):
            """
            \(targetName) is not empty: its table \(table) has \(rows) rows. Nothing was copied. \
            Give an empty database, or a folder without one.
            """
        case .differs(let table, let source, let target):
            """
            The table \(table) is not the same on both sides (\(source) rows read, \(target) \
            written). Nothing was copied.
            """
        case .otherSchema(let table):
            """
            The table \(table) is on one side only, or has other columns there. Nothing was copied.
            """
        case .interrupted: "The copy was interrupted. Nothing was copied."
        }
    }
}

/// A database that a copy makes in a data folder, and the folder where that was not there either.
private struct Leftovers {
    private let folder: String
    private let isFolderNew: Bool

    init(of folder: String) {
        self.folder = folder
        isFolderNew = !FileManager.default.fileExists(atPath: folder)
    }

    func remove() {
        for file in Settings.DatabasePlace.files(in: folder) { _ = unlink(file) }
        if isFolderNew { _ = rmdir(folder) }
    }
}

extension Settings.DatabasePlace {
    /// What a user names with one word.
    fileprivate init(naming text: String) throws {
        guard ConnectionURL.isOne(text) else {
            self = .dataFolder
            return
        }
        do {
            _ = try ConnectionURL(text)
        } catch {
            throw SettingsProblem(description: "That is no URL of a server: \(error.reason).")
        }
        self = .server(url: text, connectionsMax: Self.connectionsMin)
    }
}
