package import Foundation
package import OrderCore
import Storage

/// Where accounts learn what things cost and what they have to spend.
package struct FinanceDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package var now: Date { registry.clock.now }

    package func terms(for caller: Caller) async throws -> AccountTerms {
        try await registry.database.read { try $0.terms(of: caller.account.id) }
    }

    package func priceList(for caller: Caller) async throws -> (PriceList, AccountTerms) {
        try await registry.database.read { tx in
            let terms = try tx.terms(of: caller.account.id)
            return (try tx.priceList(of: caller.account.id, terms: terms), terms)
        }
    }

    /// What an order would cost the caller's account.
    package func quote(
        _ product: Product, length: OrderLength?, names: PurchasedNames, for caller: Caller
    ) async throws -> (Quote, AccountTerms) {
        let years = (length ?? .years(1)).yearsBegun(from: now)
        return try await registry.database.read { tx in
            let account = caller.account.id
            let terms = try tx.terms(of: account)
            let quote = try tx.quote(
                product, years: years, names: names, account: account, terms: terms)
            return (quote, terms)
        }
    }

    /// A receipt with the organization it is made out to.
    package func receipt(_ id: ID<Receipt>, for caller: Caller) async throws -> BilledReceipt {
        let found = try await registry.database.read { tx -> BilledReceipt? in
            guard let receipt = try tx.receipt(id), receipt.accountID == caller.account.id else {
                return nil
            }
            let scope = caller.scope
            if let order = try receipt.orderID.flatMap({ try tx.order($0) }), !scope.sees(order) {
                return nil
            }
            let organizations = try tx.organizations(
                in: Scope(accountID: receipt.accountID), ListQuery())
            return BilledReceipt(
                receipt: receipt, terms: try tx.terms(of: receipt.accountID),
                organization: organizations.elements.first,
                email: try tx.administrator(of: receipt.accountID)?.email)
        }
        guard let found else { throw Refusal.notFound(.receipt) }
        return found
    }
}

package struct BilledReceipt: Sendable {
    package let receipt: PaidReceipt
    package let terms: AccountTerms
    package let organization: Organization?
    package let email: String?
}
