import ArgumentParser
import OrderCore
import Registration
import Server

struct CADefaultCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "default",
        abstract: "Choose which authority signs, for all products or for some.",
        discussion: """
            An order that names an authority in ca_cert_id is signed by that one. Others are \
            signed by the choice for their product; without one, by the choice for all; without \
            that, by the first authority that issues.

            One whose own certificate leaves out purposes is refused for products with those, and \
            so for all.

            For all:        chancery ca default 3
            For two:        chancery ca default 3 --product ssl_plus --product ssl_basic
            No more:        chancery ca default --clear --product ssl_plus
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The id of an authority that issues.")
    var id: Int64?

    @Option(help: "A product, as in ssl_plus; may be given again. (default: all products)")
    var product: [String] = []

    @Flag(help: "Forget the choice.")
    var clear = false

    func validate() throws {
        if (id == nil) != clear { throw ValidationError("Give an id, or --clear.") }
    }

    func run() async throws {
        let products = try product.map { try Product.named($0) }
        let names = product.isEmpty ? "all products" : product.joined(separator: ", ")
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            if let id {
                let entry = try await opened.authorities.choose(ID(id), for: products)
                print("\(entry.name) signs \(names).")
            } else {
                let count = try await opened.authorities.forgetChoices(for: products)
                print(count == 0 ? "There was no choice for \(names)." : "The choice is forgotten.")
            }
        }
    }
}
