import ArgumentParser
import OrderCore
import Registration
import Server

struct IPRuleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ip-rule", abstract: "From which addresses accounts are let in.",
        discussion: """
            Accounts make rules with POST /container/ID/ip/rules. Here they are taken away for \
            those who have shut themselves out.
            """,
        subcommands: [List.self, Remove.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the rules of all accounts.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.withInstallation { opened in
                for rule in try await opened.owners.ipRules() {
                    let whom =
                        switch rule.subject {
                        case .account: "all of it"
                        case .user(let id): "user \(id)"
                        case .key(let id): "key \(id)"
                        }
                    let addresses = "\(rule.range.lowerBound)-\(rule.range.upperBound)"
                    print(
                        "\(rule.id)\taccount \(rule.accountID)\t\(whom)\t\(addresses)\t"
                            + (rule.description ?? ""))
                }
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a rule away.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The rule's id.")
        var id: Int64

        func run() async throws {
            try await installation.withInstallation { opened in
                guard try await opened.owners.remove(ID(id)) else {
                    throw ValidationError("There is no rule \(id).")
                }
                print("The rule \(id) is gone.")
            }
        }
    }
}
