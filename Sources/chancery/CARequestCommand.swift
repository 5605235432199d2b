import ArgumentParser
import Foundation
import Issuance
import OrderCore
import Registration
import Server

struct CARequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Make a key, and a CSR to have it certified by a root elsewhere.",
        discussion: """
            Prints the CSR in PEM. The key stays here, sealed. Have the CSR signed, and bring the \
            certificate back with those above it:

              chancery ca request "Example Issuing CA 3" > issuing.csr
              chancery ca cross-sign 1 --csr issuing.csr > issuing.pem    (where the root is)
              cat root.pem >> issuing.pem
              chancery ca install issuing.pem
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "Its common name.")
    var name: String

    @OptionGroup var form: KeyForm

    @Flag(help: "Ask for one that signs other authorities.")
    var intermediate = false

    @Flag(help: "Print one JSON object, with the CSR in it.")
    var json = false

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            var order = NewAuthority(
                try form.subject(name, else: opened.founding),
                role: intermediate ? .intermediate : .issuing)
            order.key = form.key?.kind ?? .p256
            order.keyPlace = form.place
            let request = try await opened.workshop().request(order)
            guard json else { return print(request.pem, terminator: "") }
            print(
                try JSONText.of(
                    RequestAnswer(
                        name: name, keyID: request.key.identifier.hex, csr: request.pem)))
        }
    }

    private struct RequestAnswer: Encodable {
        let name: String
        let keyID: String
        let csr: String

        enum CodingKeys: String, CodingKey {
            case name
            case keyID = "key_id"
            case csr
        }
    }
}
