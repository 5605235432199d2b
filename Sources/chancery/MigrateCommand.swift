import ArgumentParser
import Server

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database's schema up to date.",
        discussion: "Serving does this at its start; here it can be done apart from it.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        try await installation.withInstallation(mayBeNew: true) { _ in
            print("The schema is up to date.")
        }
    }
}
