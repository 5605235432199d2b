import OrderCore
import Storage
import TestKit
import Testing

/// The schema holds the invariants, whatever the code above it does.
@Suite struct ConstraintTests {
    @Test(
        "what no move leads to is refused for an order that waits",
        arguments: [
            "UPDATE orders SET state = 'issued'", "UPDATE orders SET state = 'revoked'",
            "UPDATE orders SET state = 'reissue_pending'", "UPDATE orders SET state = 'unknown'",
            "UPDATE orders SET issued_at = 1, valid_till = 2", "UPDATE orders SET valid_till = 2",
            "UPDATE orders SET auto_renew = 2", "UPDATE orders SET length_unit = 'weeks'",
            "UPDATE orders SET origin = 'mail'", "UPDATE orders SET payment_method = 'cash'",
            "UPDATE orders SET container_id = 4711", "UPDATE orders SET renewal_of = 4711",
            "UPDATE orders SET common_name = NULL", "UPDATE orders SET user_id = NULL",
            "UPDATE certificates SET state = 'issued'", "UPDATE certificates SET state = 'revoked'",
            "UPDATE certificates SET revoked_at = 1", "UPDATE certificates SET kind = 'duplicate'",
            "UPDATE certificates SET sub_id = 1", "UPDATE certificates SET order_id = 4711",
            "UPDATE certificates SET is_archived = 2", "UPDATE users SET role_id = 6",
            "UPDATE certificates SET kind = 'copy'", "UPDATE certificates SET state = 'lost'",
            "UPDATE accounts SET kind = 'other'", "UPDATE accounts SET parent_id = 4711",
            "UPDATE containers SET is_active = 2", "UPDATE users SET username = 'the same'",
            "DELETE FROM accounts", "DELETE FROM orders", "DELETE FROM users",
        ], Engine.all)
    func waiting(sql: String, engine: Engine) async throws {
        try await refuses(sql, engine) { _, _, _ in }
    }

    @Test(
        "what no move leads to is refused for an order that is issued",
        arguments: [
            "UPDATE orders SET state = 'pending'", "UPDATE orders SET issued_at = NULL",
            "UPDATE orders SET valid_till = NULL", "UPDATE certificates SET state = 'revoked'",
            "UPDATE certificates SET state = 'pending'", "UPDATE certificates SET der = NULL",
            "UPDATE certificates SET revoked_at = 1", "UPDATE certificates SET issuer_id = 4711",
            "DELETE FROM issuers",
        ], Engine.all)
    func issued(sql: String, engine: Engine) async throws {
        try await refuses(sql, engine) { tx, pair, world in
            try tx.issue(pair, world, serial: 1)
        }
    }

    @Test("an issuer never uses a serial number twice", arguments: Engine.all)
    func serials(engine: Engine) async throws {
        try await engine.withStore { store in
            let world = try await store.write { tx in
                let world = try tx.insertWorld()
                try tx.issue(try tx.place(world), world, serial: 1)
                return world
            }
            await #expect(throws: (any Error).self) {
                try await store.write { try $0.issue(try $0.place(world), world, serial: 1) }
            }
        }
    }

    @Test("an order never has two duplicates of one number", arguments: Engine.all)
    func subIDs(engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, pair) = try await store.write { tx in
                let world = try tx.insertWorld()
                let pair = try tx.place(world)
                _ = try tx.insertFurther(.duplicate(subID: 1), of: pair, world)
                return (world, pair)
            }
            await #expect(throws: (any Error).self) {
                try await store.write {
                    try $0.insertFurther(.duplicate(subID: 1), of: pair, world)
                }
            }
        }
    }

    private func refuses(
        _ sql: String, _ engine: Engine,
        after prepare: @escaping @Sendable (any Transaction, Pair, World) throws -> Void
    ) async throws {
        try await engine.withStore { store in
            let pair = try await store.write { tx in
                let world = try tx.insertWorld()
                let pair = try tx.place(world)
                try prepare(tx, pair, world)
                return pair
            }
            let before = try await store.read { try $0.order(pair.order) }
            await #expect(throws: (any Error).self) {
                try await store.write { try $0.run(sql, []) }
            }
            #expect(try await store.read { try $0.order(pair.order) } == before)
        }
    }
}
