import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@Suite struct KeptAnswerTests {
    private static let day: TimeInterval = 86_400

    private static func answer(_ octet: UInt8) -> KeptAnswer {
        KeptAnswer(fingerprint: [octet], sealed: [octet, octet])
    }

    /// A store with two API keys.
    private func withKeys(
        _ engine: Engine,
        _ body: (any Database, _ one: ID<APIKey>, _ other: ID<APIKey>) async throws -> Void
    ) async throws {
        try await engine.withStore { store in
            let keys = try await store.write { tx in
                let world = try tx.insertWorld()
                return try [1, 2].map { octet in
                    try tx.insert(
                        NewAPIKey(
                            accountID: world.accountID, userID: world.userID, name: "key",
                            hash: [octet], role: .unrestricted, createdAt: noon))
                }
            }
            try await body(store, keys[0], keys[1])
        }
    }

    @Test("a name is taken once by each API key", arguments: Engine.all)
    func names(engine: Engine) async throws {
        try await withKeys(engine) { store, one, other in
            let oldest = noon.addingTimeInterval(-Self.day)
            let names = [one, other, one].map { RepeatName(apiKeyID: $0, text: "once") }
            let taken = try await store.write { tx in
                try zip(names, 1...).map {
                    try tx.keep(Self.answer($1), as: $0, at: noon, since: oldest)
                }
            }
            #expect(taken == [true, true, false])
            let kept = try await store.read { tx in
                try names.map { try tx.keptAnswer(to: $0, since: oldest) }
            }
            #expect(kept == [Self.answer(1), Self.answer(2), Self.answer(1)])
            let unknown = RepeatName(apiKeyID: one, text: "Once")
            #expect(try await store.read { try $0.keptAnswer(to: unknown, since: oldest) } == nil)
        }
    }

    @Test("what is too old is not there, and gives its name away", arguments: Engine.all)
    func age(engine: Engine) async throws {
        try await withKeys(engine) { store, one, _ in
            let name = RepeatName(apiKeyID: one, text: "once")
            let later = noon.addingTimeInterval(1)
            let (kept, isFree, after) = try await store.write { tx in
                _ = try tx.keep(Self.answer(1), as: name, at: noon, since: noon)
                return (
                    try [noon, later].map { try tx.keptAnswer(to: name, since: $0) },
                    try tx.keep(Self.answer(2), as: name, at: later, since: later),
                    try tx.keptAnswer(to: name, since: later)
                )
            }
            #expect(kept == [Self.answer(1), nil])
            #expect(isFree)
            #expect(after == Self.answer(2))
        }
    }

    @Test("the oldest are removed first, some at a time", arguments: Engine.all)
    func removal(engine: Engine) async throws {
        try await withKeys(engine) { store, one, _ in
            try await store.write { tx in
                for second in 0..<5 {
                    _ = try tx.keep(
                        Self.answer(1), as: RepeatName(apiKeyID: one, text: "\(second)"),
                        at: noon.addingTimeInterval(Double(second)), since: noon)
                }
            }
            let end = noon.addingTimeInterval(4)
            let removed = try await store.write { tx in
                try (0..<3).map { _ in try tx.removeKeptAnswers(before: end, countMax: 3) }
            }
            #expect(removed == [3, 1, 0])
            let left = try await store.read { tx in
                (
                    try tx.hasKeptAnswers(before: end),
                    try tx.hasKeptAnswers(before: end.addingTimeInterval(0.001))
                )
            }
            #expect(left == (false, true))
        }
    }
}
