package import Foundation
import Issuance
package import Registration
import SQLiteDriver
package import Storage

/// A data folder, opened: its database, and the keys if they are needed.
package struct Installation: Sendable {
    package let database: any Database
    private let settings: Settings

    /// The folders and files of an installation.
    private enum Place {
        static let database = "chancery.sqlite"
        static let keys = "keys"
    }

    /// Opens the data folder, making it if it is not there, and brings the schema up to date.
    package static func open(_ settings: Settings) async throws -> Installation {
        // Whatever is written from here on is the owner's alone.
        umask(0o077)
        let folder = URL(filePath: settings.dataFolder)
        try DurableFolder.make(folder)
        let path = folder.appending(path: Place.database).path(percentEncoded: false)
        let database = try SQLiteDatabase(.file(path))
        try await database.migrate()
        return Installation(database: database, settings: settings)
    }

    package var keyDesk: KeyDesk {
        KeyDesk(database: database, clock: .system, tokens: .system)
    }

    /// The time by which the desks go.
    package var now: Date { WallClock.system.now }

    package var owners: OwnersDesk { OwnersDesk(database: database, clock: .system) }

    /// Makes CA, account, administrator and API key, where they are not there yet. Returns the
    /// key, which nobody will see again; `nil` where there was nothing to make.
    package func foundIfNew() async throws -> String? {
        if try await Founding.isDone(in: database) { return nil }
        var plan = Founding.Plan()
        plan.organizationName = settings.founding.organization
        plan.country = settings.founding.country
        plan.domain = settings.founding.domain
        plan.administratorEmail = settings.founding.administratorEmail
        let founding = Founding(
            database: database, keeper: try keeper(), serials: SystemSerialSource(),
            clock: .system, tokens: .system)
        return try await founding.found(plan, publication: publication)
    }

    /// Stops a command that makes no sense before there is anything.
    package func requireFounded() async throws {
        guard try await Founding.isDone(in: database) else {
            throw SettingsProblem(
                description: """
                    There is no installation in \(settings.dataFolder) yet. \
                    Make one with: chancery init --data \(settings.dataFolder)
                    """)
        }
    }

    /// Everything that the desks lean on, the CA's keys unsealed.
    package func registry() async throws -> Registry {
        let records = try await database.read { try $0.issuers() }
        let authority = try CertificateAuthority(
            records: records, keeper: try keeper(), serials: SystemSerialSource(),
            publication: publication)
        return Registry(
            database: database, authority: authority, clock: .system, tokens: .system,
            publication: publication, secrets: SecretBox(secret: try secret(for: keyFolder)),
            control: try settings.control.checker(),
            steps: settings.isSandbox ? .sandbox : .people)
    }

    package func close() async throws {
        try await database.close()
    }

    private var publication: Publication { Publication(baseURL: settings.publicationURL) }

    private var keyFolder: URL {
        URL(filePath: settings.dataFolder).appending(path: Place.keys)
    }

    private func keeper() throws -> SealedFileKeeper {
        let folder = keyFolder
        try SealedFileKeeper.makeFolder(folder)
        return try SealedFileKeeper(folder: folder, secret: try secret(for: folder))
    }

    /// The passphrase, or the key file, which is made when there is none yet.
    private func secret(for folder: URL) throws -> SealingSecret {
        switch settings.sealing {
        case .passphrase(let passphrase):
            return .passphrase(passphrase)
        case .keyFile(let path):
            let url = URL(filePath: path)
            // Beside keys that are there already, a new secret would open nothing.
            if !FileManager.default.fileExists(atPath: path), try hasNoKeys(folder) {
                try SealingSecret.makeKeyFile(at: url)
            }
            return try .keyFile(at: url)
        }
    }

    private func hasNoKeys(_ folder: URL) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
            .isEmpty
    }
}
