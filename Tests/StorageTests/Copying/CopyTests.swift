import Foundation
import OrderCore
import Storage
import Synchronization
import TestKit
import Testing

@Suite struct CopyTests {
    struct Route: Sendable, CustomTestStringConvertible {
        let from: Engine
        let to: Engine

        var testDescription: String { "\(from.description) to \(to.description)" }
    }

    static let routes = Engine.shared.flatMap { from in
        Engine.all.map { Route(from: from, to: $0) }
    }

    private func withStores(
        _ route: Route,
        _ body: (_ source: any Database, _ target: any Database) async throws -> Void
    ) async throws {
        try await route.from.withStore { source in
            try await route.to.withEmptyStore { try await body(source, $0) }
        }
    }

    /// An account with orders, enough to fill several batches, and one that renews an older one.
    private func fill(_ store: any Database, orders: Int) async throws {
        _ = try await store.write { tx in
            let world = try tx.insertWorld()
            for number in 0..<orders {
                let pair = try tx.place(world) {
                    $0.names = ["a\(number).example.com", "ß.example"]
                }
                if number < 200 { try tx.issue(pair, world, serial: UInt8(number)) }
            }
            let old = try tx.place(world)
            let renewal = try tx.place(world) { $0.renewalOf = old.order }
            try tx.markRenewed(old.order, by: renewal.order)
        }
    }

    private func dump(_ store: any Database) async throws -> [String] {
        try await store.read { [dialect = store.dialect] tx in
            try tx.tables(dialect).flatMap { table in
                // The numbers of changes are each engine's own.
                let columns = table.columns.filter { $0.name != Migration.changeColumn }
                let names = columns.map { "\($0.name)" }.joined(separator: ", ")
                return try tx.rows("SELECT \(names) FROM \(table.name)", []) { row in
                    let values = columns.map { column -> String in
                        switch column.kind {
                        case .integer: row.intIfPresent().map(String.init) ?? "NULL"
                        case .text: row.textIfPresent() ?? "NULL"
                        case .bytes: row.bytesIfPresent().map { "\($0)" } ?? "NULL"
                        }
                    }
                    return "\(table.name): \(values.joined(separator: "|"))"
                }
            }.sorted()
        }
    }

    @Test("a copy holds what its source holds, and counts on from there", arguments: routes)
    func wholeCopy(route: Route) async throws {
        try await withStores(route) { source, target in
            try await fill(source, orders: 1100)
            let last = Mutex((done: 0, total: 0))
            let reports = try await Copying(from: source, to: target).run { progress in
                last.withLock { $0 = (progress.rowsDone, progress.rowsTotal) }
            }
            #expect(try await dump(target) == dump(source))
            #expect(reports.first { $0.table == "orders" }?.rows == 1102)
            let progress = last.withLock { $0 }
            #expect(progress.done == progress.total)
            #expect(progress.total == reports.reduce(0) { $0 + $1.rows })
            let next = try await target.write { tx in
                try tx.place(try tx.insertWorld("Another")).order.rawValue
            }
            #expect(next == 1103)
        }
    }

    @Test(
        "a server has looked at what it was given, and plans by it",
        .enabled(if: Engine.isPostgresMeant))
    func settled() async throws {
        let source = try #require(Engine.shared.first)
        try await withStores(Route(from: source, to: .postgres)) { source, target in
            try await fill(source, orders: 300)
            _ = try await Copying(from: source, to: target).run { _ in }
            // Less than none stands for a table that was never looked at.
            let counts = try await target.read { tx in
                try tx.rows(
                    """
                    SELECT c.reltuples::bigint FROM pg_class c
                    WHERE c.relnamespace = current_schema()::regnamespace
                      AND c.relname IN ('orders', 'certificates')
                    """, []
                ) { $0.int() }
            }
            #expect(counts == [302, 302])
        }
    }

    @Test("what the target holds already stops the copy, and stays", arguments: routes)
    func notEmpty(route: Route) async throws {
        try await withStores(route) { source, target in
            try await fill(source, orders: 3)
            try await target.migrate()
            _ = try await target.write { try $0.insertWorld() }
            let before = try await dump(target)
            await #expect(throws: Copying.Problem.targetNotEmpty(table: "accounts", rows: 1)) {
                try await Copying(from: source, to: target).run { _ in }
            }
            #expect(try await dump(target) == before)
        }
    }

    @Test("a table that is on one side only is named", arguments: routes)
    func foreign(route: Route) async throws {
        try await withStores(route) { source, target in
            try await fill(source, orders: 3)
            try await target.write { _ = try $0.run("CREATE TABLE strangers (id BIGINT)", []) }
            await #expect(throws: Copying.Problem.otherSchema(table: "strangers")) {
                try await Copying(from: source, to: target).run { _ in }
            }
        }
    }

    @Test("from nothing nothing is copied", arguments: routes)
    func nothing(route: Route) async throws {
        try await withStores(route) { source, target in
            await #expect(throws: Copying.Problem.sourceEmpty) {
                try await Copying(from: source, to: target).run { _ in }
            }
        }
    }

    @Test("what does not arrive as it left is noticed, and nothing kept", arguments: routes)
    func damage(route: Route) async throws {
        try await withStores(route) { source, target in
            try await fill(source, orders: 3)
            try await target.migrate()
            // Something that changes what is written: as a fault of the target would.
            try await target.write { tx in try tx.damageOrders(target.dialect) }
            await #expect(throws: Copying.Problem.differs(table: "orders", source: 5, target: 5)) {
                try await Copying(from: source, to: target).run { _ in }
            }
            let counts = try await target.read {
                try $0.rows("SELECT count(*) FROM accounts", []) { $0.int() }
            }
            #expect(counts == [0])
        }
    }
}

extension Transaction {
    /// Has the engine change each order as it is added.
    fileprivate func damageOrders(_ dialect: Dialect) throws {
        switch dialect {
        case .sqlite:
            try run(
                """
                CREATE TRIGGER damage AFTER INSERT ON orders BEGIN
                  UPDATE orders SET version = version + 1 WHERE id = new.id; END
                """, [])
        case .postgres:
            try run(
                """
                CREATE FUNCTION damage() RETURNS trigger LANGUAGE plpgsql AS
                  'BEGIN new.version := new.version + 1; RETURN new; END'
                """, [])
            try run(
                """
                CREATE TRIGGER damage BEFORE INSERT ON orders FOR EACH ROW
                EXECUTE FUNCTION damage()
                """, [])
        }
    }
}
