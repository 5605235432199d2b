import ArgumentParser
import Issuance
import OrderCore
import Registration
import Server

struct CACreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make an authority: a key, and a certificate for it.",
        discussion: """
            Without --root, the certificate is signed by a root of this installation, the only one \
            unless --under names it. It lasts as long as is usual (a root 7305 days, others 3652), \
            or as long as the one above it.

            The new authority signs what names it in ca_cert_id. To have it sign more, use \
            `chancery ca default`.

            An issuing CA:   chancery ca create "Example Issuing CA 2" --key rsa3072
            For TLS only:    chancery ca create "Example TLS CA 1" --purpose serverAuth
            Another root:    chancery ca create "Example Root CA G2" --root
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "Its common name.")
    var name: String

    @Flag(help: "Make a root, which signs itself.")
    var root = false

    @Flag(help: "Make one that signs other authorities, and no orders.")
    var intermediate = false

    @Option(help: "The id of the authority that signs it. (default: the only root)")
    var under: Int64?

    @OptionGroup var form: KeyForm

    @Option(help: "How many days it lasts.")
    var days: Int?

    @Option(
        help: """
            What certificates below it are for, as in serverAuth or clientAuth; may be given \
            again. (default: everything)
            """)
    var purpose: [KeyPurpose] = []

    @Option(
        name: .customLong("path-length"),
        help: """
            Of an intermediate: how many levels of authorities may stand below it, 1 at least. \
            (default: any number)
            """)
    var pathLength: Int?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        try AuthorityDays.check(days)
        if root, intermediate {
            throw ValidationError("--root and --intermediate exclude each other.")
        }
        if root, under != nil { throw ValidationError("A root signs itself: leave --under out.") }
        if root, !purpose.isEmpty {
            throw ValidationError("A root is for every purpose: leave --purpose out.")
        }
        if pathLength != nil, !intermediate {
            throw ValidationError("--path-length is for an --intermediate.")
        }
        try PathLength.check(pathLength)
    }

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            var order = NewAuthority(
                try form.subject(name, else: opened.founding),
                role: root ? .root : intermediate ? .intermediate : .issuing)
            order.key = form.key?.kind ?? (root ? .p384 : .p256)
            order.keyPlace = form.place
            order.days = days
            order.parentID = under.map { ID($0) }
            order.purposes = purpose
            order.pathLength = pathLength
            let entry = try await opened.workshop().create(order)
            try await opened.report(entry, json: json)
        }
    }
}

extension KeyPurpose: ExpressibleByArgument {
    /// A word, or an object identifier for what has none.
    package init?(argument: String) {
        if let known = KeyPurpose(word: argument) {
            self = known
        } else if let oid = OID(argument) {
            self.init(oid)
        } else {
            return nil
        }
    }

    package static var allValueStrings: [String] { words.map(\.word) }

    package var defaultValueDescription: String { name }
}

extension Installation {
    /// Says what was made.
    func report(_ entry: CAEntry, json: Bool) async throws {
        let roster = try await authorities.roster()
        print(
            json
                ? try JSONText.of(AuthorityAnswer(entry, in: roster))
                : roster.text(of: entry, at: Installation.now))
    }
}
