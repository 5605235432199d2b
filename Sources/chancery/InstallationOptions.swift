import ArgumentParser
import Foundation
import Issuance
import OrderCore
import Server
import Storage

/// What every command has: which data folder and database, configured by which file.
struct InstallationOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "The data folder.")
    var dataFolder = "./var"

    @Option(
        help: """
            The PostgreSQL server, as postgres://USER@HOST/DATABASE with any of libpq's options. \
            (default: SQLite in the data folder)
            """)
    var database: String?

    @Option(
        name: .customLong("config"),
        help: "A configuration file in YAML or JSON. (default: chancery.yaml in the data folder)")
    var configurationFile: String?

    /// - Parameter flags: what else was given on the command line, by configuration key.
    func settings(_ flags: [String: String] = [:]) async throws -> Settings {
        var flags = flags
        flags["database"] = database
        return try await Settings.read(
            dataFolder: dataFolder, flags: flags, file: configurationFile)
    }

    /// Opens the installation for `body`, and closes it whatever happens. A data folder that is
    /// named wrongly is not made into one, unless the command is there to make one.
    func withInstallation<Value>(
        _ flags: [String: String] = [:], mayBeNew: Bool = false, isServing: Bool = false,
        _ body: (Installation) async throws -> Value
    ) async throws -> Value {
        let settings = try await settings(flags)
        if !isServing {
            for warning in Settings.environmentWarnings {
                FileHandle.standardError.write(Data("Warning: \(warning)\n".utf8))
            }
        }
        if mayBeNew {
            try Installation.checkFounding(settings)
        } else {
            try Installation.requireFile(settings)
        }
        do {
            return try await Author.$current.withValue(.commandLine) {
                // Commands take as long as they take, requests do not.
                try await Patience.$current.withValue(isServing ? .ofRequests : .ofWork) {
                    try await Self.run(
                        try await Installation.open(settings, for: isServing ? .server : .command),
                        body)
                }
            }
        } catch {
            throw SettingsProblem(opening: error, with: settings.sealing) ?? error
        }
    }

    private static func run<Value>(
        _ installation: Installation, _ body: (Installation) async throws -> Value
    ) async throws -> Value {
        let value: Value
        do {
            value = try await SigningStep.run { try await body(installation) }
        } catch {
            try await installation.close()
            throw error
        }
        try await installation.close()
        return value
    }
}
