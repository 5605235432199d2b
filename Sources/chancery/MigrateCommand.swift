import ArgumentParser
import Server
import Storage

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database's schema up to date.",
        discussion: "Serving does this at its start; here it can be done apart from it.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        // An empty database of a server gets its tables here, from the role that is to own them.
        let mayBeNew = try await installation.settings().usesServer
        try await installation.withInstallation(mayBeNew: mayBeNew) { opened in
            let step = try await opened.database.read { try $0.schemaNumber() }
            print("The schema is at step \(step), the newest.")
        }
    }
}
