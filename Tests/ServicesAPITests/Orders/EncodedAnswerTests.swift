import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import Testing
import TestKit

/// Answers that are kept, and how clients ask whether they have them already.
@Suite("Encoded answers")
struct EncodedAnswerTests {
    @Test("a client that has the answer is told so, until the order changes")
    func notModified() async throws {
        try await RunningAPI.run { api in
            let path = "/order/certificate/1"
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["skip_approval": false]))
            let first = try await api.send(.get, path)
            let tag = try #require(first.headers[.eTag])
            let again = try await api.send(.get, path, ifNoneMatch: tag)
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            #expect(again.headers[.eTag] == tag)
            let weak = try await api.send(.get, path, ifNoneMatch: "\"other\", W/\(tag)")
            #expect(weak.status == 304)
            _ = try await api.send(.put, "/request/1/status", #"{"status":"approved"}"#)
            let changed = try await api.send(.get, path, ifNoneMatch: tag)
            #expect(changed.status == 200)
            #expect(changed.headers[.eTag] != tag)
        }
    }

    @Test(
        "a certificate is sent once to a client that keeps it",
        arguments: [
            "/certificate/1/download/format/pem_all", "/certificate/1/download/format/default",
            "/certificate/download/order/1/format/p7b", "/certificate/download/order/1",
            "/certificate/1/download/platform", "/certificate/1/download/platform/2",
            "/certificate/1/chain", "/certificate/intermediates",
        ])
    func files(path: String) async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            let first = try await api.send(.get, path)
            #expect(first.status == 200)
            let tag = try #require(first.headers[.eTag])
            let again = try await api.send(.get, path, ifNoneMatch: tag)
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            #expect(again.headers[.contentDisposition] == nil)
            let head = try await api.send(.head, path)
            #expect(head.status == 200)
            #expect(head.headers[.eTag] == tag)
            #expect(head.headers[.contentLength] == "\(first.body.count)")
            #expect(head.body.isEmpty)
        }
    }

    @Test("what hangs on an order or its account makes another edition of it")
    func editions() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            let database = api.installation.registry.database
            let order = ID<Order>(1)
            let before = try #require(try await database.read { try $0.orderMark(order) })
            try await database.write { try $0.revise(order) }
            let touched = try #require(try await database.read { try $0.orderMark(order) })
            #expect(touched.edition != before.edition)
            try await database.write { try $0.revise(before.accountID) }
            let renamed = try #require(try await database.read { try $0.orderMark(order) })
            #expect(renamed.edition != touched.edition)
        }
    }

    @Test("days are counted down though nothing was changed")
    func midnight() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            let path = "/order/certificate/1"
            func daysRemaining() async throws -> Int? {
                let certificate = try await api.send(.get, path).json["certificate"]
                return (certificate as? [String: Any])?["days_remaining"] as? Int
            }
            let today = try #require(try await daysRemaining())
            api.installation.clock.advance(days: 1)
            #expect(try await daysRemaining() == today - 1)
            api.installation.clock.advance(days: 1000)
            #expect(try await api.send(.get, path).json["status"] as? String == "expired")
        }
    }
}
