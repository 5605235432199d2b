import Foundation
package import OrderCore
package import Storage

/// Where an account says what the accounts below it may order, for how much, and gives them funds.
package struct SubaccountTermsDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func file(_ id: ID<Account>, for caller: Caller) async throws -> SubaccountTerms {
        let now = registry.clock.now
        return try await registry.database.read { tx in
            try tx.requireChild(id, of: caller)
            let terms = try tx.terms(of: id)
            return SubaccountTerms(
                terms: terms,
                products: terms.limitsProducts ? try tx.products(of: id) : ProductCatalog.all,
                prices: try tx.priceList(of: id, terms: terms),
                units: try tx.units(of: id, at: now))
        }
    }

    /// What is to be set; what is left out stays as it is, but for the products.
    package struct Wish: Sendable {
        package var currency: String?
        package var pricing: AccountTerms.Pricing?
        package var negativeLimit: Money?
        package var products: [Product]
        package var prices: [Price]

        package init(
            currency: String?, pricing: AccountTerms.Pricing?, negativeLimit: Money?,
            products: [Product], prices: [Price]
        ) {
            self.currency = currency
            self.pricing = pricing
            self.negativeLimit = negativeLimit
            self.products = products
            self.prices = prices
        }
    }

    /// Replaces products and prices of a subaccount. Another currency empties its balance: what
    /// was counted in the old one is worth nothing in the new.
    package func set(_ wish: Wish, of id: ID<Account>, for caller: Caller) async throws {
        let now = registry.clock.now
        try await registry.database.write { tx in
            try tx.requireChild(id, of: caller)
            var terms = try tx.terms(of: id)
            let hasOtherCurrency = wish.currency.map { $0 != terms.currency } ?? false
            if hasOtherCurrency, try terms.billsParent || tx.paysForOthers(id) {
                throw Refusal.invalid(
                    "currency",
                    "cannot be another while bill_parent is set for the account or one below it")
            }
            terms.currency = wish.currency ?? terms.currency
            terms.pricing = wish.pricing ?? (wish.prices.isEmpty ? terms.pricing : .custom)
            terms.negativeLimit = wish.negativeLimit ?? terms.negativeLimit
            terms.limitsProducts = true
            try tx.save(terms, of: id)
            if hasOtherCurrency, terms.balance != .zero {
                try tx.adjustBalance(
                    of: id, by: .zero - terms.balance, for: .withdrawal, at: now)
            }
            try tx.setProducts(wish.products, of: id)
            try tx.removePrices(of: id)
            for price in wish.prices { try tx.set(price, of: id) }
        }
    }

    package func balance(of id: ID<Account>, for caller: Caller) async throws -> AccountTerms {
        try await registry.database.read { tx in
            try tx.requireChild(id, of: caller)
            return try tx.terms(of: id)
        }
    }

    package enum Adjustment: String, CaseIterable, Sendable {
        case deposit
        case withdraw
    }

    package func adjust(
        _ adjustment: Adjustment, by amount: Money, of id: ID<Account>, for caller: Caller,
        keeping keepsake: Keepsake<Void> = .none
    ) async throws {
        guard amount > .zero else { throw Refusal.invalid("amount", "is not above 0") }
        let now = registry.clock.now
        try await registry.database.write { tx in
            try tx.requireChild(id, of: caller)
            switch adjustment {
            case .deposit: try tx.adjustBalance(of: id, by: amount, for: .deposit, at: now)
            case .withdraw:
                try tx.adjustBalance(of: id, by: .zero - amount, for: .withdrawal, at: now)
            }
            try keepsake.keep((), in: tx)
        }
    }
}

package struct SubaccountTerms: Sendable {
    package let terms: AccountTerms
    package let products: [Product]
    package let prices: PriceList
    package let units: [UnitStanding]
}

extension Transaction {
    /// An account manages its own children; whatever lies deeper is their affair.
    func requireChild(_ id: ID<Account>, of caller: Caller) throws {
        guard let account = try account(id), account.parentID == caller.account.id else {
            throw Refusal.notFound(.subaccount)
        }
    }
}
