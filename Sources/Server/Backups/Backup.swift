package import Foundation
package import Issuance
import SQLiteDriver
import Storage

/// Copies an installation to one file, beside a server that goes on.
///
/// The file holds the database as it was at one moment, the private keys of the CA, sealed as they
/// lie in the data folder, and the owner's profiles. What unseals the keys is not in it.
package struct Backup: Sendable {
    private let folder: String
    private let profiles: ProfileFolder

    package init(of settings: Settings) throws {
        guard case .dataFolder = settings.database else {
            throw SettingsProblem(
                description: """
                    The database is a PostgreSQL server's: back it up with pg_dump, and then \
                    the folders \(Installation.Place.keys) and \(Installation.Place.signings) of \
                    \(settings.dataFolder). docs/postgresql.md has the commands.
                    """)
        }
        folder = settings.dataFolder
        profiles = settings.profiles
    }

    package struct Receipt: Equatable, Sendable {
        package let octets: UInt64
        package let keysCount: Int
        package let profilesCount: Int
        /// Under what they are sealed.
        package let sealedUnder: SecretForm?
        /// Keys that the CA ought to have in the folder.
        package let keysMissing: [String]
    }

    /// Writes beside `file` first; the name is there once everything is on the disk.
    package func write(to file: String, at now: Date) throws -> Receipt {
        let database = folder + "/" + BackupArchive.database
        guard FileManager.default.fileExists(atPath: database) else {
            throw BackupProblem.nothingToBackUp(folder: folder)
        }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw BackupProblem.exists(path: file)
        }
        umask(0o077)
        let draft = file + ".partial"
        let copy = draft + ".sqlite"
        let drafts = Drafts([draft, copy, copy + "-journal"])
        // What a crash left behind.
        drafts.remove()
        defer { drafts.end() }

        // First of all: it says best where nothing can be written.
        let archive = try PlainFile(draft, for: .making)
        try SQLiteDatabase.copy(database, to: copy)
        guard try SQLiteDatabase.holdsInstallation(copy) else {
            throw BackupProblem.nothingToBackUp(folder: folder)
        }
        let wanted = try SQLiteDatabase.read(copy) { try $0.keysInFiles() }
            .map(BackupArchive.keyName)
        // After the database: a key is made before the certificate that is recorded with it.
        let keys = try keyNames()
        var writer = ArchiveWriter(archive, at: now)
        try writer.add(copy, as: BackupArchive.database)
        for name in keys { try writer.add(folder + "/" + name, as: name) }
        let profileNames = try profiles.names()
        for name in profileNames {
            try writer.add(
                profiles.path + "/" + name, as: BackupArchive.profileFolder + "/" + name)
        }
        try writer.finish()
        try PlainFile.publish(draft, as: file)
        return Receipt(
            octets: try archive.size, keysCount: keys.count, profilesCount: profileNames.count,
            sealedUnder: SealedFolder(URL(filePath: folder + "/" + BackupArchive.keyFolder)).form,
            keysMissing: wanted.filter { !keys.contains($0) })
    }

    private func keyNames() throws -> [String] {
        let keys = folder + "/" + BackupArchive.keyFolder
        guard FileManager.default.fileExists(atPath: keys) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: keys).sorted()
            .map { BackupArchive.keyFolder + "/" + $0 }.filter(BackupArchive.isOurs)
    }
}
