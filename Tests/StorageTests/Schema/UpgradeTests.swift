import Foundation
import OrderCore
import TestKit
import Testing

@testable import Storage

/// Stores of earlier steps, with rows, brought up to date.
///
/// Whoever adds a step records the store that it makes: `CHANCERY_GOLDEN=record`. It is kept for
/// all that come after; the stores of earlier steps are never recorded again.
@Suite struct UpgradeTests {
    @Test("a kept store of each earlier step is brought up to date", arguments: Engine.shared)
    func upgrades(engine: Engine) async throws {
        let golden = try await engine.withStore { try await SchemaTests.text($0) }
        let dialect = try await engine.withEmptyStore { $0.dialect }
        for kept in try KeptStore.all(dialect) {
            try await engine.withEmptyStore { store in
                let before = try await store.write { try kept.load(into: $0) }
                let taken = try await store.migrate()
                try await store.write { try $0.resetIdentities(dialect) }
                #expect(taken == Array(Migration.all.map(\.number).dropFirst(kept.number)))
                #expect(try await SchemaTests.text(store) == golden, "from step \(kept.number)")
                let after = try await store.read { try KeptStore.counts($0, dialect) }
                for (table, rows) in before where table != Migration.table {
                    #expect(after[table] == rows, "\(table), from step \(kept.number)")
                }
                try await expectUse(store, orders: before["orders"] ?? 0)
            }
        }
    }

    /// What was there is read, and something can be added to it.
    private func expectUse(_ store: any Database, orders: Int) async throws {
        let account = try await store.read { try $0.rootAccount() }
        let scope = Scope(accountID: try #require(account).id)
        let listed = try await store.read { try $0.orders(in: scope, ListQuery(now: noon)) }
        #expect(listed.total == orders)
        #expect(orders > 0)
        for entry in listed.elements {
            let file = try await store.read { try $0.orderFile(entry.order.id) }
            #expect(file?.order == entry.order)
        }
        let next = try await store.write { tx in
            try tx.place(try tx.insertWorld("Added")).order
        }
        #expect(listed.elements.allSatisfy { $0.order.id < next })
    }

    @Test("the store of the newest step is kept", arguments: Engine.shared)
    func newest(engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            try await expectKept(store, number: Migration.all.count)
        }
    }

    @Test("the store of the first step with orders is kept", arguments: Engine.shared)
    func first(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await store.migrate(Array(Migration.all.prefix(2)))
            try await store.write { tx in
                for statement in Self.firstRows { try tx.run(statement, []) }
                for (sql, bytes) in Self.firstBytes { try tx.run(sql, [.bytes(bytes)]) }
            }
            try await expectKept(store, number: 2)
        }
    }

    private func expectKept(_ store: any Database, number: Int) async throws {
        let dialect = store.dialect
        let text = try await store.read { try KeptStore.text($0, dialect) }
        let file = KeptStore(dialect: dialect, number: number).file
        #expect(
            try Golden.compare(text, with: file) == .same,
            "step \(number): record it with CHANCERY_GOLDEN=record, and commit it with the step")
    }

    private func fill(_ store: any Database) async throws {
        try await store.write { tx in
            let world = try tx.insertWorld()
            let issued = try tx.place(world)
            try tx.issue(issued, world, serial: 1)
            _ = try tx.insertFurther(.duplicate(subID: 1), of: issued, world)
            let renewal = try tx.place(world) { $0.renewalOf = issued.order }
            try tx.markRenewed(issued.order, by: renewal.order)
            try tx.enqueueIssuance(of: renewal.certificate, due: noon)
        }
    }

    /// As the first version wrote them.
    private static let firstRows = [
        "INSERT INTO accounts (id, kind, organization_name, created_at) "
            + "VALUES (1, 'enterprise', 'Example', 1767614400000)",
        "INSERT INTO containers (id, account_id, public_id, name, template_id, is_active) "
            + "VALUES (1, 1, 'public', 'Example', 1, 1)",
        "INSERT INTO users (id, account_id, container_id, username, first_name, last_name, email, "
            + "role_id, is_active) VALUES (1, 1, 1, 'ada', 'Ada', 'L', 'ada@example.com', 1, 1)",
        "INSERT INTO organizations (id, account_id, container_id, name, street, city, state, zip, "
            + "country, is_active) VALUES (1, 1, 1, 'Example', 's', 'c', 's', '1', 'us', 1)",
        "INSERT INTO orders (id, version, account_id, container_id, organization_id, user_id, "
            + "product, state, primary_certificate_id, common_name, length_unit, length_value, "
            + "origin, created_at, auto_reissue, auto_renew, disable_ct, disable_issuance_email, "
            + "disable_renewal_notifications, payment_method) VALUES "
            + "(1, 1, 1, 1, 1, 1, 'ssl_plus', 'pending', 1, 'www.example.com', 'years', 1, "
            + "'console', 1767614400000, 0, 0, 0, 0, 0, 'balance')",
        "INSERT INTO order_names (name, order_id) VALUES ('www.example.com', 1)",
        "INSERT INTO certificates (id, order_id, account_id, user_id, kind, state, is_archived, "
            + "created_at, common_name, csr, key_size_bits, signature_hash, server_platform_id) "
            + "VALUES (1, 1, 1, 1, 'original', 'pending', 0, 1767614400000, 'www.example.com', "
            + "'csr', 2048, 'sha256', -1)",
        "INSERT INTO requests (id, order_id, account_id, requester_id, kind, certificate_id, "
            + "state, created_at) VALUES (1, 1, 1, 1, 'new_request', 1, 'approved', 1767614400000)",
        "INSERT INTO receipts (id, account_id, order_id, cost_cents, created_at) "
            + "VALUES (1, 1, 1, 0, 1767614400000)",
        "INSERT INTO effects (id, kind, certificate_id, due_at, attempts) "
            + "VALUES (1, 'issue_certificate', 1, 1767614400000, 0)",
    ]

    private static let firstBytes: [(String, [UInt8])] = [
        (
            "INSERT INTO issuers (id, name, key_id, der, created_at) "
                + "VALUES (1, 'CA', 'key', $1, 1767614400000)", [0x30, 0]
        ),
        (
            "INSERT INTO api_keys (id, account_id, user_id, name, hash, role_id, created_at) "
                + "VALUES (1, 1, 1, 'key', $1, 0, 1767614400000)", [1, 2, 3]
        ),
    ]
}
