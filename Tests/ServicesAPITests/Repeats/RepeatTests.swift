import APIModels
import Foundation
import Registration
import Storage
import Synchronization
import TestKit
import Testing

@Suite("Idempotency-Key")
struct RepeatTests {
    @Test("every operation that knows the key has a case here")
    func coverage() {
        let posts = EndpointCatalog.operations.filter(\.takesIdempotencyKey)
            .map(\.signature.path)
        #expect((PostCase.all.map(\.template) + PostCase.asking).sorted() == posts.sorted())
    }

    @Test("the same request gets the same answer, and is carried out once", arguments: PostCase.all)
    func twice(post: PostCase) async throws {
        try await post.run { api in
            let before = try await post.count(api)
            let first = try await post.send(api, as: "once")
            #expect((200..<300).contains(first.status), "\(first.text)")
            let second = try await post.send(api, as: "once")
            #expect(second == first)
            #expect(try await post.count(api) == before + 1)
        }
    }

    @Test("the answer is kept in the transaction that does the work", arguments: PostCase.all)
    func sameTransaction(post: PostCase) async throws {
        let counter = Mutex<CountingDatabase?>(nil)
        try await post.run(wrap: { database in
            let counting = CountingDatabase(database)
            counter.withLock { $0 = counting }
            return counting
        }) { api in
            let counting = try #require(counter.withLock { $0 })
            let before = counting.writes
            _ = try await post.send(api, as: "once")
            #expect(counting.writes == before + 1)
            _ = try await post.send(api, as: "once")
            #expect(counting.writes == before + 1)
        }
    }

    @Test("many at once are carried out once", arguments: PostCase.all)
    func atOnce(post: PostCase) async throws {
        try await post.run { api in
            let before = try await post.count(api)
            let answers = try await withThrowingTaskGroup(of: PostCase.Answer.self) { group in
                for _ in 0..<8 { group.addTask { try await post.send(api, as: "once") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let first = try #require(answers.first)
            #expect(answers == Array(repeating: first, count: 8))
            #expect((200..<300).contains(first.status), "\(first.text)")
            #expect(try await post.count(api) == before + 1)
        }
    }

    @Test(
        "where the store fails, at whatever statement, trying again helps", arguments: PostCase.all)
    func failures(post: PostCase) async throws {
        try await post.run(wrap: { FailingDatabase($0) }) { api in
            let store = try #require(api.installation.registry.database as? FailingDatabase)
            let before = try await post.count(api)
            var statement = 1
            store.arm(at: statement)
            var answer = try await post.send(api, as: "once")
            while store.disarm() {
                #expect(answer.status == 500, "statement \(statement)")
                #expect(try await post.count(api) == before, "statement \(statement)")
                statement += 1
                store.arm(at: statement)
                answer = try await post.send(api, as: "once")
            }
            #expect(statement > 3)
            #expect((200..<300).contains(answer.status), "\(answer.text)")
            #expect(try await post.send(api, as: "once") == answer)
            #expect(try await post.count(api) == before + 1)
        }
    }

    @Test("where the word of the commit is lost, its answer is not", arguments: PostCase.all)
    func lostWord(post: PostCase) async throws {
        try await post.run(wrap: { FailingDatabase($0) }) { api in
            let store = try #require(api.installation.registry.database as? FailingDatabase)
            let before = try await post.count(api)
            store.armAfterCommit()
            let first = try await post.send(api, as: "once")
            #expect((200..<300).contains(first.status), "\(first.text)")
            #expect(try await post.send(api, as: "once") == first)
            #expect(try await post.count(api) == before + 1)
        }
    }
}
