package import Foundation
import OrderCore
import SQLiteDriver
import Storage

/// Makes a data folder out of a backup.
///
/// Everything is unpacked and checked in a folder beside the target, which gets its name at the
/// end: a target that is there is whole.
package struct Restoration: Sendable {
    private let folder: String

    package init(to settings: Settings) throws {
        guard case .dataFolder = settings.database else {
            throw SettingsProblem(
                description: """
                    A backup is restored into a data folder, and the database is set to be \
                    \(settings.database.name(dataFolder: settings.dataFolder)). Leave that out, \
                    here and where the restored installation is served.
                    """)
        }
        folder = Self.withoutSlash(settings.dataFolder)
    }

    package struct Receipt: Equatable, Sendable {
        package let keysCount: Int
        package let profilesCount: Int
        /// Where they lie now.
        package let profilesPath: String
        package let ordersCount: Int
        package let schema: Int
        /// Keys of the CA that were not there any more when the backup was made.
        package let keysMissing: [String]
    }

    package func restore(_ file: String, at now: Date) async throws -> Receipt {
        try refuseContent()
        umask(0o077)
        let source = try PlainFile(file, for: .reading)
        let draft = folder + ".partial"
        try removeDraft(draft)
        try FileManager.default.createDirectory(
            atPath: draft + "/" + BackupArchive.keyFolder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        do {
            var reader = ArchiveReader(source, into: draft)
            let names = try reader.unpack()
            let receipt = try check(names, in: draft)
            try RestorationNote(receipt, at: now).write(to: draft)
            try PlainFile.sync(draft + "/" + BackupArchive.keyFolder)
            if receipt.profilesCount > 0 {
                try PlainFile.sync(draft + "/" + BackupArchive.profileFolder)
            }
            try PlainFile.sync(draft)
            try put(draft)
            return receipt
        } catch {
            try removeDraft(draft)
            throw error
        }
    }

    private func check(_ names: [String], in draft: String) throws -> Receipt {
        guard names.contains(BackupArchive.database) else {
            throw BackupProblem.damaged("the database is missing")
        }
        let path = draft + "/" + BackupArchive.database
        let faults = try SQLiteDatabase.faults(of: path)
        guard faults.isEmpty else {
            throw BackupProblem.damaged("its database: \(faults.joined(separator: "; "))")
        }
        let content = try SQLiteDatabase.read(path) { tx in
            (
                schema: try tx.schemaNumber(), keys: try tx.keysInFiles(),
                orders: try tx.ordersCount()
            )
        }
        guard content.schema <= Migration.all.count else {
            throw BackupProblem.schemaTooNew(found: content.schema, known: Migration.all.count)
        }
        let keys = content.keys.map(BackupArchive.keyName)
        try PlainFile.sync(path)
        let profilesCount = names.count { $0.hasPrefix(BackupArchive.profileFolder + "/") }
        return Receipt(
            keysCount: names.count - 1 - profilesCount, profilesCount: profilesCount,
            profilesPath: folder + "/" + BackupArchive.profileFolder,
            ordersCount: content.orders, schema: content.schema,
            // The sums have told that the backup is whole.
            keysMissing: keys.filter { !names.contains($0) })
    }

    /// Gives the draft its name. A folder that is empty makes way; one that filled meanwhile does
    /// not.
    private func put(_ draft: String) throws {
        guard rename(draft, folder) == 0 else {
            throw [ENOTEMPTY, EEXIST].contains(errno)
                ? BackupProblem.notEmpty(folder: folder) : PlainFile.problem(folder)
        }
        try PlainFile.sync(URL(filePath: folder).deletingLastPathComponent().path)
    }

    private func refuseContent() throws {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        guard try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty else {
            throw BackupProblem.notEmpty(folder: folder)
        }
    }

    private func removeDraft(_ draft: String) throws {
        guard FileManager.default.fileExists(atPath: draft) else { return }
        try FileManager.default.removeItem(atPath: draft)
    }

    private static func withoutSlash(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? withoutSlash(String(path.dropLast())) : path
    }
}
