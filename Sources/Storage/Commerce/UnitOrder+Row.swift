package import Foundation
package import OrderCore

/// What units are made from.
package struct NewUnitOrder: Sendable {
    let accountID: ID<Account>
    let unitAccountID: ID<Account>
    let userID: ID<User>
    let notes: String?
    let bundle: [UnitOrder.Bundle]
    let receiptID: ID<Receipt>
    let createdAt: Date
    let expiresAt: Date

    package init(
        accountID: ID<Account>, unitAccountID: ID<Account>, userID: ID<User>, notes: String?,
        bundle: [UnitOrder.Bundle], receiptID: ID<Receipt>, createdAt: Date, expiresAt: Date
    ) {
        self.accountID = accountID
        self.unitAccountID = unitAccountID
        self.userID = userID
        self.notes = notes
        self.bundle = bundle
        self.receiptID = receiptID
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

package enum UnitOrderProperty: String, ListProperty {
    case id
    case unitAccountID = "unit_account_id"
    case unitAccountName = "unit_account_name"
    case cost
    case status
    case expirationDate = "expiration_date"
    case createdDate = "created_date"

    package var form: ListForm {
        switch self {
        case .id, .unitAccountID, .cost: .integer
        case .unitAccountName: .text
        case .status: .words(["completed": ["0"], "canceled": ["1"]])
        case .expirationDate, .createdDate: .date
        }
    }

    package var condition: String {
        switch self {
        case .id: "w.id {}"
        case .unitAccountID: "w.unit_account_id {}"
        case .unitAccountName: "a.organization_name {}"
        case .cost: "w.cost_cents / 100 {}"
        case .status: "CAST(w.is_canceled AS TEXT) {}"
        case .expirationDate: "w.expires_at {}"
        case .createdDate: "w.created_at {}"
        }
    }

    package var order: String? {
        switch self {
        case .id: "w.id"
        case .unitAccountID: "w.unit_account_id"
        case .unitAccountName: "a.organization_name"
        case .cost: "w.cost_cents"
        case .status: "w.is_canceled"
        case .expirationDate: "w.expires_at"
        case .createdDate: "w.created_at"
        }
    }
}

extension Transaction {
    private static var unitOrderColumns: String {
        """
        w.id, w.account_id, w.unit_account_id, a.organization_name, w.notes, w.cost_cents, \
        w.is_canceled, w.created_at, w.expires_at
        """
    }

    private static var unitOrderSource: ListSource {
        ListSource(
            "unit_orders w", key: "w.id",
            joins: ["a": "JOIN accounts a ON a.id = w.unit_account_id"])
    }

    package func insert(_ new: NewUnitOrder) throws -> ID<UnitOrder> {
        let id: ID<UnitOrder> = try insert(
            """
            INSERT INTO unit_orders (account_id, unit_account_id, user_id, notes, cost_cents,
              receipt_id, is_canceled, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8) RETURNING id
            """,
            [
                .id(new.accountID), .id(new.unitAccountID), .id(new.userID), .text(new.notes),
                .int(new.bundle.reduce(0) { $0 + $1.cost.cents }), .id(new.receiptID),
                .date(new.createdAt), .date(new.expiresAt),
            ])
        for part in new.bundle {
            try post(
                """
                INSERT INTO unit_bundles (unit_order_id, product, units, spent, cost_cents)
                VALUES ($1, $2, $3, 0, $4)
                """,
                [.id(id), .text(part.product.nameID), .int(part.units), .int(part.cost.cents)])
        }
        return id
    }

    package func unitOrder(_ id: ID<UnitOrder>) throws -> UnitOrder? {
        let head = try row(
            """
            SELECT \(Self.unitOrderColumns) FROM \(Self.unitOrderSource.everything)
            WHERE w.id = $1
            """, [.id(id)]
        ) { try UnitOrderHead(row: &$0) }
        return try head.map { $0.unitOrder(try bundles(of: [id])[id] ?? []) }
    }

    package func unitOrders(
        of account: ID<Account>, _ query: ListQuery<UnitOrderProperty>
    ) throws -> Listed<UnitOrder> {
        var conditions = Conditions()
        conditions.add("w.account_id {}", .id(account))
        let listed = try list(
            query, columns: Self.unitOrderColumns, from: Self.unitOrderSource,
            conditions: conditions
        ) { try UnitOrderHead(row: &$0) }
        let bundles = try bundles(of: listed.elements.map(\.id))
        return listed.map { $0.unitOrder(bundles[$0.id] ?? []) }
    }

    /// Those of all orders on a page at once.
    private func bundles(of orders: [ID<UnitOrder>]) throws -> [ID<UnitOrder>: [UnitOrder.Bundle]] {
        guard !orders.isEmpty else { return [:] }
        var conditions = Conditions()
        conditions.add("b.unit_order_id {}", among: orders)
        var found: [ID<UnitOrder>: [UnitOrder.Bundle]] = [:]
        try each(
            """
            SELECT b.unit_order_id, b.product, b.units, b.spent, b.cost_cents FROM unit_bundles b\
            \(conditions.clause) ORDER BY b.unit_order_id, b.product
            """, conditions.values
        ) { row in
            found[row.id(), default: []].append(
                UnitOrder.Bundle(
                    product: try Product(column: row.text()), units: row.int(), spent: row.int(),
                    cost: Money(cents: row.int())))
        }
        return found
    }

    package func receiptID(of id: ID<UnitOrder>) throws -> ID<Receipt> {
        let receipt: ID<Receipt>? = try row(
            "SELECT receipt_id FROM unit_orders WHERE id = $1", [.id(id)]
        ) { $0.id() }
        guard let receipt else { throw StorageProblem.changedMeanwhile }
        return receipt
    }

    /// Takes units back, unless one of them was spent meanwhile.
    package func cancel(_ id: ID<UnitOrder>) throws {
        try lock(id)
        try postGuarded(
            """
            UPDATE unit_orders SET is_canceled = 1 WHERE id = $1 AND is_canceled = 0
              AND NOT EXISTS (SELECT 1 FROM unit_bundles b
                WHERE b.unit_order_id = unit_orders.id AND b.spent > 0)
            """, [.id(id)])
    }

    /// Has those who spend and those who cancel wait for each other.
    private func lock(_ id: ID<UnitOrder>) throws {
        let found = try row(
            "SELECT w.id FROM unit_orders w WHERE w.id = $1 AND w.is_canceled = 0 {locked}",
            [.id(id)]
        ) { $0.int() }
        guard found != nil else { throw StorageProblem.changedMeanwhile }
    }

    /// The units of an account, by product: how many were bought and how many are left.
    package func units(of account: ID<Account>, at now: Date) throws -> [UnitStanding] {
        try rows(
            """
            SELECT b.product, CAST(sum(b.units) AS BIGINT),
              CAST(sum(b.units - b.spent) AS BIGINT)
            FROM unit_orders w JOIN unit_bundles b ON b.unit_order_id = w.id
            WHERE w.unit_account_id = $1 AND w.expires_at > $2 AND w.is_canceled = 0
            GROUP BY b.product ORDER BY b.product
            """, [.id(account), .date(now)]
        ) {
            UnitStanding(
                product: try Product(column: $0.text()), bought: $0.int(), left: $0.int())
        }
    }

    /// Spends units of an account on an order, those that end first. Returns how many could not
    /// be had; then the caller has to refuse, which takes the others back.
    package func spendUnits(
        _ count: Int, of product: Product, account: ID<Account>, on order: ID<Order>, at now: Date
    ) throws -> Int {
        let bundles: [(id: ID<UnitOrder>, left: Int)] = try rows(
            """
            SELECT w.id, b.units - b.spent
            FROM unit_orders w JOIN unit_bundles b ON b.unit_order_id = w.id
            WHERE w.unit_account_id = $1 AND w.expires_at > $2 AND w.is_canceled = 0
              AND b.product = $3 AND b.spent < b.units
            ORDER BY w.expires_at, w.id
            """, [.id(account), .date(now), .text(product.nameID)]
        ) { ($0.id(), $0.int()) }
        var missing = count
        for bundle in bundles where missing > 0 {
            let taken = min(missing, bundle.left)
            try lock(bundle.id)
            try postGuarded(
                """
                UPDATE unit_bundles SET spent = spent + $3
                WHERE unit_order_id = $1 AND product = $2 AND spent + $3 <= units
                """, [.id(bundle.id), .text(product.nameID), .int(taken)])
            try post(
                """
                INSERT INTO spent_units (order_id, unit_order_id, product, units)
                VALUES ($1, $2, $3, $4)
                """, [.id(order), .id(bundle.id), .text(product.nameID), .int(taken)])
            missing -= taken
        }
        return missing
    }

    /// The order came to nothing: its units can be spent again.
    package func giveBackUnits(of order: ID<Order>) throws {
        let spent: [(id: ID<UnitOrder>, product: String, units: Int)] = try rows(
            "SELECT unit_order_id, product, units FROM spent_units WHERE order_id = $1",
            [.id(order)]
        ) { ($0.id(), $0.text(), $0.int()) }
        for part in spent {
            try post(
                """
                UPDATE unit_bundles SET spent = spent - $3
                WHERE unit_order_id = $1 AND product = $2
                """, [.id(part.id), .text(part.product), .int(part.units)])
        }
        if !spent.isEmpty {
            try post("DELETE FROM spent_units WHERE order_id = $1", [.id(order)])
        }
    }
}

package struct UnitStanding: Equatable, Sendable {
    package let product: Product
    package let bought: Int
    package let left: Int
}

/// What an order of units says beside its bundles.
private struct UnitOrderHead {
    let id: ID<UnitOrder>
    let accountID: ID<Account>
    let unitAccountID: ID<Account>
    let unitAccountName: String
    let notes: String?
    let cost: Money
    let isCanceled: Bool
    let createdAt: Date
    let expiresAt: Date

    init(row: inout Columns) throws {
        id = row.id()
        accountID = row.id()
        unitAccountID = row.id()
        unitAccountName = row.text()
        notes = row.textIfPresent()
        cost = Money(cents: row.int())
        isCanceled = row.flag()
        createdAt = row.date()
        expiresAt = row.date()
    }

    func unitOrder(_ bundle: [UnitOrder.Bundle]) -> UnitOrder {
        UnitOrder(
            id: id, accountID: accountID, unitAccountID: unitAccountID,
            unitAccountName: unitAccountName, notes: notes, bundle: bundle, cost: cost,
            isCanceled: isCanceled, createdAt: createdAt, expiresAt: expiresAt)
    }
}
