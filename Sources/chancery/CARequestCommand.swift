import ArgumentParser
import Foundation
import Issuance
import OrderCore
import Registration
import Server
import Storage

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

            Keys that wait:   chancery ca list --requests
            Not needed:       chancery ca withdraw KEY
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
            print(try JSONText.of(RequestAnswer(request, name: name, place: order.keyPlace)))
        }
    }
}

/// A key that waits for its certificate, as commands print it with `--json`.
struct RequestAnswer: Encodable {
    let name: String
    let keyID: String
    let keyPlace: String
    let csr: String

    init(_ request: SigningRequest, name: String, place: KeyPlace) {
        self.name = name
        keyID = request.key.identifier.hex
        keyPlace = place.rawValue
        csr = request.pem
    }

    enum CodingKeys: String, CodingKey {
        case name
        case keyID = "key_id"
        case keyPlace = "key_place"
        case csr
    }
}

struct CAWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Give up a key that waits for its certificate.",
        discussion: """
            The key of `chancery ca request` is destroyed where it lies in a sealed file; one on a \
            token stays there. A certificate that is signed for it can then not be installed. \
            Backups, and the folders of other nodes, keep their copies.
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The key, as `chancery ca list --requests` shows it.")
    var key: String

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            let request = try await opened.workshop().withdraw(key)
            let end = request.keyPlace == .token ? "stays on the token" : "is destroyed"
            print("\(request.name) is withdrawn; its key \(end).")
        }
    }
}
