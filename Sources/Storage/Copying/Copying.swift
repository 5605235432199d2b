/// Moves everything that one database holds into another, empty one, whatever their engines.
///
/// The source is read on one snapshot, so it may be in use; the target is written in one
/// transaction, so it holds all or nothing. Before the commit every table is read back and compared
/// with what was read from the source, by number of rows and checksum.
package struct Copying: Sendable {
    /// Rows that are read at a time.
    static let batchRowsMax = 500
    /// Batches that wait to be written: bounds the memory that a copy takes.
    static let batchesWaitingMax = 4

    private let source: any Database
    private let target: any Database

    package init(from source: any Database, to target: any Database) {
        self.source = source
        self.target = target
    }

    /// How far it is.
    package struct Progress: Sendable {
        package let rowsDone: Int
        package let rowsTotal: Int
        package let table: String
    }

    /// What was found to be the same on both sides.
    package struct Report: Equatable, Sendable {
        package let table: String
        package let rows: Int
        package let checksum: UInt64
    }

    package enum Problem: Error, Equatable {
        case sourceEmpty
        case targetNotEmpty(table: String, rows: Int)
        case differs(table: String, source: Int, target: Int)
        /// A table that is on one side only, or differs.
        case otherSchema(table: String)
        /// The connection to the target broke; nothing was copied.
        case interrupted
    }

    /// - Parameter onProgress: told after each batch.
    package func run(
        _ onProgress: @escaping @Sendable (Progress) -> Void
    ) async throws -> [Report] {
        try await source.migrate()
        try await target.migrate()
        let channel = RowChannel(batchesMax: Self.batchesWaitingMax)
        async let writing = write(from: channel, onProgress)
        // A reader may hold its thread while it waits for the writer, so the writer comes first.
        await channel.opened()
        let reading = await read(into: channel)
        let reports = try await writing
        try reading.get()
        // The copy is whole. What the engine could not do now, it does in its own time.
        try? await Patience.$current.withValue(.ofWork) {
            try await target.settle(reports.map(\.table))
        }
        return reports
    }

    /// What goes wrong is thrown to the writer, too.
    private func read(into channel: RowChannel) async -> Result<Void, any Error> {
        do {
            try await source.read { [dialect = source.dialect] tx in
                try Self.read(tx, dialect, into: channel)
            }
            channel.end(nil)
            return .success(())
        } catch {
            channel.end(error)
            return .failure(error)
        }
    }

    private func write(
        from channel: RowChannel, _ onProgress: @escaping @Sendable (Progress) -> Void
    ) async throws -> [Report] {
        do {
            return try await target.write { [dialect = target.dialect] tx in
                guard channel.open() else { throw Problem.interrupted }
                do {
                    return try Self.write(tx, dialect, from: channel, onProgress)
                } catch {
                    // Here, on the writer's thread: the reader may hold the one that would go on.
                    channel.cancel()
                    throw error
                }
            }
        } catch {
            channel.cancel()
            throw error
        }
    }

    /// The tables that are copied, their columns in one order on both sides; which steps the schema
    /// has taken is each side's own, and so are the numbers of changes, which the engine gives, and
    /// the files that go by these.
    private static func tables(_ tx: any Transaction, _ dialect: Dialect) throws -> [Table] {
        try tx.tables(dialect).filter { !Migration.ownTables.contains($0.name) }.map { table in
            Table(
                name: table.name,
                columns: table.columns.filter { $0.name != Migration.changeColumn }
                    .sorted { $0.name < $1.name })
        }
    }

    private static func read(
        _ tx: any Transaction, _ dialect: Dialect, into channel: RowChannel
    ) throws {
        let tables = try tables(tx, dialect)
        let counts = try tables.map { try tx.count($0) }
        guard counts.contains(where: { $0 > 0 }) else { throw Problem.sourceEmpty }
        try channel.send(.tables(tables, rowsTotal: counts.reduce(0, +)))
        for table in tables {
            try tx.eachBatch(of: table) { try channel.send(.rows($0)) }
            try channel.send(.tableEnd)
        }
    }

    private static func write(
        _ tx: any Transaction, _ dialect: Dialect, from channel: RowChannel,
        _ onProgress: (Progress) -> Void
    ) throws -> [Report] {
        guard case .tables(let tables, let rowsTotal) = try channel.receive() else {
            throw Problem.interrupted
        }
        let own = try Self.tables(tx, dialect)
        if let table = (tables + own).first(where: { !tables.contains($0) || !own.contains($0) }) {
            throw Problem.otherSchema(table: table.name)
        }
        for table in tables {
            let rows = try tx.count(table)
            guard rows == 0 else { throw Problem.targetNotEmpty(table: table.name, rows: rows) }
        }
        var reports: [Report] = []
        var rowsDone = 0
        try tx.withoutForeignKeys(dialect) {
            for table in tables {
                var sum = Checksum()
                let insertion = tx.insertion(into: table)
                while case .rows(let rows) = try channel.receive() {
                    for row in rows {
                        sum.add(row)
                        try tx.post(insertion, row)
                    }
                    rowsDone += rows.count
                    onProgress(
                        Progress(rowsDone: rowsDone, rowsTotal: rowsTotal, table: table.name))
                }
                reports.append(try tx.compared(table, with: sum))
            }
        }
        try tx.resetIdentities(dialect)
        return reports
    }
}

