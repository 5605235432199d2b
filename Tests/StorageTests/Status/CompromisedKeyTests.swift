import OrderCore
import TestKit
import Testing

@testable import Storage

@Suite struct CompromisedKeyTests {
    @Test("the key of a certificate is lost where it was revoked for that", arguments: Engine.all)
    func reasons(engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, pairs) = try await store.issuedPairs(Revocation.Reason.allCases.count)
            for (serial, reason) in Revocation.Reason.allCases.enumerated() {
                let pair = pairs[serial]
                try await store.writeGuarded { tx in
                    try tx.revoke(
                        pair.certificate, world.issuance(UInt8(serial + 1)),
                        Revocation(reason: reason, date: noon), key: "\(reason)")
                }
            }
            for reason in Revocation.Reason.allCases {
                let isLost = try await store.read { try $0.isCompromised("\(reason)") }
                #expect(isLost == (reason == .keyCompromise))
            }
        }
    }

    @Test("certificates revoked before keys were noted are there to be read", arguments: Engine.all)
    func earlier(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            let step = Migration.compromisedKeys.number
            try await store.migrate(Array(Migration.all.prefix(step - 1)))
            // Rows are written as they are today, and ask a later table for their numbers.
            _ = try await store.write { tx in
                try tx.run("CREATE TABLE last_numbers (table_name TEXT, number BIGINT)", [])
            }
            let (_, pairs) = try await store.issuedPairs(3)
            _ = try await store.write { try $0.run("DROP TABLE last_numbers", []) }
            for (pair, reason) in zip(pairs, ["keyCompromise", "superseded", "keyCompromise"]) {
                _ = try await store.write { tx in
                    try tx.run(
                        """
                        UPDATE certificates SET state = 'revoked', revoked_at = 1,
                          revocation_reason = $2 WHERE id = $1
                        """, [.id(pair.certificate), .text(reason)])
                }
            }
            try await store.migrate()
            func unread() async throws -> [ID<Certificate>] {
                try await store.read { tx in
                    try tx.unreadCompromises(after: 0, max: 9).map(\.certificateID)
                }
            }
            let lost = [pairs[0].certificate, pairs[2].certificate]
            #expect(try await unread() == lost)
            try await store.write { try $0.setFingerprint("AB", ofCompromised: lost[0]) }
            #expect(try await unread() == [lost[1]])
            #expect(try await store.read { try $0.isCompromised("AB") })
        }
    }
}
