package import Foundation
package import OrderCore

extension Voucher {
    static let columns = """
        v.id, v.account_id, v.code, v.product, v.dns_names, v.wildcard_names, v.length_unit, \
        v.length_value, v.state, v.order_id, v.expires_at
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), accountID: row.id(), code: row.text(),
            product: try Product(column: row.text()),
            names: PurchasedNames(dns: row.int(), wildcard: row.int()),
            length: try OrderLength(row: &row), state: State(row: &row), expiresAt: row.date())
    }
}

extension Voucher.State {
    fileprivate init(row: inout Columns) {
        let word = row.text()
        let order: ID<Order>? = row.idIfPresent()
        self = order.map { .used($0) } ?? (word == "canceled" ? .canceled : .active)
    }
}

extension VoucherOrder {
    static let columns = """
        w.id, w.account_id, w.name, w.notes, w.cost_cents, w.receipt_id, w.created_at, w.expires_at
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), accountID: row.id(), name: row.textIfPresent(),
            notes: row.textIfPresent(), cost: Money(cents: row.int()), receiptID: row.id(),
            createdAt: row.date(), expiresAt: row.date())
    }
}

/// What vouchers are made from.
package struct NewVoucherOrder: Sendable {
    let accountID: ID<Account>
    let userID: ID<User>
    let name: String?
    let notes: String?
    let cost: Money
    let receiptID: ID<Receipt>
    let createdAt: Date
    let expiresAt: Date

    package init(
        accountID: ID<Account>, userID: ID<User>, name: String?, notes: String?, cost: Money,
        receiptID: ID<Receipt>, createdAt: Date, expiresAt: Date
    ) {
        self.accountID = accountID
        self.userID = userID
        self.name = name
        self.notes = notes
        self.cost = cost
        self.receiptID = receiptID
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

package struct NewVoucher: Sendable {
    let code: String
    let product: Product
    let names: PurchasedNames
    let length: OrderLength

    package init(code: String, product: Product, names: PurchasedNames, length: OrderLength) {
        self.code = code
        self.product = product
        self.names = names
        self.length = length
    }
}

package enum VoucherOrderProperty: String, ListProperty {
    case id
    case name
    case status
    case cost
    case createdDate = "created_date"
    case expirationDate = "expiration_date"

    package var form: ListForm {
        switch self {
        case .id, .cost: .integer
        case .name: .text
        case .status: .words(["completed": ["completed"], "canceled": []])
        case .createdDate, .expirationDate: .date
        }
    }

    package var condition: String {
        switch self {
        case .id: "w.id {}"
        case .name: "w.name {}"
        case .status: "'completed' {}"
        case .cost: "w.cost_cents / 100 {}"
        case .createdDate: "w.created_at {}"
        case .expirationDate: "w.expires_at {}"
        }
    }

    package var order: String? {
        switch self {
        case .id: "w.id"
        case .name: "w.name {}"
        case .cost: "w.cost_cents"
        case .createdDate: "w.created_at"
        case .expirationDate: "w.expires_at"
        case .status: nil
        }
    }
}

extension Transaction {
    package func insert(_ new: NewVoucherOrder, _ vouchers: [NewVoucher]) throws
        -> ID<VoucherOrder>
    {
        let id: ID<VoucherOrder> = try insert(
            """
            INSERT INTO voucher_orders
              (account_id, user_id, name, notes, cost_cents, receipt_id, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
            """,
            [
                .id(new.accountID), .id(new.userID), .text(new.name), .text(new.notes),
                .int(new.cost.cents), .id(new.receiptID), .date(new.createdAt),
                .date(new.expiresAt),
            ])
        for voucher in vouchers {
            try post(
                """
                INSERT INTO vouchers (voucher_order_id, account_id, code, product, dns_names,
                  wildcard_names, length_unit, length_value, state, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'active', $9)
                """,
                [
                    .id(id), .id(new.accountID), .text(voucher.code),
                    .text(voucher.product.nameID), .int(voucher.names.dns),
                    .int(voucher.names.wildcard),
                ] + voucher.length.values + [.date(new.expiresAt)])
        }
        return id
    }

    package func voucherOrder(_ id: ID<VoucherOrder>) throws -> VoucherOrder? {
        try row("SELECT \(VoucherOrder.columns) FROM voucher_orders w WHERE w.id = $1", [.id(id)]) {
            try VoucherOrder(row: &$0)
        }
    }

    package func voucherOrders(
        of account: ID<Account>, _ query: ListQuery<VoucherOrderProperty>
    ) throws -> Listed<VoucherOrder> {
        var conditions = Conditions()
        conditions.add("w.account_id {}", .id(account))
        return try list(
            query, columns: VoucherOrder.columns, from: ListSource("voucher_orders w", key: "w.id"),
            conditions: conditions
        ) { try VoucherOrder(row: &$0) }
    }

    package func vouchers(of order: ID<VoucherOrder>) throws -> [Voucher] {
        try rows(
            """
            SELECT \(Voucher.columns) FROM vouchers v WHERE v.voucher_order_id = $1 ORDER BY v.id
            """, [.id(order)]
        ) { try Voucher(row: &$0) }
    }

    package func voucher(code: String) throws -> Voucher? {
        try row("SELECT \(Voucher.columns) FROM vouchers v WHERE v.code = $1", [.text(code)]) {
            try Voucher(row: &$0)
        }
    }

    /// The voucher that was handed in for an order.
    package func voucher(spentOn order: ID<Order>) throws -> Voucher? {
        try row("SELECT \(Voucher.columns) FROM vouchers v WHERE v.order_id = $1", [.id(order)]) {
            try Voucher(row: &$0)
        }
    }

    /// Those of these orders that a voucher was handed in for.
    package func ordersPaidByVoucher(among orders: [ID<Order>]) throws -> Set<ID<Order>> {
        guard !orders.isEmpty else { return [] }
        var conditions = Conditions()
        conditions.add("v.order_id {}", among: orders)
        return Set(
            try rows("SELECT v.order_id FROM vouchers v\(conditions.clause)", conditions.values) {
                $0.id()
            })
    }

    /// Spends a voucher, unless somebody else was faster.
    package func spend(_ voucher: ID<Voucher>, on order: ID<Order>) throws {
        try postGuarded(
            """
            UPDATE vouchers SET state = 'used', order_id = $2 WHERE id = $1 AND state = 'active'
            """, [.id(voucher), .id(order)])
    }

    /// The order came to nothing: its voucher is good again.
    package func giveBackVoucher(of order: ID<Order>) throws {
        try post(
            "UPDATE vouchers SET state = 'active', order_id = NULL WHERE order_id = $1",
            [.id(order)])
    }
}
