package import Foundation
package import OrderCore
package import Storage

/// Where accounts learn what things cost and what they have to spend.
package struct FinanceDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package var now: Date { registry.clock.now }

    /// - Parameter container: whose funds are asked for: those of the account, but of no container
    ///   that the caller does not see.
    package func terms(
        in container: ID<Container>?, for caller: Caller
    ) async throws -> AccountTerms {
        try await registry.database.read { tx in
            if let container { _ = try tx.container(container, in: caller.scope) }
            return try tx.terms(of: caller.account.id)
        }
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

    /// The movements of the balance, with the container that all funds are in.
    package func history(
        _ query: ListQuery<BalanceProperty>, for caller: Caller
    ) async throws -> BalanceBook {
        let account = caller.account.id
        return try await registry.database.read { tx in
            let containers = try tx.containers(in: Scope(accountID: account))
            return BalanceBook(
                entries: try tx.balanceEntries(of: account, query),
                container: containers.first { $0.parentID == nil },
                currency: try tx.terms(of: account).currency)
        }
    }

    /// What vouchers would cost, by their kinds.
    package func quotes(
        _ lines: [VoucherDesk.Line], for caller: Caller
    ) async throws -> (costs: [Money], currency: String) {
        let now = now
        let account = caller.account.id
        return try await registry.database.read { tx in
            let terms = try tx.terms(of: account)
            return (
                try lines.map { try tx.cost(of: $0, account: account, terms: terms, at: now) },
                terms.currency
            )
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

package struct BalanceBook: Sendable {
    package let entries: Listed<BalanceEntry>
    package let container: Container?
    package let currency: String
}

package struct BilledReceipt: Sendable {
    package let receipt: PaidReceipt
    package let terms: AccountTerms
    package let organization: Organization?
    package let email: String?
}
