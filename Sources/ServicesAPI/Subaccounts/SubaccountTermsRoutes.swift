import APIModels
import OrderCore
import Registration
import Storage
import Web

/// What subaccounts may order, for how much, and what they have to spend.
struct SubaccountTermsRoutes: Sendable {
    let desks: Desks

    func limits(_ call: Call<NoBody>) async throws -> SubaccountLimits {
        let file = try await file(call)
        return SubaccountLimits(
            productLimits: file.products.map { AllowedProduct(productNameID: $0.nameID) })
    }

    func products(_ call: Call<NoBody>) async throws -> SubaccountProducts {
        SubaccountProducts(try await file(call))
    }

    func setProducts(_ call: Call<SetSubaccountProducts>) async throws {
        try await desks.subaccountTerms.set(
            try SubaccountTermsDesk.Wish(call.body),
            of: try call.id("subaccount_id", of: .subaccount), for: call.caller)
    }

    func balance(_ call: Call<NoBody>) async throws -> SubaccountBalance {
        let terms = try await desks.subaccountTerms.balance(
            of: try call.id("subaccount_id", of: .subaccount), for: call.caller)
        return SubaccountBalance(amount: terms.balance.amount, currency: terms.currency)
    }

    func adjust(_ call: Call<AdjustBalance>) async throws {
        guard let amount = call.body.amount else { throw Refusal.required("amount") }
        guard let text = call.body.transactionType else {
            throw Refusal.required("transaction_type")
        }
        guard let type = SubaccountTermsDesk.Adjustment(rawValue: text.lowercased()) else {
            throw Refusal.invalid("transaction_type", "is \(text.quoted), deposit or withdraw")
        }
        try await desks.subaccountTerms.adjust(
            type, by: try Money.checked(amount, path: "amount"),
            of: try call.id("subaccount_id", of: .subaccount), for: call.caller,
            keeping: call.keepingNothing())
    }

    private func file(_ call: Call<NoBody>) async throws -> SubaccountTerms {
        try await desks.subaccountTerms.file(
            try call.id("subaccount_id", of: .subaccount), for: call.caller)
    }
}

extension Money {
    static func checked(_ amount: Double, path: String) throws -> Money {
        guard let money = Money(amount) else {
            throw Refusal.invalid(path, "is no amount of money")
        }
        return money
    }

    /// A price: an amount from 0 on.
    static func price(_ amount: Double?, path: String) throws -> Money {
        let money = try checked(amount ?? 0, path: path)
        guard money >= .zero else { throw Refusal.invalid(path, "is below 0") }
        return money
    }
}

extension SubaccountProducts {
    init(_ file: SubaccountTerms) {
        let terms = file.terms
        self.init(
            currency: terms.currency, pricingMethod: terms.pricing.rawValue,
            balanceNegativeLimit: terms.negativeLimit.text,
            products: file.products.map { product in
                let standing = file.units.first { $0.product == product }
                return SubaccountProduct(
                    productNameID: product.nameID, productName: product.name,
                    prices: file.prices.prices(of: product).map(SubaccountPrice.init).presence,
                    unit: terms.pricing == .units
                        ? APIModels.UnitStanding(
                            limit: standing?.bought ?? 0, balance: standing?.left ?? 0) : nil)
            })
    }
}

extension SubaccountPrice {
    init(_ price: Price) {
        self.init(
            lifetime: price.years, cost: price.cost.amount,
            additionalFQDNCost: price.name.amount, additionalWildcardCost: price.wildcard.amount)
    }
}

extension SubaccountTermsDesk.Wish {
    init(_ body: SetSubaccountProducts) throws {
        guard let products = body.products else { throw Refusal.required("products") }
        let pricing = try body.pricingMethod.map { text in
            guard let pricing = AccountTerms.Pricing(rawValue: text.lowercased()) else {
                let all = AccountTerms.Pricing.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal.invalid(
                    "pricing_method", "is \(text.quoted), has to be one of \(all)")
            }
            return pricing
        }
        let listed = try products.map { try Self.product($0.productNameID) }
        if let twice = listed.enumerated().first(where: { place, product in
            listed[..<place].contains(product)
        }) {
            throw Refusal.invalid(
                "products.product_name_id", "has \(twice.element.nameID) twice")
        }
        self.init(
            currency: try body.currency.map(Self.currency), pricing: pricing,
            negativeLimit: try body.balanceNegativeLimit.map {
                try Money.price($0, path: "balance_negative_limit")
            }, products: listed,
            prices: try zip(listed, products).flatMap { product, body in
                try Self.prices(body.prices ?? [], of: product)
            })
    }

    private static func product(_ nameID: String?) throws -> Product {
        guard let nameID else { throw Refusal.required("products.product_name_id") }
        guard let product = ProductCatalog.product(nameID) else {
            throw Refusal.invalid(
                "products.product_name_id", "is \(nameID.quoted), which is no product")
        }
        return product
    }

    private static func currency(_ text: String) throws -> String {
        let code = text.uppercased()
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw Refusal.invalid("currency", "is \(text.quoted), a code such as USD")
        }
        return code
    }

    private static func prices(_ given: [PriceToSet], of product: Product) throws -> [Price] {
        let path = "products.prices"
        let prices = try given.map { price in
            guard let years = price.lifetime else { throw Refusal.required("\(path).lifetime") }
            guard (1...Price.yearsMax).contains(years) else {
                throw Refusal.invalid(
                    "\(path).lifetime", "is \(years), from 1 to \(Price.yearsMax)")
            }
            guard price.cost != nil else { throw Refusal.required("\(path).cost") }
            return Price(
                product: product, years: years,
                cost: try .price(price.cost, path: "\(path).cost"),
                name: try .price(
                    price.additionalFQDNCost, path: "\(path).additional_fqdn_cost"),
                wildcard: try .price(
                    price.additionalWildcardCost, path: "\(path).additional_wildcard_cost"))
        }
        guard Set(prices.map(\.years)).count == prices.count else {
            throw Refusal.invalid("\(path).lifetime", "is given twice for \(product.nameID)")
        }
        return prices
    }
}
