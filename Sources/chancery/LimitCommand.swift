import ArgumentParser
import OrderCore
import Registration
import Server

struct LimitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limit", abstract: "What the users of a container may order.",
        subcommands: [Set.self, List.self, Clear.self])

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a container's users order a product, in certain ways.",
            discussion: """
                A container with limits lets nothing be ordered that none of them names. \
                Without an option, all that the product allows is allowed.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The container's id.")
        var container: Int64

        @Argument(help: "The product, as in ssl_plus.")
        var product: String

        @Option(help: "The role it is for, 1 to 5; 0 for every role.")
        var role = 0

        @Option(help: "A signature hash that is allowed, as in sha256. May be repeated.")
        var hash: [String] = []

        @Option(name: .customLong("ca"), help: "An issuing CA's id. May be repeated.")
        var issuer: [Int64] = []

        @Option(name: .customLong("order-years"), help: "A length of orders. May be repeated.")
        var orderYears: [Int] = []

        @Option(
            name: .customLong("certificate-years"),
            help: "A length of certificates. May be repeated.")
        var certificateYears: [Int] = []

        @Flag(name: .customLong("no-auto-renew"), help: "Refuse orders that renew themselves.")
        var noAutoRenew = false

        @Flag(name: .customLong("no-auto-reissue"), help: "Refuse orders that reissue themselves.")
        var noAutoReissue = false

        @Flag(name: .customLong("no-wildcards"), help: "Refuse wildcards.")
        var noWildcards = false

        func run() async throws {
            guard role == 0 || Role(rawValue: role) != nil else {
                throw ValidationError("--role is \(role); use 0 to 5.")
            }
            let limit = ProductLimit(
                containerID: ID(container), role: Role(rawValue: role),
                product: try Product.named(product), hashes: hash, issuerIDs: issuer.map { ID($0) },
                certificateYears: certificateYears, orderYears: orderYears,
                allowsAutoRenew: !noAutoRenew, allowsAutoReissue: !noAutoReissue,
                allowsWildcards: !noWildcards)
            try await installation.withInstallation { opened in
                guard try await opened.owners.set(limit) else {
                    throw ValidationError("There is no container \(container).")
                }
                print("The container \(container) may order \(product).")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List a container's limits.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The container's id.")
        var container: Int64

        func run() async throws {
            try await installation.withInstallation { opened in
                for limit in try await opened.owners.limits(of: ID(container)) {
                    print("\(limit.product.nameID)\trole \(limit.role?.rawValue ?? 0)")
                }
            }
        }
    }

    struct Clear: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take all limits away.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The container's id.")
        var container: Int64

        func run() async throws {
            try await installation.withInstallation { opened in
                let count = try await opened.owners.clearLimits(of: ID(container))
                print("\(count) limits are gone from the container \(container).")
            }
        }
    }
}
