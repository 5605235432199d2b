import ArgumentParser
import Server

struct CARekeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rekey",
        abstract: "Seal all private keys again, under another passphrase or key file.",
        discussion: """
            The old secret is the one that is configured; the new one is given here. What was \
            sealed is opened and compared before anything is replaced. An interrupted run loses \
            nothing: run it again with the same secrets, and it goes on.

            Afterwards configure the new secret, and restart the servers. Nodes with a data \
            folder of their own need a copy of the folder keys. Backups that were made before \
            stay under the old secret: keep it as long as you keep them.

            To a key file:     chancery ca rekey --new-key-file /etc/chancery/sealing.key
            To a passphrase:   chancery ca rekey --new-passphrase-file passphrase.txt
            """)

    @OptionGroup var installation: InstallationOptions

    @Option(
        name: .customLong("new-key-file"),
        help: "The new key file; made where there is none.", completion: .file())
    var newKeyFile: String?

    @Option(
        name: .customLong("new-passphrase-file"),
        help: "A file whose first line is the new passphrase.", completion: .file())
    var newPassphraseFile: String?

    func validate() throws {
        if (newKeyFile == nil) == (newPassphraseFile == nil) {
            throw ValidationError("Give one of --new-key-file and --new-passphrase-file.")
        }
    }

    func run() async throws {
        let wish: Settings.Sealing
        if let newPassphraseFile {
            wish = .passphrase(try AuthorityFile.passphrase(in: newPassphraseFile))
        } else {
            wish = .keyFile(newKeyFile ?? "")
        }
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            let receipt = try await opened.rekey(to: wish)
            print(
                """
                \(receipt.keysCount) keys and \(receipt.secretsCount) other secrets are sealed \
                under the new secret. Configure it, and restart the servers.
                """)
        }
    }
}
