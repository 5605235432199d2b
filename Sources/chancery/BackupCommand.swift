import ArgumentParser
import Foundation
import Issuance
import Registration
import Server

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the installation to one file, beside a running server.",
        discussion: """
            The file is a tar archive with the database as it was at one moment, the sealed \
            private keys of the CA, your profiles, and their SHA-256 sums. It is there whole or \
            not at all, and never overwrites another. While it is made, there is a copy of the \
            database beside it.

            Not in it: what unseals the keys (the key file or the passphrase), the \
            configuration, and the logs of signatures in the folder signings, which audit verify \
            asks for. Keep those apart. Without the first, the backup holds a CA that can \
            sign nothing.

            Once a day:   chancery backup /backup/chancery-$(date +%F).tar
            To look:      tar --list --file FILE
            To use:       chancery restore FILE --data FOLDER
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The file to write. There must be none of that name.", completion: .file())
    var file: String

    func run() async throws {
        let settings = try await installation.settings()
        let receipt = try Backup(of: settings).write(to: file, at: WallClock.system.now)
        print(
            """
            \(file) holds the database, \(receipt.keysCount) sealed keys and \
            \(receipt.profilesCount) profiles, \
            \(receipt.octets.formatted(.byteCount(style: .file))).
            """)
        for key in receipt.keysMissing {
            print("\(key), a key of the CA, is missing here, and so in the backup.")
        }
        print(Self.advice(receipt.sealedUnder, settings.sealing))
    }

    /// What is to be kept beside the backup, by what the keys say of themselves: they may have been
    /// sealed anew, under what this command was not told.
    private static func advice(_ form: SecretForm?, _ sealing: Settings.Sealing) -> String {
        switch (form, sealing) {
        case (.passphrase, _), (nil, .passphrase):
            "Keep the passphrase as well, in another place: it unseals the keys."
        case (_, .keyFile(let path)), (_, .credential(let path)):
            "Keep \(path) as well, in another place: it unseals the keys."
        case (.keyFile, .passphrase):
            "Keep the key file as well, in another place: it unseals the keys."
        }
    }
}
