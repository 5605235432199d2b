package import Foundation

/// One movement of an account's balance.
package struct BalanceEntry: Equatable, Sendable {
    package let id: Int64
    /// Above zero where money came in.
    package let amount: Money
    package let balanceAfter: Money
    package let reason: BalanceReason
    package let receiptID: ID<Receipt>?
    package let orderID: ID<Order>?
    package let date: Date

    package init(
        id: Int64, amount: Money, balanceAfter: Money, reason: BalanceReason,
        receiptID: ID<Receipt>?, orderID: ID<Order>?, date: Date
    ) {
        self.id = id
        self.amount = amount
        self.balanceAfter = balanceAfter
        self.reason = reason
        self.receiptID = receiptID
        self.orderID = orderID
        self.date = date
    }
}

package enum BalanceReason: String, CaseIterable, Sendable {
    case deposit
    case withdrawal
    case charge
    case refund
}
