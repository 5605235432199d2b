package import Foundation
package import OrderCore
package import Storage

/// Where an account buys units for the accounts below it.
package struct UnitDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package var now: Date { registry.clock.now }

    package struct Wish: Sendable {
        package let unitAccountID: ID<Account>
        package let notes: String?
        package let bundle: [(product: Product, units: Int)]

        package init(
            unitAccountID: ID<Account>, notes: String?, bundle: [(product: Product, units: Int)]
        ) {
            self.unitAccountID = unitAccountID
            self.notes = notes
            self.bundle = bundle
        }
    }

    /// Units cost what an order of one year would cost the buyer, each.
    package func buy(
        _ wish: Wish, for caller: Caller, keeping keepsake: Keepsake<ID<UnitOrder>> = .none
    ) async throws -> ID<UnitOrder> {
        let now = registry.clock.now
        let account = caller.account.id
        return try await registry.database.write { tx in
            guard let child = try tx.account(wish.unitAccountID), child.parentID == account else {
                throw Refusal.invalid(
                    "unit_account_id", "is \(wish.unitAccountID), which is no subaccount")
            }
            guard try tx.terms(of: child.id).pricing == .units else {
                throw Refusal.invalid(
                    "unit_account_id",
                    "is \(child.id), whose pricing_method is not units")
            }
            let terms = try tx.terms(of: account)
            let bundle = try wish.bundle.map { part in
                let quote = try tx.quote(
                    part.product, years: 1, names: PurchasedNames(dns: 0, wildcard: 0),
                    account: account, terms: terms)
                return UnitOrder.Bundle(
                    product: part.product, units: part.units, spent: 0,
                    cost: quote.total * part.units)
            }
            let cost = bundle.reduce(Money.zero) { $0 + $1.cost }
            let receipt = try tx.insert(
                NewReceipt(
                    accountID: account, orderID: nil, cost: cost, payment: .balance, paidAt: now))
            try tx.charge(
                cost, to: try tx.payer(for: account, terms: terms), .balance, receipt: receipt,
                at: now)
            let id = try tx.insert(
                NewUnitOrder(
                    accountID: account, unitAccountID: child.id, userID: caller.user.id,
                    notes: wish.notes, bundle: bundle, receiptID: receipt, createdAt: now,
                    expiresAt: OrderLength.years(UnitOrder.lifetimeYears).end(from: now)))
            try keepsake.keep(id, in: tx)
            return id
        }
    }

    package func list(
        _ query: ListQuery<UnitOrderProperty>, for caller: Caller
    ) async throws -> (Listed<UnitOrder>, AccountTerms) {
        try await registry.database.read { tx in
            let account = caller.account.id
            return (try tx.unitOrders(of: account, query), try tx.terms(of: account))
        }
    }

    package func file(_ id: ID<UnitOrder>, for caller: Caller) async throws -> UnitOrder {
        try await registry.database.read { try $0.unitOrder(id, of: caller) }
    }

    /// Takes units back that nobody has spent, and pays for them again what they cost.
    package func cancel(_ id: ID<UnitOrder>, for caller: Caller) async throws {
        let now = registry.clock.now
        try await registry.retryingConflicts {
            try await registry.database.write { tx in
                let order = try tx.unitOrder(id, of: caller)
                guard order.canCancel(at: now) else {
                    throw Refusal(
                        .invalidOrderState,
                        "Units can be taken back within \(UnitOrder.cancelDaysMax) days, while "
                            + "none of them is spent.")
                }
                try tx.cancel(id)
                try tx.payBack(try tx.receiptID(of: id), at: now)
            }
        }
    }
}

extension Transaction {
    fileprivate func unitOrder(_ id: ID<UnitOrder>, of caller: Caller) throws -> UnitOrder {
        guard let order = try unitOrder(id), order.accountID == caller.account.id else {
            throw Refusal.notFound(.unitOrder)
        }
        return order
    }
}
