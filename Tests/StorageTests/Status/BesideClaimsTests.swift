import Foundation
import OrderCore
import Storage
import Synchronization
import TestKit
import Testing

/// Revocations that are not committed yet while the list that is to name them is claimed.
@Suite(.enabled(if: Engine.isPostgresMeant))
struct BesideClaimsTests {
    /// Nothing else asks for the list until long after that.
    private static let nextDay = noon.addingTimeInterval(CRLSchedule.renewalSeconds)

    @Test("a list is not claimed while a revocation that it has to name is under way")
    func claimWaits() async throws {
        try await Engine.postgres.withStore { store in
            let (world, pairs) = try await store.issuedPairs(2)
            // The first one asks for the list; the second finds it asked for.
            try await Self.revoke(pairs[0], world, serial: 1, in: store)
            let gate = Gate()
            async let revoking: Void = Self.revoke(
                pairs[1], world, serial: 2, in: store, until: gate)
            await gate.reached()
            let listed = Mutex<[[UInt8]]?>(nil)
            async let claiming: Void = {
                let serials = try await Self.makeList(of: world.issuerID, in: store)
                listed.withLock { $0 = serials }
            }()
            while try await !Self.isOneWaiting(in: store), listed.withLock({ $0 == nil }) {}
            gate.open()
            try await revoking
            try await claiming
            #expect(listed.withLock { $0?.count } == 2)
        }
    }

    @Test("revocations of one list are under way at the same time")
    func besideEachOther() async throws {
        try await Engine.postgres.withStore { store in
            let (world, pairs) = try await store.issuedPairs(3)
            try await Self.revoke(pairs[0], world, serial: 1, in: store)
            let gate = Gate()
            async let revoking: Void = Self.revoke(
                pairs[1], world, serial: 2, in: store, until: gate)
            await gate.reached()
            // It would wait for ever if the other one had to end first.
            try await Self.revoke(pairs[2], world, serial: 3, in: store)
            gate.open()
            try await revoking
        }
    }

    /// Holds a body until it is opened.
    private final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)
        private let (arrivals, arrival) = AsyncStream<Void>.makeStream()

        /// Until somebody waits at it.
        func reached() async { for await _ in arrivals { return } }

        func wait() {
            arrival.yield()
            semaphore.wait()
        }

        func open() { semaphore.signal() }
    }

    private static func revoke(
        _ pair: Pair, _ world: World, serial: UInt8, in store: any Database,
        until gate: Gate? = nil
    ) async throws {
        try await store.writeGuarded { tx in
            try tx.revoke(
                pair.certificate, world.issuance(serial),
                Revocation(reason: .superseded, date: noon), key: "")
            // With the answer to a question, all before it has been done.
            _ = try tx.certificate(pair.certificate)
            gate?.wait()
        }
    }

    /// As whoever makes lists does: claims, reads, lets go.
    private static func makeList(
        of issuer: ID<CACertificate>, in store: any Database
    ) async throws -> [[UInt8]] {
        let now = noon.addingTimeInterval(CRLSchedule.gatheringSeconds)
        let claims = try await store.write { try $0.claimCRLs(at: now) }
        let claim = try #require(claims.first { $0.partition.issuerID == issuer })
        let listed = try await store.read { tx in
            var serials: [[UInt8]] = []
            try tx.eachRevocation(in: claim.partition.id, endingFrom: .distantPast) {
                serial, _, _ in
                serials.append(serial)
            }
            return serials
        }
        try await store.write { try $0.release(claim, due: nextDay) }
        return listed
    }

    /// Whether somebody waits for the lock that claims and revocations have.
    private static func isOneWaiting(in store: any Database) async throws -> Bool {
        try await store.read { tx in
            try tx.rows(
                """
                SELECT count(*) FROM pg_locks l WHERE NOT l.granted AND l.locktype = 'advisory'
                  AND l.classid = 732
                """, []
            ) { $0.int() }[0] > 0
        }
    }
}
