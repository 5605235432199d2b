import Configuration
import Foundation
import PostgresDriver
import SQLiteDriver
import Storage

extension Settings.DatabasePlace {
    /// What a node takes of the server's connections, unless told otherwise, and at the least.
    static let connectionsStandard = 32
    static let connectionsMin = 3

    init(_ reader: ConfigReader) throws {
        guard let url = reader.string(forKey: "database", isSecret: true) else {
            self = .dataFolder
            return
        }
        let text = reader.string(
            forKey: "connections", default: "\(Self.connectionsStandard)")
        guard let connectionsMax = Int(text), connectionsMax >= Self.connectionsMin else {
            throw SettingsProblem(
                description: "connections is \"\(text)\", \(Self.connectionsMin) or more")
        }
        do {
            _ = try ConnectionURL(url)
        } catch {
            // The URL is a secret, and so is not repeated.
            throw SettingsProblem(
                description: """
                    database is no URL of a PostgreSQL server (\(error.reason)); \
                    write postgres://USER@HOST/DATABASE
                    """)
        }
        self = .server(url: url, connectionsMax: connectionsMax)
    }

    /// What it may be called in messages.
    package func name(dataFolder: String) -> String {
        switch self {
        case .dataFolder: dataFolder
        case .server(let url, _):
            // It was read when the settings were.
            (try? ConnectionURL(url))?.description ?? "the database"
        }
    }

    /// Where a data folder has its database.
    private static func file(in dataFolder: String) -> String {
        URL(filePath: dataFolder).appending(path: BackupArchive.database)
            .path(percentEncoded: false)
    }

    /// Whether a data folder without a database is named: whoever opens it makes one there.
    func lacksFile(dataFolder: String) -> Bool {
        guard case .dataFolder = self else { return false }
        return !FileManager.default.fileExists(atPath: Self.file(in: dataFolder))
    }

    /// The files of a data folder's database.
    static func files(in dataFolder: String) -> [String] {
        ["", "-wal", "-shm", "-journal"].map { file(in: dataFolder) + $0 }
    }

    func open(dataFolder: String) throws -> any Database {
        switch self {
        case .dataFolder:
            return try SQLiteDatabase(.file(Self.file(in: dataFolder)))
        case .server(let url, let connectionsMax):
            return try PostgresDatabase(
                url: url, limits: PostgresDatabase.Limits(connectionsMax: connectionsMax))
        }
    }
}

extension Settings {
    /// Whether other nodes may have the same database.
    package var usesServer: Bool {
        switch database {
        case .dataFolder: false
        case .server: true
        }
    }
}
