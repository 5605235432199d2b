import ArgumentParser
import OrderCore
import Registration
import Server
import Storage

struct GuestAccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guest-access",
        abstract: "Admit people without a user of the account, or no longer.",
        discussion: """
            Orders are shown to guests only where the order allows it as well. Turning guest \
            access off takes the address away for good.
            """)

    enum Wish: String, ExpressibleByArgument, CaseIterable {
        case on
        case off
    }

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "on or off.")
    var wish: Wish

    @Option(help: "The id of a subaccount. (default: the installation's own account)")
    var account: Int64?

    func run() async throws {
        try await installation.withInstallation { opened in
            let own = try await opened.database.read { try $0.ownAccount().id }
            let id: ID<Account> = account.map { ID($0) } ?? own
            let desk = GuestDesk(registry: try await opened.registry())
            switch wish {
            case .on:
                print("Guests are admitted at \(try await desk.open(id))")
            case .off:
                try await desk.close(id)
                print("No guests are admitted.")
            }
        }
    }
}
