import ArgumentParser

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

            All commands work on a data folder, ./var unless --data says otherwise. They may run
            beside a server on the same folder.
            """,
        version: version,
        subcommands: [
            InitCommand.self, ServeCommand.self, MigrateCommand.self, CopyCommand.self,
            CACommand.self,
            KeyCommand.self, DomainCommand.self, OrganizationCommand.self,
            GuestAccessCommand.self, MailCommand.self, BackupCommand.self, RestoreCommand.self,
            PriceCommand.self, BalanceCommand.self, LimitCommand.self, WorkCommand.self,
            TokenCommand.self, AuditCommand.self, ProfileCommand.self, CTCommand.self,
        ])
}
