import ArgumentParser
import OrderCore
import Server

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a data folder out of a backup.",
        discussion: """
            The folder must be empty or not there. Before it gets its name, the backup's sums, the \
            database's integrity are checked; what fails leaves nothing behind.

            Afterwards put the key file that unseals the keys where the configuration says, by \
            default at sealing.key in the folder, bring back the folder signings, and start the \
            server. What was done after the \
            backup is gone: numbers of orders are given anew, and certificates issued since then \
            are unknown.
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The backup.", completion: .file())
    var file: String

    func run() async throws {
        let settings = try await installation.settings()
        let receipt = try await Author.$current.withValue(.commandLine) {
            try await Restoration(to: settings).restore(file, at: Installation.now)
        }
        print(
            """
            \(settings.dataFolder) holds the installation of the backup: \
            \(receipt.ordersCount) orders, \(receipt.keysCount) sealed keys, \
            \(receipt.profilesCount) profiles.
            """)
        for key in receipt.keysMissing {
            print("\(key), a key of its CA, was missing when the backup was made, and is.")
        }
        if receipt.profilesCount > 0, settings.profiles.path != receipt.profilesPath {
            print(
                """
                The profiles are in \(receipt.profilesPath); the configuration has them read from \
                \(settings.profiles.path).
                """)
        }
        if case .keyFile(let path) = settings.sealing {
            print(
                """
                The keys are sealed as they were when the backup was made: put the key file that \
                unseals them at \(path), readable by you alone, or give the passphrase or the \
                credential that they were sealed under.
                """)
        }
        print("Start the server with: chancery serve --data \(settings.dataFolder)")
    }
}
