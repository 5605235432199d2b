import ArgumentParser
import Foundation
import Issuance
import OrderCore
import Registration
import Server

struct CAPublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish a revocation list that was signed elsewhere.",
        discussion: """
            For an authority whose key is elsewhere, such as an offline root: the list is served \
            at /crl/ID.crl from then on. It is checked to be of that authority, signed by its key, \
            complete, not ended, and newer than the one before. Bring the next one before it ends.

            An authority of this installation that is on the list is revoked here, too, for good: \
            it signs no more orders. Where all that issue are on it, make another one first.

            Where the key is, `curl URL/crl/ID.crl` gives the current list.
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The id of an authority.")
    var id: Int64

    @Argument(help: "The file with the list, in DER or PEM.", completion: .file())
    var file: String

    func run() async throws {
        let octets = try AuthorityFile.read(file)
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            let published = try await opened.authorities.publish(octets, of: ID(id))
            print(
                """
                The list of \(published.issuer.name) is published; bring the next one before \
                \(published.list.nextUpdate.formatted(.iso8601)).
                """)
            for entry in published.revoked {
                print("It revokes \(entry.name) (\(entry.id)), which signs no more.")
            }
        }
    }
}
