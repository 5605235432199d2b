package import Foundation
package import OrderCore

/// What a receipt is made from.
package struct NewReceipt: Sendable {
    let accountID: ID<Account>
    let orderID: ID<Order>?
    let cost: Money
    let payment: Payment
    let deal: PaidReceipt.Deal
    let paidAt: Date

    package init(
        accountID: ID<Account>, orderID: ID<Order>?, cost: Money, payment: Payment,
        deal: PaidReceipt.Deal = .purchase, paidAt: Date
    ) {
        self.accountID = accountID
        self.orderID = orderID
        self.cost = cost
        self.payment = payment
        self.deal = deal
        self.paidAt = paidAt
    }
}

extension PaidReceipt {
    static let columns = """
        t.id, t.account_id, t.order_id, t.cost_cents, t.payment, t.deal, t.created_at
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), accountID: row.id(), orderID: row.idIfPresent(),
            cost: Money(cents: row.int()), payment: try row.word(), deal: try row.word(),
            paidAt: row.date())
    }
}

extension Transaction {
    package func receipt(_ id: ID<Receipt>) throws -> PaidReceipt? {
        try row("SELECT \(PaidReceipt.columns) FROM receipts t WHERE t.id = $1", [.id(id)]) {
            try PaidReceipt(row: &$0)
        }
    }

    package func receipts(of order: ID<Order>) throws -> [PaidReceipt] {
        try rows(
            """
            SELECT \(PaidReceipt.columns) FROM receipts t WHERE t.order_id = $1 ORDER BY t.id
            """, [.id(order)]
        ) { try PaidReceipt(row: &$0) }
    }

    package func insert(_ new: NewReceipt) throws -> ID<Receipt> {
        let id = try drawReceiptNumber()
        try insert(new, as: id)
        return id
    }

    package func drawReceiptNumber() throws -> ID<Receipt> {
        try drawNumber(of: "receipts")
    }

    /// Adds a receipt under the number that was drawn for it.
    package func insert(_ new: NewReceipt, as id: ID<Receipt>) throws {
        try post(
            """
            INSERT INTO receipts (id, account_id, order_id, cost_cents, payment, deal, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .id(id), .id(new.accountID), .id(new.orderID), .int(new.cost.cents),
                .text(new.payment.rawValue), .text(new.deal.rawValue), .date(new.paidAt),
            ])
    }
}
