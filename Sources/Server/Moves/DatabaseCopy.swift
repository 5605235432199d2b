import Foundation
import PostgresDriver
package import Storage

/// Moves the database of an installation: from a data folder or a server, to a data folder or a
/// server. Private keys stay where they are.
package struct DatabaseCopy: Sendable {
    private let source: any Database
    private let target: any Database
    /// What the two may be called in messages.
    package let sourceName: String
    package let targetName: String

    /// - Parameters:
    ///   - source: a data folder, or a `postgres://` URL.
    ///   - target: likewise; a folder is made where there is none.
    package init(from source: String, to target: String) throws {
        let from = try Settings.DatabasePlace(naming: source)
        let to = try Settings.DatabasePlace(naming: target)
        sourceName = from.name(dataFolder: source)
        targetName = to.name(dataFolder: target)
        if from.lacksFile(dataFolder: source) {
            throw SettingsProblem(description: "There is no installation in \(source).")
        }
        umask(0o077)
        if case .dataFolder = to {
            try FileManager.default.createDirectory(
                at: URL(filePath: target), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        self.source = try from.open(dataFolder: source)
        self.target = try to.open(dataFolder: target)
    }

    package func run(
        _ onProgress: @escaping @Sendable (Copying.Progress) -> Void
    ) async throws -> [Copying.Report] {
        let result: Result<[Copying.Report], any Error>
        do {
            result = .success(try await Copying(from: source, to: target).run(onProgress))
        } catch let problem as Copying.Problem {
            result = .failure(SettingsProblem(description: words(for: problem)))
        } catch {
            result = .failure(error)
        }
        try await source.close()
        try await target.close()
        return try result.get()
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
        case .otherSchema: "The tables of the two are not the same. Nothing was copied."
        case .interrupted: "The copy was interrupted. Nothing was copied."
        }
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
