package import OrderCore
package import Storage

/// What the owners of an installation set at its own machine: prices, funds, limits.
package struct OwnersDesk: Sendable {
    let database: any Database
    private let clock: WallClock

    package init(database: any Database, clock: WallClock) {
        self.database = database
        self.clock = clock
    }

    package func prices() async throws -> [Price] {
        try await database.read { try $0.prices(of: try $0.ownAccount().id) }
    }

    package func set(_ price: Price) async throws {
        try await database.write { try $0.set(price, of: try $0.ownAccount().id) }
    }

    package func removePrice(of product: Product, years: Int) async throws -> Bool {
        try await database.write {
            try $0.removePrice(of: product, years: years, account: try $0.ownAccount().id)
        }
    }

    package func balance() async throws -> Money {
        try await database.read { try $0.terms(of: try $0.ownAccount().id).balance }
    }

    /// A withdrawal takes no more than the account could spend.
    package func changeBalance(by amount: Money) async throws -> Money {
        let now = clock.now
        return try await database.write { tx in
            let account = try tx.ownAccount().id
            let terms = try tx.terms(of: account)
            guard amount >= .zero || .zero - amount <= terms.available else {
                throw Refusal(
                    .insufficientFunds,
                    "At most \(terms.available.text) \(terms.currency) can be taken: the balance "
                        + "is \(terms.balance.text), and may go "
                        + "\(terms.negativeLimit.text) below 0.")
            }
            return try tx.adjustBalance(
                of: account, by: amount, for: amount < .zero ? .withdrawal : .deposit, at: now)
        }
    }

    package func limits(of container: ID<Container>) async throws -> [ProductLimit] {
        try await database.read { try $0.productLimits(of: container) }
    }

    /// Returns whether there is such a container.
    package func set(_ limit: ProductLimit) async throws -> Bool {
        try await database.write { tx in
            guard try tx.container(limit.containerID) != nil else { return false }
            try tx.set(limit)
            return true
        }
    }

    package func clearLimits(of container: ID<Container>) async throws -> Int {
        try await database.write { try $0.removeProductLimits(of: container) }
    }
}
