import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@Suite struct EffectTests {
    /// A store with a certificate that waits, and its world.
    private func withWork(
        _ engine: Engine, _ body: (any Database, World, Pair) async throws -> Void
    ) async throws {
        try await engine.withStore { store in
            let (world, pair) = try await store.write { tx in
                let world = try tx.insertWorld()
                return (world, try tx.place(world))
            }
            try await body(store, world, pair)
        }
    }

    private static let leaseEnd = noon.addingTimeInterval(Effect.leaseSeconds)

    @Test("claimed work is nobody else's until the lease ends", arguments: Engine.all)
    func lease(engine: Engine) async throws {
        try await withWork(engine) { store, _, pair in
            let claims = try await store.write { tx in
                try tx.enqueueIssuance(of: pair.certificate, due: noon)
                return [
                    try tx.claimEffects(at: noon),
                    try tx.claimEffects(at: Self.leaseEnd.addingTimeInterval(-0.001)),
                    try tx.claimEffects(at: Self.leaseEnd),
                ]
            }
            let first = try #require(claims[0].first)
            let certificates = claims.map { $0.map(\.certificateID) }
            #expect(certificates == [[pair.certificate], [], [pair.certificate]])
            #expect(claims.map { $0.map(\.attempts) } == [[1], [], [2]])
            #expect(claims[2].map(\.id) == [first.id])
        }
    }

    @Test("work is due at its time and not before", arguments: Engine.all)
    func due(engine: Engine) async throws {
        try await withWork(engine) { store, _, pair in
            let before = noon.addingTimeInterval(-0.001)
            let isDue = try await store.write { tx in
                try tx.enqueueIssuance(of: pair.certificate, due: noon)
                return [try tx.hasDueEffects(at: before), try tx.hasDueEffects(at: noon)]
            }
            #expect(isDue == [false, true])
            #expect(try await store.write { try $0.claimEffects(at: before) } == [])
        }
    }

    @Test("work without a time waits until its account is woken", arguments: Engine.all)
    func waking(engine: Engine) async throws {
        try await withWork(engine) { store, world, pair in
            let claims = try await store.write { tx in
                let other = try tx.insertWorld("Other")
                try tx.enqueueIssuance(of: pair.certificate, due: noon)
                try tx.release(try tx.claimEffects(at: noon)[0], due: nil, failure: nil)
                let asleep = try tx.claimEffects(at: .distantFuture)
                try tx.wakeEffects(of: other.accountID, at: noon)
                let stillAsleep = try tx.claimEffects(at: .distantFuture)
                try tx.wakeEffects(of: world.accountID, at: noon)
                return [asleep, stillAsleep, try tx.claimEffects(at: noon)]
            }
            #expect(claims.map { $0.map(\.certificateID) } == [[], [], [pair.certificate]])
        }
    }

    @Test("work for a certificate that no longer waits is not woken", arguments: Engine.all)
    func ended(engine: Engine) async throws {
        try await withWork(engine) { store, world, pair in
            let isDue = try await store.write { tx in
                try tx.enqueueIssuance(of: pair.certificate, due: noon)
                try tx.release(try tx.claimEffects(at: noon)[0], due: nil, failure: nil)
                try tx.save(.rejected, of: pair.certificate)
                try tx.wakeEffects(of: world.accountID, at: noon)
                return try tx.hasDueEffects(at: .distantFuture)
            }
            #expect(!isDue)
        }
    }

    @Test(
        "released work is due when it was said to be, and its failure is kept",
        arguments: Engine.all)
    func release(engine: Engine) async throws {
        try await withWork(engine) { store, _, pair in
            let later = noon.addingTimeInterval(4000)
            let (claims, failures) = try await store.write { tx in
                try tx.enqueueIssuance(of: pair.certificate, due: noon)
                let effect = try tx.claimEffects(at: noon)[0]
                try tx.release(effect, due: later, failure: "no")
                let claims = [
                    try tx.claimEffects(at: later.addingTimeInterval(-1)),
                    try tx.claimEffects(at: later),
                ]
                return (claims, try tx.rows("SELECT failure FROM effects", []) { $0.text() })
            }
            #expect(claims.map { $0.map(\.attempts) } == [[], [2]])
            #expect(failures == ["no"])
        }
    }

    @Test("released without a time, work starts afresh when it is woken", arguments: Engine.all)
    func patience(engine: Engine) async throws {
        try await withWork(engine) { store, world, pair in
            let attempts = try await store.write { tx in
                try tx.enqueueIssuance(of: pair.certificate, due: noon)
                try tx.release(try tx.claimEffects(at: noon)[0], due: nil, failure: nil)
                let asleep = try tx.claimEffects(at: .distantFuture)
                try tx.wakeEffects(of: world.accountID, at: noon)
                return (asleep + (try tx.claimEffects(at: noon))).map(\.attempts)
            }
            #expect(attempts == [1])
        }
    }

    @Test("work that is woken while it is claimed is due again", arguments: Engine.all)
    func wokenMeanwhile(engine: Engine) async throws {
        try await withWork(engine) { store, world, pair in
            let claims = try await store.write { tx in
                try tx.enqueueIssuance(of: pair.certificate, due: noon)
                let effect = try tx.claimEffects(at: noon)[0]
                try tx.wakeEffects(of: world.accountID, at: noon)
                try tx.release(effect, due: nil, failure: nil)
                return try tx.claimEffects(at: noon)
            }
            #expect(claims.map(\.certificateID) == [pair.certificate])
        }
    }

    @Test("asked for twice, work is done once; finished, it is gone", arguments: Engine.all)
    func once(engine: Engine) async throws {
        try await withWork(engine) { store, _, pair in
            let claims = try await store.write { tx in
                try tx.enqueueIssuance(of: pair.certificate, due: noon)
                try tx.enqueueIssuance(of: pair.certificate, due: noon)
                let claims = try tx.claimEffects(at: noon)
                try tx.finishIssuance(of: pair.certificate)
                return [claims, try tx.claimEffects(at: .distantFuture)]
            }
            #expect(claims.map(\.count) == [1, 0])
        }
    }

    @Test("a claim takes so much and no more, the oldest first", arguments: Engine.all)
    func batch(engine: Engine) async throws {
        try await withWork(engine) { store, world, _ in
            let (enqueued, claimed) = try await store.write { tx in
                let certificates = try (0..<(Effect.claimedMax + 1)).map { number in
                    let pair = try tx.place(world)
                    let due = noon.addingTimeInterval(Double(-number))
                    try tx.enqueueIssuance(of: pair.certificate, due: due)
                    return pair.certificate
                }
                return (certificates, try tx.claimEffects(at: noon).map(\.certificateID))
            }
            #expect(claimed.sorted() == Array(enqueued.dropFirst()))
        }
    }

    @Test("of many workers, one gets the work", arguments: Engine.all)
    func workers(engine: Engine) async throws {
        try await withWork(engine) { store, _, pair in
            try await store.write { try $0.enqueueIssuance(of: pair.certificate, due: noon) }
            let claimed = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await store.write { try $0.claimEffects(at: noon).count } }
                }
                return try await group.reduce(0, +)
            }
            #expect(claimed == 1)
        }
    }

    @Test("the delay doubles with each attempt up to an hour")
    func backoff() {
        #expect(
            (1...12).map(Effect.retryDelaySeconds(after:))
                == [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600])
    }
}
