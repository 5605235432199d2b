import ArgumentParser

struct CACommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ca",
        abstract: "The authorities that this installation signs with.",
        discussion: """
            An authority is a certificate with a key: a root, an intermediate, or one that issues \
            what is ordered. All of these commands work beside running servers, which notice the \
            change within a second, on every node.

            See what there is:             chancery ca list
            One more issuing CA:           chancery ca create "Example Issuing CA 2"
            Let it sign ssl_plus:          chancery ca default 3 --product ssl_plus
            A new key for it:              chancery ca roll 3
            """,
        subcommands: [
            CAListCommand.self, CAShowCommand.self, CACreateCommand.self, CADefaultCommand.self,
            CARetireCommand.self, CAReinstateCommand.self, CARollCommand.self,
            CAImportCommand.self, CARequestCommand.self, CAInstallCommand.self,
            CAWithdrawCommand.self, CACrossSignCommand.self, CARevokeCommand.self,
            CAPublishCommand.self,
            CARekeyCommand.self,
        ])
}
