import Foundation
import OrderCore
import Registration
import Storage

/// What was done to an installation while nobody could vouch for it.
///
/// A backup is restored without the secret, so the log cannot take an entry then. A note lies in
/// the data folder until somebody opens the installation with the secret, and becomes an entry.
struct RestorationNote: Codable {
    /// Milliseconds since 1970.
    let at: Int64
    let author: String
    let operation: String
    let orders: Int
    let keys: Int
    let profiles: Int
    let schema: Int

    static let fileName = "restored.json"

    init?(in folder: String) throws {
        let path = folder + "/" + Self.fileName
        guard let content = FileManager.default.contents(atPath: path) else { return nil }
        self = try JSONDecoder().decode(Self.self, from: content)
    }

    init(_ receipt: Restoration.Receipt, at now: Date) {
        let author = Author.current
        at = now.milliseconds
        self.author = author?.name ?? "unknown"
        operation = author?.operation ?? "chancery restore"
        orders = receipt.ordersCount
        keys = receipt.keysCount
        profiles = receipt.profilesCount
        schema = receipt.schema
    }

    func write(to folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let file = try PlainFile(folder + "/" + Self.fileName, for: .making)
        try file.write(Array(try encoder.encode(self)))
        try file.sync()
    }

    var change: NotedChange {
        NotedChange(
            "installations",
            after: [
                "restored_at": .integer(at), "orders": .integer(Int64(orders)),
                "keys": .integer(Int64(keys)), "profiles": .integer(Int64(profiles)),
                "schema": .integer(Int64(schema)),
            ])
    }
}

extension AuditKey {
    /// Brings the schema up to date, which is a change like any other: where there is a log, nobody
    /// does so who cannot write into it.
    func migrate(_ database: any Database) async throws {
        guard let before = try await database.schemaBefore() else {
            try await database.migrate()
            return
        }
        let isKept = try await openExisting(database)
        let taken = try await database.migrate()
        guard isKept, let last = taken.last else { return }
        try await note(
            NotedChange(
                "schemas", before: ["step": .integer(Int64(before))],
                after: ["step": .integer(Int64(last))]), in: database)
    }

    /// Turns the note of a restore into an entry.
    func settle(_ folder: String, _ database: any Database) async throws {
        guard let note = try RestorationNote(in: folder), try await openExisting(database) else {
            return
        }
        let author = Author(.operator, name: note.author, operation: note.operation)
        try await Author.$current.withValue(author) {
            // Lists that were made after the backup are gone, and were newer.
            try await AuditedDatabase(database, witness: self).write {
                try $0.askForAllCRLs(due: Date(milliseconds: note.at))
                $0.note(note.change)
            }
        }
        try FileManager.default.removeItem(atPath: folder + "/" + RestorationNote.fileName)
    }

    func note(_ change: NotedChange, in database: any Database) async throws {
        try await AuditedDatabase(database, witness: self).write { $0.note(change) }
    }
}

extension Database {
    /// The newest step that this store has taken, where there are others for it to take and it has
    /// an audit log; nil where nothing is to be noted.
    fileprivate func schemaBefore() async throws -> Int? {
        do {
            let step = try await read { try $0.schemaNumber() }
            return (Migration.audit.number..<Migration.all.count).contains(step) ? step : nil
        } catch StorageProblem.unavailable(let reason) {
            throw StorageProblem.unavailable(reason)
        } catch {
            // A new store has no table of steps.
            return nil
        }
    }
}