extension Transaction {
    fileprivate func count(_ table: Table) throws -> Int {
        try row("SELECT count(*) FROM \(table.name)", []) { $0.int() } ?? 0
    }

    fileprivate func insertion(into table: Table) -> String {
        let names = table.columns.map(\.name).joined(separator: ", ")
        let places = (1...table.columns.count).map { "$\($0)" }.joined(separator: ", ")
        return "INSERT INTO \(table.name) (\(names)) VALUES (\(places))"
    }

    /// Reads a table back and holds it against what was read from the source.
    fileprivate func compared(_ table: Table, with sum: Checksum) throws -> Copying.Report {
        var own = Checksum()
        try eachBatch(of: table) { rows in rows.forEach { own.add($0) } }
        guard own == sum else {
            throw Copying.Problem.differs(table: table.name, source: sum.rows, target: own.rows)
        }
        return Copying.Report(table: table.name, rows: own.rows, checksum: own.value)
    }

    /// Hands over a table's rows, each with its columns in the table's order, by its primary key.
    fileprivate func eachBatch(of table: Table, _ body: ([[SQLValue]]) throws -> Void) throws {
        let key = table.key.map(\.name).joined(separator: ", ")
        let names = table.columns.map(\.name).joined(separator: ", ")
        let keyPlaces = table.key.map { column in
            table.columns.firstIndex(of: column)!
        }
        var last: [SQLValue] = []
        while true {
            let start = (1...max(last.count, 1)).map { "$\($0)" }.joined(separator: ", ")
            let condition = last.isEmpty ? "" : "WHERE (\(key)) > (\(start)) "
            let batch = try rows(
                """
                SELECT \(names) FROM \(table.name) \(condition)ORDER BY \(key) \
                LIMIT \(Copying.batchRowsMax)
                """, last
            ) { row in table.columns.map { row.value($0.kind) } }
            guard let lastRow = batch.last else { return }
            try body(batch)
            last = keyPlaces.map { lastRow[$0] }
        }
    }
}

extension Columns {
    fileprivate mutating func value(_ kind: Table.Kind) -> SQLValue {
        switch kind {
        case .integer: isNextAbsent ? skipped : .integer(long())
        case .text: .text(textIfPresent())
        case .bytes: .bytes(bytesIfPresent())
        }
    }

    private var skipped: SQLValue {
        mutating get {
            skip(1)
            return .null
        }
    }
}
