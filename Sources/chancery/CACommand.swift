import ArgumentParser
import Foundation
import Issuance
import Registration
import Server

struct CACommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ca", abstract: "The certificates that this installation signs with.",
        subcommands: [Show.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the CA certificates.",
            discussion: "With --pem, prints them in PEM: what relying parties have to trust.")

        @OptionGroup var installation: InstallationOptions

        @Flag(help: "Print the certificates themselves.")
        var pem = false

        func run() async throws {
            try await installation.withInstallation { opened in
                for entry in try await opened.registry().authority.certificates {
                    print(pem ? entry.certificate.pem : entry.description)
                }
            }
        }
    }
}

extension CAEntry {
    fileprivate var description: String {
        """
        \(id)  \(parentID == nil ? "root" : "issuing")  \(name)
            subject     \(certificate.subjectName)
            issuer      \(certificate.issuerName)
            serial      \(certificate.serial.hex)
            valid       \(certificate.validity.notBefore.formatted(.iso8601)) to \
        \(certificate.validity.notAfter.formatted(.iso8601))
            key         \(certificate.key.kind)
            SHA-256     \(certificate.thumbprintSHA256)
        """
    }
}
