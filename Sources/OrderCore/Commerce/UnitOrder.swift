package import Foundation

/// Units that an account bought for a subaccount: one pays for a year of its product.
package struct UnitOrder: Equatable, Sendable {
    package let id: ID<UnitOrder>
    package let accountID: ID<Account>
    /// The subaccount that may spend them.
    package let unitAccountID: ID<Account>
    package let unitAccountName: String
    package let notes: String?
    package let bundle: [Bundle]
    package let cost: Money
    package var isCanceled: Bool
    package let createdAt: Date
    package let expiresAt: Date

    package struct Bundle: Equatable, Sendable {
        package let product: Product
        package let units: Int
        package let spent: Int
        package let cost: Money

        package init(product: Product, units: Int, spent: Int, cost: Money) {
            self.product = product
            self.units = units
            self.spent = spent
            self.cost = cost
        }
    }

    package init(
        id: ID<UnitOrder>, accountID: ID<Account>, unitAccountID: ID<Account>,
        unitAccountName: String, notes: String?, bundle: [Bundle], cost: Money, isCanceled: Bool,
        createdAt: Date, expiresAt: Date
    ) {
        self.id = id
        self.accountID = accountID
        self.unitAccountID = unitAccountID
        self.unitAccountName = unitAccountName
        self.notes = notes
        self.bundle = bundle
        self.cost = cost
        self.isCanceled = isCanceled
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }

    /// Whether it may be taken back: soon after it was made, and nothing of it spent.
    package func canCancel(at now: Date) -> Bool {
        !isCanceled && bundle.allSatisfy { $0.spent == 0 }
            && now <= createdAt.addingTimeInterval(Double(Self.cancelDaysMax) * Span.daySeconds)
    }

    package static let cancelDaysMax = 30
    /// Units are good for so long after they were bought.
    package static let lifetimeYears = 1
    package static let unitsMax = 100_000
    package static let bundlesMax = 100
    package static let notesCharactersMax = 512
}
