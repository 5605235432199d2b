import ArgumentParser
import Foundation
import OrderCore
import Registration
import Server
import Storage

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens for code and document signing.",
        subcommands: [List.self, Ship.self, Install.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the orders that wait for a token, with where it goes.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.withInstallation { opened in
                let desk = TokenDesk(registry: try await opened.registry())
                let files = try await desk.waiting()
                for file in files { print(file.tokenLines) }
                print("\(files.count) waiting.")
            }
        }
    }

    struct Ship: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that a token has been sent.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The order's id.")
        var order: Int64

        func run() async throws {
            try await installation.withInstallation { opened in
                let desk = TokenDesk(registry: try await opened.registry())
                let shipped = try await desk.ship(ID(order))
                print("The token of order \(shipped.id) has been shipped.")
            }
        }
    }

    struct Install: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Certify the key on a token.",
            discussion: "The CSR is made with the key on the token; its names are not read.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The order's id.")
        var order: Int64

        @Option(name: .customLong("csr"), help: "A file with the CSR.")
        var file: String

        func run() async throws {
            let csr = try String(contentsOf: URL(filePath: file), encoding: .utf8)
            try await installation.withInstallation { opened in
                let desk = TokenDesk(registry: try await opened.registry())
                try await desk.install(csr, on: ID(order))
                print("The certificate of order \(order) is issued, or waits for its validation.")
            }
        }
    }
}

extension OrderFile {
    fileprivate var tokenLines: String {
        let name = organization?.displayName ?? certificate.content.commonName
        let first = "\(order.id)  \(order.product.nameID)  \(name)"
        guard let provisioning = order.details.provisioning else { return first }
        if let address = provisioning.shipping {
            let sent = provisioning.shippedAt.map { "shipped \($0.formatted(.iso8601))" }
            return """
                \(first)  \(sent ?? "to be shipped, \(address.method.rawValue)")
                \(address.lines.map { "    " + $0 }.joined(separator: "\n"))
                """
        }
        return "\(first)  initialization code \(provisioning.initializationCode ?? "-")"
    }
}

extension Provisioning.Shipping {
    fileprivate var lines: [String] {
        [name, address1, address2, "\(zip) \(city), \(state)", country].compactMap(\.self)
    }
}
