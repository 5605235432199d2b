import ArgumentParser
import Foundation

@main
struct Chancery: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "chancery",
        abstract: "A certificate authority with an order desk.",
        discussion: """
            Speaks the CertCentral Services API v2 below /services/v2; client programs need \
            another base URL and an API key, nothing else.

            A first server:        chancery serve
            A key for a script:    chancery key create --name ci --json

            All commands work on a data folder, ./var unless --data says otherwise. They may run \
            beside a server on the same folder.
            """,
        version: version,
        subcommands: [
            InitCommand.self, ServeCommand.self, MigrateCommand.self, CopyCommand.self,
            CACommand.self,
            KeyCommand.self, DomainCommand.self, OrganizationCommand.self,
            GuestAccessCommand.self, MailCommand.self, BackupCommand.self, RestoreCommand.self,
            PriceCommand.self, BalanceCommand.self, LimitCommand.self, IPRuleCommand.self,
            WorkCommand.self, TokenCommand.self, AuditCommand.self, ProfileCommand.self,
            CTCommand.self,
        ])

    /// As the library does, but what a command refuses while it runs is followed by the usage of
    /// that command, not of this one.
    static func main() async {
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            exit(withError: error)
        }
        do {
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch let refused as ValidationError {
            FileHandle.standardError.write(Data(text(of: refused, by: type(of: command)).utf8))
            exit(withError: ExitCode.validationFailure)
        } catch {
            exit(withError: error)
        }
    }

    private static func text(
        of refused: ValidationError, by command: any ParsableCommand.Type
    ) -> String {
        let usage = usageString(for: command)
        // The words before the first argument are the command's own.
        let words = usage.split(separator: " ").prefix { $0.first?.isLetter == true }
        return """
            Error: \(refused.message)
            Usage: \(usage)
              See '\(words.joined(separator: " ")) --help' for more information.

            """
    }
}
