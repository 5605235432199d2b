import ArgumentParser
import OrderCore
import Registration
import Server

struct BalanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance", abstract: "The funds of the installation's account.",
        subcommands: [Show.self, Deposit.self, Withdraw.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the balance.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.withInstallation { opened in
                try await opened.requireFounded()
                print(try await opened.owners.balance().text)
            }
        }
    }

    struct Deposit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add to the balance.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "How much, as in 500.00.")
        var amount: Double

        func run() async throws {
            let money = try Money.given(amount)
            try await installation.withInstallation { opened in
                try await opened.requireFounded()
                print(try await opened.owners.changeBalance(by: money).text)
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take from the balance.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "How much, as in 500.00.")
        var amount: Double

        func run() async throws {
            let money = try Money.given(amount)
            try await installation.withInstallation { opened in
                try await opened.requireFounded()
                print(try await opened.owners.changeBalance(by: .zero - money).text)
            }
        }
    }
}
