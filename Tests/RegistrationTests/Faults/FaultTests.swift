import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// The store fails at statement 1, 2, 3 …; after each the world is as before or as after.
@Suite struct FaultTests {
    typealias Step = @Sendable () async throws -> Void

    struct Deed: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let prepare: @Sendable (House) async throws -> Step
    }

    static let deeds = [
        Deed(testDescription: "place") { house in { _ = try await house.place() } },
        Deed(testDescription: "place what has to wait") { house in
            { _ = try await house.place(House.unproved) }
        },
        Deed(testDescription: "approve") { house in
            let request = try await house.place(approval: .ask).request.id
            return { try await house.decide(request, .approved) }
        },
        Deed(testDescription: "reject") { house in
            let request = try await house.place(approval: .ask).request.id
            return { try await house.decide(request, .rejected) }
        },
        Deed(testDescription: "cancel") { house in
            let order = try await house.place(House.unproved).order.id
            return { try await house.cancel(order) }
        },
        Deed(testDescription: "reissue") { house in
            let order = try await house.place().order.id
            return { _ = try await house.reissue(order, ["www.example.com", "a.example.com"]) }
        },
        Deed(testDescription: "duplicate") { house in
            let order = try await house.place().order.id
            return { _ = try await house.duplicate(order) }
        },
        Deed(testDescription: "revoke") { house in
            let order = try await house.place().order.id
            let wish = RevocationWish(reason: .superseded, comments: nil, approval: .skip)
            return {
                _ = try await house.revocations.revokeOrder(order, wish, for: house.administrator)
            }
        },
    ]

    @Test("after a failure, all is as before or as after, and trying again helps", arguments: deeds)
    func failures(deed: Deed) async throws {
        let twin = try await House()
        let step = try await deed.prepare(twin)
        let before = try await twin.store.dump()
        try await step()
        let after = try await twin.store.dump()
        #expect(before != after)
        var statement = 1
        while try await failsOnce(deed, at: statement, before, after) { statement += 1 }
        #expect(statement > 5)
    }

    /// Returns whether there was a statement with this number to fail at.
    private func failsOnce(
        _ deed: Deed, at statement: Int, _ before: [String], _ after: [String]
    ) async throws -> Bool {
        let house = try await House { FailingDatabase($0) }
        let store = try #require(house.store as? FailingDatabase)
        let step = try await deed.prepare(house)
        store.arm(at: statement)
        do {
            try await step()
        } catch is FailingDatabase.Failure {
            #expect(try await store.dump() == before, "failed at statement \(statement)")
            // What was given out and taken back leaves gaps on PostgreSQL; here they would differ.
            try await store.write { [dialect = store.dialect] in try $0.resetIdentities(dialect) }
            try await step()
        }
        let hasFailed = store.disarm()
        #expect(try await store.dump() == after, "failed at statement \(statement)")
        return hasFailed
    }
}
