import ArgumentParser
import Foundation
import Issuance
import OrderCore
import Registration
import Server

/// How a passphrase is given: never as an argument, which other users of the machine could read.
struct PassphraseOptions: ParsableArguments {
    @Option(
        name: .customLong("passphrase-file"),
        help: """
            A file whose first line opens the key or PKCS #12 file. (default: the environment's \
            CHANCERY_IMPORT_PASSPHRASE)
            """)
    var file: String?

    static let variable = "CHANCERY_IMPORT_PASSPHRASE"

    var passphrase: String? {
        get throws {
            if let file { return try AuthorityFile.passphrase(in: file) }
            return ProcessInfo.processInfo.environment[Self.variable]
        }
    }
}

struct CAImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in an authority that was made elsewhere, with its key.",
        discussion: """
            FILE is PKCS #12, or holds certificates in PEM (or one in DER): the authority's own \
            and those above it, up to a root, in any order; those that are here already may be \
            left out. The key is in the same file, or in the one of --key, encrypted or not. It \
            is sealed as all keys are. Destroy the file afterwards.

            Checked first: that the key is that of the certificate, that each certificate is \
            signed by the next one up to a root, and that all are valid, and may sign \
            certificates and revocation lists.

            The authority issues when an order names it in ca_cert_id, or when it is chosen: \
            chancery ca default. With --intermediate it signs other authorities instead.

            A bundle:     chancery ca import issuing.p12 --passphrase-file passphrase.txt
            Separate:     chancery ca import chain.pem --key issuing.key
            On a token:   chancery ca import chain.pem    (the key is there already)
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The file with the certificates.", completion: .file())
    var file: String

    @Option(help: "The file with the private key, in PEM or DER.")
    var key: String?

    @OptionGroup var passphraseOptions: PassphraseOptions

    @Flag(help: "It signs other authorities, and no orders.")
    var intermediate = false

    @Option(help: "The id of an authority that is retired in favour of it.")
    var replaces: Int64?

    @Flag(help: "Print one JSON list of what was added.")
    var json = false

    func run() async throws {
        let content = try AuthorityFile(
            file, key: key, passphrase: try passphraseOptions.passphrase)
        var intake = AuthorityIntake(content.certificates, key: content.key)
        intake.isIntermediate = intermediate
        intake.replacedID = replaces.map { ID($0) }
        try await installation.withInstallation { [intake] opened in
            try await opened.requireFounded()
            try await opened.report(try await opened.workshop().install(intake), json: json)
        }
    }
}

struct CAInstallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Take in a certificate that was signed elsewhere for a key made here.",
        discussion: """
            FILE holds the certificate that came back for `chancery ca request`, and those above \
            it, up to a root, in PEM and in any order. It is checked against the key, and the \
            chain up to the root. The certificates above it are kept without their keys, and are \
            part of the chains that are handed out.

            A root by itself can be installed, too; without its key it signs nothing here.
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The file with the certificates.", completion: .file())
    var file: String

    @Flag(help: "It signs other authorities, and no orders.")
    var intermediate = false

    @Option(help: "The id of an authority that is retired in favour of it.")
    var replaces: Int64?

    @Flag(help: "Print one JSON list of what was added.")
    var json = false

    func run() async throws {
        var intake = AuthorityIntake(try AuthorityFile.certificates(in: file))
        intake.isIntermediate = intermediate
        intake.replacedID = replaces.map { ID($0) }
        try await installation.withInstallation { [intake] opened in
            try await opened.requireFounded()
            try await opened.report(try await opened.workshop().install(intake), json: json)
        }
    }
}

extension Installation {
    /// Says what was added.
    func report(_ entries: [CAEntry], json: Bool) async throws {
        let roster = try await authorities.roster()
        if json {
            return print(try JSONText.of(entries.map { AuthorityAnswer($0, in: roster) }))
        }
        for entry in entries { print(roster.text(of: entry, at: Installation.now)) }
    }
}
