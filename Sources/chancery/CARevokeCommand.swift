import ArgumentParser
import OrderCore
import Registration
import Server

extension AuthorityEnd.Reason: ExpressibleByArgument {}

struct CARevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revoke the certificate of an authority.",
        discussion: """
            The authority above it puts the certificate on its revocation list and answers so to \
            OCSP, for good. The authority signs no more orders, and what it signed is worth \
            nothing to whoever checks: have those certificates reissued by another one. The last \
            authority that issues is not revoked; roots are revoked by nobody.

            With --cross, the id is that of a certificate that an authority signed for another \
            one (chancery ca cross-sign), as `chancery ca list --cross` shows it.
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The id of an authority.")
    var id: Int64

    @Option(
        help: """
            unspecified, cACompromise, affiliationChanged, superseded or cessationOfOperation.
            """)
    var reason = AuthorityEnd.Reason.unspecified

    @Flag(help: "It is a cross certificate.")
    var cross = false

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            let desk = try opened.authorities
            let name =
                cross
                ? try await desk.revokeCross(ID(id), because: reason).name
                : try await desk.revoke(ID(id), because: reason).name
            print("\(name) is revoked.")
        }
    }
}
