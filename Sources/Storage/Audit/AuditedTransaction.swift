import Foundation

/// A transaction that notes what its statements change.
///
/// What a row was before is read where the transaction did not add it itself; so a placement, which
/// adds all that it changes, costs no read more.
final class AuditedTransaction: Transaction {
    /// The most rows of one statement whose former state is read.
    static let rowsReadMax = ChangeList.rowsMax

    private let inner: any Transaction
    private let book: AuditBook
    private(set) var changes = ChangeList()
    /// Whose rows were changed, as far as they say.
    private(set) var accountID: Int64?

    init(_ inner: any Transaction, book: AuditBook) {
        self.inner = inner
        self.book = book
    }

    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
        guard let plan = try book.plan(sql) else { return try inner.run(sql, values) }
        let former = try former(plan, values)
        let count = try inner.run(sql, values)
        if count > 0 { note(plan, values, former, id: nil) }
        return count
    }

    func each(
        _ sql: String, _ values: [SQLValue], _ body: (inout Columns) throws -> Void
    ) throws {
        guard let plan = try book.plan(sql) else { return try inner.each(sql, values, body) }
        let former = try former(plan, values)
        var count = 0
        var id: Int64?
        try inner.each(sql, values) { row in
            count += 1
            if plan.statement.returnsID { id = row.firstInteger }
            try body(&row)
        }
        if count > 0 { note(plan, values, former, id: id) }
    }

    func post(_ sql: String, _ values: [SQLValue]) throws {
        guard let plan = try book.plan(sql) else { return try inner.post(sql, values) }
        let former = try former(plan, values)
        try inner.post(sql, values)
        note(plan, values, former, id: nil)
    }

    func postGuarded(_ sql: String, _ values: [SQLValue]) throws {
        guard let plan = try book.plan(sql) else { return try inner.postGuarded(sql, values) }
        let former = try former(plan, values)
        try inner.postGuarded(sql, values)
        note(plan, values, former, id: nil)
    }

    func postCondition(_ sql: String, _ values: [SQLValue]) throws {
        try inner.postCondition(sql, values)
    }

    func note(_ change: NotedChange) {
        changes.add(change.row)
    }

    /// A row that a statement is about to change.
    private struct Former {
        let key: [RowChange.Member]
        let members: [RowChange.Member]

        /// By the first part of the key in which they differ.
        func comesBefore(_ other: Former) -> Bool {
            for (mine, others) in zip(key, other.key) where mine.value != others.value {
                switch (mine.value, others.value) {
                case (.integer(let mine), .integer(let others)): return mine < others
                case (.text(let mine), .text(let others)): return mine < others
                default: return false
                }
            }
            return false
        }
    }

    /// What the rows are before; nothing where it need not be asked.
    private func former(_ plan: AuditPlan, _ values: [SQLValue]) throws -> [Former]? {
        guard let question = plan.question, let condition = plan.statement.condition else {
            return nil
        }
        if plan.statement.kind != .insert, let id = condition.idParameter,
            changes.holdsNew(plan.table.name, id: values[id - 1])
        {
            return nil
        }
        let bound = condition.parameters.map { values[$0 - 1] }
        return try inner.rows(question, bound) { row in
            if plan.hasAccount {
                let account = row.longIfPresent()
                accountID = accountID ?? account
            }
            let key = plan.table.key.map { RowChange.Member(column: $0.name, value: row.value($0)) }
            return Former(
                key: key,
                members: plan.columns.map {
                    RowChange.Member(
                        column: $0.name, value: plan.shownBefore(row.value($0), of: $0))
                })
        }
        // By their keys: engines give them in orders of their own.
        .sorted { $0.comesBefore($1) }
    }

    private func note(
        _ plan: AuditPlan, _ values: [SQLValue], _ former: [Former]?, id: Int64?
    ) {
        if accountID == nil, let account = plan.account(in: values) { accountID = account }
        switch plan.statement.kind {
        case .insert:
            let key = plan.key(in: values, id: id)
            let old = former?.first.map(\.members)
            var members = plan.after(values)
            if old == nil { members.removeAll { $0.value == .null } }
            changes.add(
                RowChange(table: plan.table.name, key: key, before: old, after: members))
        case .update:
            let after = plan.after(values)
            guard !after.isEmpty else { return }
            guard let former else {
                let key = plan.key(in: values, id: id)
                return changes.add(
                    RowChange(table: plan.table.name, key: key, before: [], after: after))
            }
            for row in former {
                changes.add(
                    RowChange(
                        table: plan.table.name, key: row.key, before: row.members, after: after))
            }
        case .delete:
            for row in former ?? [] {
                changes.add(
                    RowChange(
                        table: plan.table.name, key: row.key,
                        before: row.members.filter { $0.value != .null }, after: nil))
            }
        }
    }
}

extension Columns {
    fileprivate mutating func value(_ column: Table.Column) -> SQLValue {
        switch column.kind {
        case .integer: longIfPresent().map { .integer($0) } ?? .null
        case .text: .text(textIfPresent())
        case .bytes: .bytes(bytesIfPresent())
        }
    }
}
