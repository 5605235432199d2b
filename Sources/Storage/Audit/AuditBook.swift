import Synchronization

/// What is known of statements and tables, worked out once for each text.
final class AuditBook: Sendable {
    /// Lists are filtered in many ways; past this many texts, all are forgotten and read anew.
    static let textsMax = 2048

    private let tables: [String: Table]
    private let plans = Mutex<[StatementText: AuditPlan?]>([:])

    init(_ tables: [Table]) {
        self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    }

    /// Nil for statements whose changes are nobody's business.
    func plan(_ sql: String) throws -> AuditPlan? {
        let text = StatementText(sql: sql)
        if let known = plans.withLock({ $0[text] }) { return known }
        let plan = try makePlan(sql)
        plans.withLock { plans in
            if plans.count >= Self.textsMax { plans.removeAll() }
            plans[text] = .some(plan)
        }
        return plan
    }

    private func makePlan(_ sql: String) throws -> AuditPlan? {
        if let table = ChangingStatement.table(of: sql), AuditedTables.machinery.contains(table) {
            return nil
        }
        guard let statement = try ChangingStatement(sql) else { return nil }
        guard let table = tables[statement.table] else {
            throw AuditProblem.unknownTable(statement.table)
        }
        return AuditPlan(statement, table)
    }
}

/// How the changes of one statement are noted.
struct AuditPlan: Sendable {
    let statement: ChangingStatement
    let table: Table
    /// The columns that are told of.
    let columns: [Table.Column]
    /// Of these, the ones that the statement sets, and what to.
    private let settings: [Setting]
    /// Asks for the rows before: the account where the table has one, the key, the columns.
    let question: String?
    let hasAccount: Bool

    private struct Setting {
        let column: Table.Column
        let value: ChangingStatement.Value
        let isShown: Bool
    }

    fileprivate init(_ statement: ChangingStatement, _ table: Table) {
        self.statement = statement
        self.table = table
        hasAccount = table.columns.contains { $0.name == "account_id" }
        let touched = Set(statement.assignments.map(\.column))
        let keyNames = Set(table.key.map(\.name))
        let columns = table.columns.filter { column in
            !keyNames.contains(column.name) && !AuditedTables.passes(column.name, of: table.name)
                && (statement.kind == .delete || touched.contains(column.name))
        }
        self.columns = columns
        settings = columns.compactMap { column in
            statement.assignments.first { $0.column == column.name }.map {
                Setting(
                    column: column, value: $0.value,
                    isShown: AuditedTables.isShown(column, of: table.name))
            }
        }
        let isSilent = columns.isEmpty && statement.kind == .update
        question = isSilent ? nil : Self.question(statement, table, columns, hasAccount)
    }

    private static func question(
        _ statement: ChangingStatement, _ table: Table, _ columns: [Table.Column],
        _ hasAccount: Bool
    ) -> String? {
        guard let condition = statement.condition else { return nil }
        let names = (hasAccount ? ["account_id"] : []) + table.key.map(\.name) + columns.map(\.name)
        return """
            SELECT \(names.joined(separator: ", ")) FROM \(table.name) WHERE \(condition.text) \
            LIMIT \(AuditedTransaction.rowsReadMax + 1)
            """
    }

    /// Another text than the one that stands for a new secret: that there is a new one is told.
    func shownBefore(_ value: SQLValue, of column: Table.Column) -> SQLValue {
        if value == .null || AuditedTables.isShown(column, of: table.name) { return value }
        return .text("(another, not shown)")
    }

    func after(_ values: [SQLValue]) -> [RowChange.Member] {
        settings.map { setting in
            let value = setting.value.resolved(values)
            return RowChange.Member(
                column: setting.column.name,
                value: setting.isShown || value == .null ? value : .text("(not shown)"))
        }
    }

    func key(in values: [SQLValue], id: Int64?) -> [RowChange.Member] {
        if let id { return [.init(column: "id", value: .integer(id))] }
        if let parameter = statement.condition?.idParameter {
            return [.init(column: "id", value: values[parameter - 1])]
        }
        return table.key.compactMap { column in
            statement.assignments.first { $0.column == column.name }.flatMap {
                // Only the engine knows it.
                if case .expression = $0.value { return nil }
                return RowChange.Member(column: column.name, value: $0.value.resolved(values))
            }
        }
    }

    func account(in values: [SQLValue]) -> Int64? {
        guard
            let value = statement.assignments.first(where: { $0.column == "account_id" })?.value
                .resolved(values), case .integer(let account) = value
        else { return nil }
        return account
    }
}

package enum AuditProblem: Error, Equatable {
    /// A change that nobody stands for.
    case nobody(operation: String)
    case unknownTable(String)
}
