import OrderCore
import Storage
import TestKit
import Testing

@Suite struct RequestRoundTripTests {
    private func withOrder(
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

    @Test("a request is read as it was written, whatever it asks", arguments: Engine.all)
    func subjects(engine: Engine) async throws {
        try await withOrder(engine) { store, world, pair in
            let subjects: [Request.Subject] = [
                .newOrder(pair.certificate), .reissue(pair.certificate),
                .duplicate(pair.certificate), .revokeOrder(.superseded),
                .revokeCertificate(pair.certificate, .keyCompromise),
            ]
            let decision = Request.Decision(by: world.userID, at: noon, comment: "ok")
            let (written, read) = try await store.write { tx in
                let written = try subjects.map { subject in
                    try tx.insert(
                        NewRequest(
                            about: try tx.order(pair.order)!, by: world.otherUserID,
                            subject: subject, state: .approved,
                            decision: decision, comments: "please", createdAt: noon))
                }
                return (written, try tx.requests(of: pair.order))
            }
            #expect(read == written)
            #expect(read.map(\.subject) == subjects)
            #expect(read.map(\.decision) == subjects.map { _ in decision })
        }
    }

    @Test("an open request takes a decision, and takes no other", arguments: Engine.all)
    func decisions(engine: Engine) async throws {
        try await withOrder(engine) { store, world, pair in
            let open = try await store.write {
                try $0.insert(NewRequest.sample(world, pair, in: $0))
            }
            let decision = Request.Decision(by: world.userID, at: noon, comment: nil)
            let approved = try open.decided(.approved, decision)
            let rejected = try open.decided(.rejected, decision)
            try await store.write { try $0.save(approved) }
            await #expect(throws: StorageProblem.changedMeanwhile) {
                try await store.write { try $0.save(rejected) }
            }
            #expect(try await store.read { try $0.request(open.id) } == approved)
        }
    }

    @Test(
        "a list names the people of a request, and nobody before it is decided",
        arguments: Engine.all)
    func entries(engine: Engine) async throws {
        try await withOrder(engine) { store, world, pair in
            let open = try await store.write {
                try $0.insert(NewRequest.sample(world, pair, in: $0))
            }
            let before = try #require(try await store.read { try $0.requestEntry(open.id) })
            let decided = try open.decided(
                .approved, .init(by: world.otherUserID, at: noon, comment: nil))
            try await store.write { try $0.save(decided) }
            let after = try #require(try await store.read { try $0.requestEntry(open.id) })
            #expect([before.request, after.request] == [open, decided])
            #expect([before.processor?.id, after.processor?.id] == [nil, world.otherUserID])
            #expect([before, after].map(\.requester.id) == [world.userID, world.userID])
            #expect(after.commonName == "example.com")
            #expect(after.containerName == "Example")
            #expect(after.organizationName == "Example")
        }
    }
}

extension Request {
    fileprivate func decided(_ target: RequestState, _ decision: Decision) throws -> Request {
        var request = self
        try request.decide(target, decision: decision)
        return request
    }
}
