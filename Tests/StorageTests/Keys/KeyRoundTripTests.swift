import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@Suite struct KeyRoundTripTests {
    private func withKey(
        _ engine: Engine, _ role: KeyRole = .orders,
        _ body: (any Database, World, ID<APIKey>) async throws -> Void
    ) async throws {
        try await engine.withStore { store in
            let (world, id) = try await store.write { tx in
                let world = try tx.insertWorld()
                let id = try tx.insert(
                    NewAPIKey(
                        accountID: world.accountID, userID: world.otherUserID, name: "A key",
                        hash: [1, 2, 3], role: role, createdAt: noon))
                return (world, id)
            }
            try await body(store, world, id)
        }
    }

    @Test(
        "the caller behind a key comes with user, account and role",
        arguments: KeyRole.allCases, Engine.all)
    func caller(role: KeyRole, engine: Engine) async throws {
        try await withKey(engine, role) { store, world, id in
            let (caller, user, account) = try await store.read { tx in
                (
                    try tx.caller(keyHash: [1, 2, 3]), try tx.user(world.otherUserID),
                    try tx.account(world.accountID)
                )
            }
            let expected = Caller(
                user: try #require(user), account: try #require(account),
                key: .init(id: id, name: "A key", role: role))
            #expect(caller == expected)
            #expect(caller?.user.assignments == [world.divisionID])
        }
    }

    /// Readers remember callers for as long as their snapshot lasts.
    @Test("a key that was just used has no caller once it is revoked", arguments: Engine.all)
    func usedAndRevoked(engine: Engine) async throws {
        try await withKey(engine) { store, world, id in
            for _ in 1...3 {
                let caller = try await store.read { try $0.caller(keyHash: [1, 2, 3]) }
                #expect(caller?.key?.id == id)
            }
            let (before, after) = try await store.write { tx in
                let before = try tx.caller(keyHash: [1, 2, 3])
                _ = try tx.revokeKey(id, of: world.accountID, at: noon)
                return (before, try tx.caller(keyHash: [1, 2, 3]))
            }
            #expect(before?.key?.id == id)
            #expect(after == nil)
            let later = try await store.read { try $0.caller(keyHash: [1, 2, 3]) }
            #expect(later == nil)
        }
    }

    @Test("an unknown key has no caller", arguments: Engine.all)
    func unknown(engine: Engine) async throws {
        try await withKey(engine) { store, _, _ in
            let hashes: [[UInt8]] = [[], [1, 2], [1, 2, 3, 4]]
            let callers = try await store.read { tx in
                try hashes.compactMap { try tx.caller(keyHash: $0) }
            }
            #expect(callers == [])
        }
    }

    @Test("a revoked key has no caller, and is revoked once", arguments: Engine.all)
    func revoked(engine: Engine) async throws {
        try await withKey(engine) { store, world, id in
            let outcomes = try await store.write { tx in
                [
                    try tx.revokeKey(id, of: 4711, at: noon),
                    try tx.revokeKey(id, of: world.accountID, at: noon),
                    try tx.revokeKey(id, of: world.accountID, at: noon),
                ]
            }
            #expect(outcomes == [false, true, false])
            let (caller, keys) = try await store.read { tx in
                (try tx.caller(keyHash: [1, 2, 3]), try tx.apiKeys(of: world.accountID))
            }
            #expect(caller == nil)
            #expect(keys.map(\.revokedAt) == [noon])
            #expect(keys.map(\.name) == ["A key"])
        }
    }

    @Test("the key of a user who was switched off has no caller", arguments: Engine.all)
    func inactive(engine: Engine) async throws {
        try await withKey(engine) { store, world, _ in
            let caller = try await store.write { tx in
                try tx.run("UPDATE users SET is_active = 0 WHERE id = $1", [.id(world.otherUserID)])
                return try tx.caller(keyHash: [1, 2, 3])
            }
            #expect(caller == nil)
        }
    }

    @Test("issuers are read in the order in which they were made", arguments: Engine.all)
    func issuers(engine: Engine) async throws {
        try await engine.withStore { store in
            let (root, issuing, read) = try await store.write { tx in
                let root = try tx.insert(
                    NewIssuer(
                        parentID: nil, name: "Root", keyID: "1", der: [1], createdAt: noon))
                let issuing = try tx.insert(
                    NewIssuer(
                        parentID: root, name: "Issuing", keyID: "2", der: [2], createdAt: noon))
                return (root, issuing, try tx.issuers())
            }
            #expect(read.map(\.id) == [root, issuing])
            #expect(read.map(\.parentID) == [nil, root])
            #expect(read.map(\.name) == ["Root", "Issuing"])
            #expect(read.map(\.keyID) == ["1", "2"])
            #expect(read.map(\.der) == [[1], [2]])
            #expect(read.map(\.createdAt) == [noon, noon])
        }
    }
}
