import Foundation
import Issuance
import OrderCore
import Storage
import Synchronization

/// What unseals the keys, as this node has it: a passphrase, or a key file, which is made where
/// there is no installation yet.
///
/// A database may have an installation while the data folder has none: another node made it. A key
/// file made here then would open nothing, and hide what is missing.
final class NodeSecret: Sendable {
    private let settings: Settings
    private let state: Mutex<State>

    private struct State {
        /// Whether there is no installation yet.
        var isFirst: Bool
        var hasMadeFile = false
        var isTakenBack = false
    }

    init(_ settings: Settings, isFirst: Bool) {
        self.settings = settings
        state = Mutex(State(isFirst: isFirst))
    }

    /// To be called where an installation was found meanwhile.
    func noteInstallation() {
        state.withLock { $0.isFirst = false }
    }

    func secret() throws -> SealingSecret {
        let folder = Installation.keyFolder(settings)
        try SealedFileKeeper.makeFolder(folder)
        // Beside keys that are there already, a new secret would open nothing.
        let isFirst = state.withLock { $0.isFirst }
        let mayMake = try isFirst && Self.names(in: folder).isEmpty
        if mayMake, settings.sealing.lacksFile { state.withLock { $0.hasMadeFile = true } }
        do {
            return try settings.sealing.secret(makingFile: mayMake)
        } catch KeeperProblem.secretMissing(let path) where !isFirst && settings.usesServer {
            throw SettingsProblem(
                description: """
                    There is an installation in \(databaseName), and what unseals its keys is not \
                    there: \(path). \(Self.advice)
                    """)
        }
    }

    /// Whether this process has nothing to write with any more.
    var isTakenBack: Bool { state.withLock { $0.isTakenBack } }

    /// Takes back what this process made, and tells why: another node was faster.
    func takeBack() throws -> SettingsProblem? {
        guard state.withLock({ $0.hasMadeFile }), case .keyFile(let path) = settings.sealing else {
            return nil
        }
        let folder = Installation.keyFolder(settings)
        for name in try Self.names(in: folder) {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        try FileManager.default.removeItem(atPath: path)
        state.withLock { $0.isTakenBack = true }
        return SettingsProblem(
            description: """
                Another node made the installation in \(databaseName) meanwhile, with keys of its \
                own. \(Self.advice)
                """)
    }

    private static let advice = """
        Every node needs the secret that unseals the keys, and a copy of the folder \
        \(Installation.Place.keys), from the node that made the installation.
        """

    private var databaseName: String { settings.database.name(dataFolder: settings.dataFolder) }

    private static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
    }
}

extension Settings.Sealing {
    /// Whether it names a key file that is not there.
    fileprivate var lacksFile: Bool {
        guard case .keyFile(let path) = self else { return false }
        return !FileManager.default.fileExists(atPath: path)
    }
}

extension Database {
    /// Whether nobody has made an installation here.
    func isVacant() async throws -> Bool {
        do {
            return try await !read { try $0.hasAccounts() }
        } catch StorageProblem.unavailable(let reason) {
            throw StorageProblem.unavailable(reason)
        } catch {
            // A new store has no tables.
            return true
        }
    }
}
