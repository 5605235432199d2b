import ArgumentParser
import Foundation
import Issuance
import OrderCore
import Registration
import Server

struct CACrossSignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cross-sign",
        abstract: "Sign a certificate for the key of another authority.",
        discussion: """
            The other authority is known by its CSR, by its certificate, or by its id where it is \
            one of this installation. Whoever trusts the one that signs trusts it from then on. \
            The certificate is printed in PEM, kept, and published at /ca/cross/N.cer; where the \
            key is that of an authority here, at its /ca/ID.p7c, too.

            Be sure of what you sign: the certificate says that its holder may sign others. A \
            certificate that is not that of an authority is refused; a CSR cannot say what it is \
            for.

            An offline root signs an intermediate:  chancery ca cross-sign 1 --csr issuing.csr
            An old root vouches for a new one:       chancery ca cross-sign 1 --of 4
            One that is retired does so for its successor only.
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The id of the authority that signs.")
    var id: Int64

    @Option(help: "A file with the CSR of the other authority.")
    var csr: String?

    @Option(help: "A file with the certificate of the other authority.")
    var certificate: String?

    @Option(help: "The id of an authority of this installation.")
    var of: Int64?

    @Option(help: "How many days it lasts. (default: 3652, or as long as the one that signs)")
    var days: Int?

    @Option(
        name: .customLong("path-length"),
        help: """
            How many authorities may stand below it. (default: 0 for a CSR, else as its own \
            certificate says)
            """)
    var pathLength: Int?

    @Flag(help: "Print one JSON object, with the certificate in it.")
    var json = false

    func validate() throws {
        guard [csr, certificate, of.map(String.init)].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("Give one of --csr, --certificate and --of.")
        }
        try AuthorityDays.check(days)
        try PathLength.check(pathLength)
    }

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            let cross = try await opened.workshop().crossSign(
                try await foreign(opened), by: ID(id), days: days,
                pathLength: pathLength ?? (csr == nil ? nil : 0))
            guard json else { return print(cross.certificate.pem, terminator: "") }
            print(try JSONText.of(CrossAnswer(cross, isWhole: true)))
        }
    }

    private func foreign(_ opened: Installation) async throws -> ForeignAuthority {
        if let of {
            let roster = try await opened.authorities.roster()
            guard let entry = roster[ID(of)] else { throw AuthorityRefusal.unknown(ID(of)) }
            return try ForeignAuthority(entry.certificate)
        }
        if let certificate {
            return try ForeignAuthority(try AuthorityFile.certificates(in: certificate)[0])
        }
        return try AuthorityFile.request(in: csr ?? "")
    }
}
