import ArgumentParser
import OrderCore
import Registration
import Server

struct PriceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "price", abstract: "The price list of the installation.",
        subcommands: [Set.self, List.self, Remove.self])

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set what an order of a product costs that lasts so many years.",
            discussion: "Orders that are approved from now on cost it. No price means 0.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The product, as in ssl_plus.")
        var product: String

        @Argument(help: "How many years an order lasts, from 1 to 3.")
        var years: Int

        @Argument(help: "What it costs, as in 299.50.")
        var cost: Double

        @Option(name: .customLong("name-cost"), help: "What each name beyond the first costs.")
        var nameCost = 0.0

        @Option(name: .customLong("wildcard-cost"), help: "What each further wildcard costs.")
        var wildcardCost = 0.0

        func run() async throws {
            let price = Price(
                product: try Product.named(product), years: years, cost: try Money.given(cost),
                name: try Money.given(nameCost), wildcard: try Money.given(wildcardCost))
            guard (1...Price.yearsMax).contains(years) else {
                throw ValidationError("YEARS is \(years); use 1 to \(Price.yearsMax).")
            }
            try await installation.withInstallation { opened in
                try await opened.requireFounded()
                try await opened.owners.set(price)
                print("\(product) costs \(price.cost.text) for \(years) years.")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the prices.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.withInstallation { opened in
                try await opened.requireFounded()
                for price in try await opened.owners.prices() {
                    print(
                        """
                        \(price.product.nameID)\t\(price.years)\t\(price.cost.text)\t\
                        name \(price.name.text)\twildcard \(price.wildcard.text)
                        """)
                }
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a price from the list.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The product, as in ssl_plus.")
        var product: String

        @Argument(help: "How many years the order lasts.")
        var years: Int

        func run() async throws {
            try await installation.withInstallation { opened in
                try await opened.requireFounded()
                guard try await opened.owners.removePrice(of: try .named(product), years: years)
                else { throw ValidationError("There is no such price.") }
                print("\(product) has no price for \(years) years any more.")
            }
        }
    }
}

extension Product {
    static func named(_ nameID: String) throws -> Product {
        guard let product = ProductCatalog.product(nameID) else {
            throw ValidationError("There is no product \(nameID).")
        }
        return product
    }
}

extension Money {
    static func given(_ amount: Double) throws -> Money {
        guard let money = Money(amount), money >= .zero else {
            throw ValidationError("\(amount) is no amount from 0 on.")
        }
        return money
    }
}
