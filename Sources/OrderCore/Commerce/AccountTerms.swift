package import Foundation

/// How an account pays: its currency, its way of being charged, and its funds.
///
/// An account without terms of its own has ``standard``: it pays by the installation's list, which
/// is empty until the owners fill it, and may order every product.
package struct AccountTerms: Equatable, Sendable {
    package var currency: String
    package var pricing: Pricing
    /// How far below zero the balance may go.
    package var negativeLimit: Money
    package var balance: Money
    /// Whether only the products listed for the account may be ordered.
    package var limitsProducts: Bool
    /// Whether the account above pays for what this one buys.
    package var billsParent: Bool

    package enum Pricing: String, CaseIterable, Sendable {
        /// By the list of the installation.
        case standard = "default"
        /// By prices of its own, and the list for what they leave out.
        case custom
        /// With units bought beforehand by the account above.
        case units
    }

    package static let standard = AccountTerms(
        currency: "USD", pricing: .standard, negativeLimit: .zero, balance: .zero,
        limitsProducts: false)

    package init(
        currency: String, pricing: Pricing, negativeLimit: Money, balance: Money,
        limitsProducts: Bool, billsParent: Bool = false
    ) {
        self.currency = currency
        self.pricing = pricing
        self.negativeLimit = negativeLimit
        self.balance = balance
        self.limitsProducts = limitsProducts
        self.billsParent = billsParent
    }

    package var available: Money { balance + negativeLimit }
}

/// How something was paid, as its receipt says.
package enum Payment: String, CaseIterable, Sendable {
    case balance
    case credit
    case profile
    case voucher
    case units

    package init(_ method: PaymentMethod) {
        switch method {
        case .balance: self = .balance
        case .credit: self = .credit
        case .profile: self = .profile
        }
    }
}

/// What was paid once: an order, an addition to one, vouchers, or units.
package struct PaidReceipt: Equatable, Sendable {
    package let id: ID<Receipt>
    package let accountID: ID<Account>
    package let orderID: ID<Order>?
    package let cost: Money
    package let payment: Payment
    package let deal: Deal
    package let paidAt: Date

    package enum Deal: String, CaseIterable, Sendable {
        case purchase
        case refund
    }

    package init(
        id: ID<Receipt>, accountID: ID<Account>, orderID: ID<Order>?, cost: Money,
        payment: Payment, deal: Deal, paidAt: Date
    ) {
        self.id = id
        self.accountID = accountID
        self.orderID = orderID
        self.cost = cost
        self.payment = payment
        self.deal = deal
        self.paidAt = paidAt
    }
}
