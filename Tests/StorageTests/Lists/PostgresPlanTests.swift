import OrderCore
import TestKit
import Testing

@testable import Storage

/// How PostgreSQL could answer lists: told to read no table from end to end where there is another
/// way, it reads none, but for what looks inside texts.
///
/// What it does with many rows it decides by what it knows of them; that is measured, not tested.
@Suite(.enabled(if: Engine.isPostgresMeant)) struct PostgresPlanTests {
    @Test("orders") func orders() async throws {
        try await check(OrderProperty.self) { _ = try $0.orders(in: $1.scope, $2) }
    }

    @Test("requests") func requests() async throws {
        try await check(RequestProperty.self) { _ = try $0.requests(in: $1.scope, $2) }
    }

    @Test("orders of subaccounts") func subaccountOrders() async throws {
        try await check(SubaccountOrderProperty.self) {
            _ = try $0.subaccountOrders(of: $1.accountID, $2)
        }
    }

    @Test("domains, organizations and users") func parties() async throws {
        try await check(DomainProperty.self) { _ = try $0.domains(in: $1.scope, $2) }
        try await check(OrganizationProperty.self) { _ = try $0.organizations(in: $1.scope, $2) }
        try await check(UserProperty.self) { _ = try $0.users(in: $1.scope, $2) }
        try await check(SubaccountProperty.self) { _ = try $0.subaccounts(of: $1.accountID, $2) }
    }

    @Test("vouchers and units") func wares() async throws {
        try await check(VoucherOrderProperty.self) {
            _ = try $0.voucherOrders(of: $1.accountID, $2)
        }
        try await check(UnitOrderProperty.self) { _ = try $0.unitOrders(of: $1.accountID, $2) }
    }

    @Test("the audit log") func auditLog() async throws {
        try await check(AuditProperty.self) { _ = try $0.auditEntries(of: $1.accountID, $2) }
    }

    @Test("the index of the orders, and reports") func orderIndex() async throws {
        try await Engine.postgres.withStore { store in
            let world = try await store.write { try $0.insertWorld() }
            try await expectIndexed(store) { tx in
                _ = try tx.place(world)
                _ = try tx.cards(in: .min ... .max, limit: 10)
                _ = try tx.requestCards(in: .min ... .max, limit: 10)
                _ = try tx.orders([ID(1)])
                // There is none; the statement is what counts.
                _ = try? tx.requestEntries([ID(1)])
                _ = try tx.subaccountEntries([ID(1)])
                _ = try tx.expiring(in: world.scope, container: world.divisionID, at: noon)
                _ = try tx.waitingRequests(in: world.scope, container: nil)
                _ = try tx.statusChanges(in: world.scope, from: noon, to: noon, max: 10)
            }
        }
    }

    private func check<Property: ListProperty>(
        _ type: Property.Type,
        _ list: @escaping @Sendable (any Transaction, World, ListQuery<Property>) throws -> Void
    ) async throws {
        try await Engine.postgres.withStore { store in
            let world = try await store.write { try $0.insertWorld() }
            var queries = [ListQuery<Property>()]
            for property in Property.allCases {
                for match in property.form.samples {
                    if case .contains = match { continue }
                    var query = ListQuery<Property>()
                    query.filters = [.init(property, [match])]
                    queries.append(query)
                }
                if property.order != nil {
                    var query = ListQuery<Property>()
                    query.sort = [.init(property, .descending)]
                    queries.append(query)
                }
            }
            for query in queries {
                try await expectIndexed(store) { [query] in try list($0, world, query) }
            }
        }
    }

    private func expectIndexed(
        _ store: any Database, _ body: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws {
        let plans = try await store.write { tx -> [String] in
            let asked = try tx.statements(body).filter { $0.sql.hasPrefix("SELECT") }
            try tx.run("SET LOCAL enable_seqscan = off", [])
            return try asked.map { sql, values in
                try tx.rows("EXPLAIN (COSTS OFF) " + sql, values) { $0.text() }
                    .joined(separator: "\n")
            }
        }
        #expect(!plans.isEmpty)
        for plan in plans { #expect(!plan.contains("Seq Scan"), "\(plan)") }
    }
}
