import Foundation
package import OrderCore

extension BalanceEntry {
    static let columns = """
        b.id, b.amount_cents, b.balance_cents, b.reason, b.receipt_id, t.order_id, b.created_at
        """

    init(row: inout Columns) throws {
        let id: ID<BalanceEntry> = row.id()
        self.init(
            id: id.rawValue, amount: Money(cents: row.int()), balanceAfter: Money(cents: row.int()),
            reason: try row.word(), receiptID: row.idIfPresent(), orderID: row.idIfPresent(),
            date: row.date())
    }
}

package enum BalanceProperty: String, ListProperty {
    case id
    case containerID = "container_id"
    case adjustType = "adjust_type"
    case transactionDate = "transaction_date"
    case expirationDate = "expiration_date"
    case credit
    case debit
    case transactionType = "transaction_type"
    case receiptID = "receipt_id"
    case balanceAfter = "balance_after"
    case orderID = "order_id"

    package var form: ListForm {
        switch self {
        case .id, .containerID, .credit, .debit, .receiptID, .balanceAfter, .orderID: .integer
        case .transactionDate, .expirationDate: .date
        case .adjustType, .transactionType:
            .words(
                Dictionary(
                    uniqueKeysWithValues: BalanceReason.allCases.map {
                        ($0.rawValue, [$0.rawValue])
                    }))
        }
    }

    package var condition: String {
        switch self {
        case .id: "b.id {}"
        // All funds are the account's, and so the topmost container's.
        case .containerID:
            """
            (SELECT k.id FROM containers k \
            WHERE k.account_id = b.account_id AND k.parent_id IS NULL) {}
            """
        case .adjustType, .transactionType: "b.reason {}"
        case .transactionDate: "b.created_at {}"
        // No funds end.
        case .expirationDate: "CAST(NULL AS BIGINT) {}"
        case .credit: "CASE WHEN b.amount_cents > 0 THEN b.amount_cents / 100 END {}"
        case .debit: "CASE WHEN b.amount_cents < 0 THEN -b.amount_cents / 100 END {}"
        case .receiptID: "b.receipt_id {}"
        case .balanceAfter: "b.balance_cents / 100 {}"
        case .orderID: "t.order_id {}"
        }
    }

    package var order: String? {
        switch self {
        case .id: "b.id"
        case .containerID, .adjustType: nil
        case .transactionType: "b.reason"
        case .transactionDate: "b.created_at"
        case .expirationDate: "b.id"
        case .credit: "CASE WHEN b.amount_cents > 0 THEN b.amount_cents ELSE 0 END"
        case .debit: "CASE WHEN b.amount_cents < 0 THEN -b.amount_cents ELSE 0 END"
        case .receiptID: "b.receipt_id {}"
        case .balanceAfter: "b.balance_cents"
        case .orderID: "t.order_id {}"
        }
    }
}

extension Transaction {
    package func balanceEntries(
        of account: ID<Account>, _ query: ListQuery<BalanceProperty>
    ) throws -> Listed<BalanceEntry> {
        var conditions = Conditions()
        conditions.add("b.account_id {}", .id(account))
        return try list(
            query, columns: BalanceEntry.columns,
            from: ListSource(
                "balance_entries b", key: "b.id",
                joins: ["t": "LEFT JOIN receipts t ON t.id = b.receipt_id"]),
            conditions: conditions
        ) { try BalanceEntry(row: &$0) }
    }
}
