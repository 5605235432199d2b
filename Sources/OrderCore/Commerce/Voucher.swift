package import Foundation

/// A code that pays for one order of its product.
package struct Voucher: Equatable, Sendable {
    package let id: ID<Voucher>
    package let accountID: ID<Account>
    package let code: String
    package let product: Product
    /// The names beyond the first that it pays for.
    package let names: PurchasedNames
    package let length: OrderLength
    package var state: State
    package let expiresAt: Date

    package enum State: Equatable, Sendable {
        case active
        case used(ID<Order>)
        case canceled

        package var name: String {
            switch self {
            case .active: "active"
            case .used: "used"
            case .canceled: "canceled"
            }
        }
    }

    package init(
        id: ID<Voucher>, accountID: ID<Account>, code: String, product: Product,
        names: PurchasedNames, length: OrderLength, state: State, expiresAt: Date
    ) {
        self.id = id
        self.accountID = accountID
        self.code = code
        self.product = product
        self.names = names
        self.length = length
        self.state = state
        self.expiresAt = expiresAt
    }

    /// How it stands: one that was not spent in time is good for nothing any more.
    package func status(at now: Date) -> String {
        state == .active && now >= expiresAt ? "expired" : state.name
    }

    /// Why a voucher does not pay for an order.
    package enum Problem: Error, Equatable {
        case notActive(State)
        case expired
        case otherProduct(Product)
        case tooManyNames(PurchasedNames)
        case tooLong(OrderLength)
    }

    /// Sees whether it pays for an order that begins at `now`.
    package func check(
        _ ordered: Product, names wanted: PurchasedNames, length wish: OrderLength, at now: Date
    ) throws(Problem) {
        guard state == .active else { throw .notActive(state) }
        guard now < expiresAt else { throw .expired }
        guard ordered == product else { throw .otherProduct(product) }
        guard wanted.dns <= names.dns, wanted.wildcard <= names.wildcard else {
            throw .tooManyNames(names)
        }
        guard wish.end(from: now) <= length.end(from: now) else { throw .tooLong(length) }
    }

    /// Codes are good for so long after they were bought.
    package static let lifetimeYears = 1
    package static let quantityMax = 1000
    package static let namesMax = 250
}

/// Vouchers bought together.
package struct VoucherOrder: Equatable, Sendable {
    package let id: ID<VoucherOrder>
    package let accountID: ID<Account>
    package let name: String?
    package let notes: String?
    package let cost: Money
    package let receiptID: ID<Receipt>
    package let createdAt: Date
    package let expiresAt: Date

    package init(
        id: ID<VoucherOrder>, accountID: ID<Account>, name: String?, notes: String?, cost: Money,
        receiptID: ID<Receipt>, createdAt: Date, expiresAt: Date
    ) {
        self.id = id
        self.accountID = accountID
        self.name = name
        self.notes = notes
        self.cost = cost
        self.receiptID = receiptID
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
