import ArgumentParser
import OrderCore
import Registration
import Server

struct CARetireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Have an authority sign nothing more.",
        discussion: """
            What it signed stays valid, with its chain; it goes on signing revocation lists. \
            Products that it was chosen for go back to the choice for all. An order that names it \
            in ca_cert_id is refused. The last authority that issues is not retired. `chancery ca \
            reinstate` takes it back; `chancery ca roll` retires it in favour of a new key.
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The id of an authority.")
    var id: Int64

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            print("\(try await opened.authorities.retire(ID(id)).name) is retired.")
        }
    }
}

struct CAReinstateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reinstate",
        abstract: "Have a retired authority sign again.",
        discussion: """
            It signs orders that name it in ca_cert_id. Products that it was chosen for before it \
            was retired are not chosen again: see `chancery ca default`.
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The id of an authority.")
    var id: Int64

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            print("\(try await opened.authorities.reinstate(ID(id)).name) signs again.")
        }
    }
}

struct CARollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roll",
        abstract: "Give an authority a new key and certificate under the same name.",
        discussion: """
            The old one is retired: what it signed stays valid, and it goes on signing revocation \
            lists. New certificates are signed by the new one, those of orders, too, that name the \
            old one in ca_cert_id, and of products that it was chosen for.

            A root that is rolled over is one that nobody trusts yet. Have the old one vouch for \
            it: chancery ca cross-sign OLD --of NEW
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The id of an authority.")
    var id: Int64

    @Option(
        help: "The new key: p256, p384, p521, rsa2048, rsa3072 or rsa4096. (default: as before)")
    var key: KeyChoice?

    @Option(help: "How many days it lasts. (default: as is usual)")
    var days: Int?

    @Flag(help: "Make the new key on the token. (default: where the old one is)")
    var token = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        try AuthorityDays.check(days)
    }

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            let entry = try await opened.workshop().roll(
                ID(id), key: key?.kind, days: days, keyPlace: token ? .token : nil)
            try await opened.report(entry, json: json)
        }
    }
}
