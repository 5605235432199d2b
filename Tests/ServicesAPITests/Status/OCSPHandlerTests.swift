import Foundation
import HTTPTypes
import Server
import Storage
import Synchronization
import Testing

/// Questions that are answered right behind the parser: octets in, octets out.
@Suite struct OCSPHandlerTests {
    private static let malformed: [UInt8] = [0x30, 3, 0x0A, 1, 1]

    /// Runs `body` with a running API, a question in DER about a certificate of its, and a
    /// connection to it.
    static func run(
        _ body:
            @escaping @Sendable (AskedStatus, [UInt8], ParsedConnection, HeldDatabase)
            async throws -> Void
    ) async throws {
        let held = Mutex<HeldDatabase?>(nil)
        let wrap: @Sendable (any Database) -> any Database = { inner in
            let database = HeldDatabase(inner)
            held.withLock { $0 = database }
            return database
        }
        try await RunningAPI.run(wrap: wrap) { api in
            let asked = try await AskedStatus(api)
            try await api.publish()
            let connection = try await ParsedConnection(try #require(api.exchange))
            let kept = held.withLock { $0 }
            let database = try #require(kept)
            try await body(asked, try asked.question(), connection, database)
        }
    }

    static func get(_ question: [UInt8], _ fields: String = "") -> String {
        let text = Data(question).base64EncodedString().replacing("/", with: "%2F")
        return "GET /ocsp/\(text) HTTP/1.1\r\nhost: a\r\n\(fields)\r\n"
    }

    static func post(_ question: [UInt8], _ fields: String = "") -> [UInt8] {
        let head =
            "POST /ocsp HTTP/1.1\r\nhost: a\r\ncontent-length: \(question.count)\r\n\(fields)\r\n"
        return Array(head.utf8) + question
    }

    @Test("by GET and by POST, the answer is the one that the framework gives")
    func same() async throws {
        try await Self.run { asked, question, connection, _ in
            let expected = try await asked.post(question)
            for request in [Array(Self.get(question).utf8), Self.post(question)] {
                try await connection.send(request)
                let answer = try await connection.answer()
                #expect(answer.status == 200)
                #expect(answer.body == expected.body)
                for field in expected.headers where field.name.canonicalName != "x-request-id" {
                    #expect(answer.fields[field.name.canonicalName] == field.value)
                }
                #expect(answer.fields["x-request-id"]?.isEmpty == false)
                #expect(answer.fields["date"] == "Mon, 05 Jan 2026 12:00:00 GMT")
            }
            #expect(try await connection.handedOn() == [])
            let tag = try #require(expected.headers[.eTag])
            try await connection.send(Self.get(question, "if-none-match: \(tag)\r\n"))
            let unchanged = try await connection.answer()
            #expect(unchanged.status == 304)
            #expect(unchanged.body == [])
            #expect(unchanged.fields["content-length"] == nil)
            try await connection.send(Self.post(question, "if-none-match: \(tag)\r\n"))
            #expect(try await connection.answer().status == 200)
            #expect(try await connection.isOpen)
        }
    }

    @Test("requests are answered in the order in which they came")
    func order() async throws {
        try await Self.run { _, question, connection, database in
            database.hold()
            let other = "GET /ca/1.pem HTTP/1.1\r\nhost: a\r\n\r\n"
            try await connection.send(
                Self.post(question) + Array((other + Self.get(question) + other).utf8))
            #expect(try await connection.sent() == [])
            #expect(try await connection.handedOn() == [])
            #expect(database.waitingCount == 1)
            database.letGo()
            #expect(try await connection.answer().status == 200)
            // The second question comes behind a request of the framework's, and is left to it.
            let heads = try await connection.handedOn()
            #expect(heads.count == 3)
            #expect(heads.first == "GET /ca/1.pem" && heads.last == heads.first)
            for text in ["one", "two", "three"] { try await connection.reply(text) }
            #expect(String(decoding: try await connection.sent(), as: UTF8.self).hasSuffix("three"))
            try await connection.send(Self.post(question))
            #expect(try await connection.answer().status == 200)
            #expect(try await connection.handedOn() == [])
        }
    }

    @Test("a flood of questions in one piece behind one that takes its time is answered whole")
    func flood() async throws {
        try await Self.run { _, question, connection, database in
            database.hold()
            let count = 5000
            let nonsense = String(
                repeating: "GET /ocsp/ HTTP/1.1\r\nhost: a\r\n\r\n", count: count)
            try await connection.send(Self.post(question) + Array(nonsense.utf8))
            database.letGo()
            var sent = try await connection.answer().body
            sent += try await connection.sent()
            let answers =
                String(decoding: sent, as: UTF8.self)
                .components(separatedBy: "HTTP/1.1 200 OK").count - 1
            #expect(answers == count)
        }
    }

    @Test("what is too long is refused, and read to its end")
    func long() async throws {
        try await Self.run { _, question, connection, _ in
            try await connection.send(Self.post(Array(repeating: 0x30, count: 20_000)))
            let refused = try await connection.answer()
            #expect(refused.status == 413)
            #expect(refused.body == Self.malformed)
            #expect(refused.fields["cache-control"] == "no-store")
            try await connection.send(Self.post(question))
            #expect(try await connection.answer().status == 200)
        }
    }

    @Test("a connection that is to end does so with its answer")
    func end() async throws {
        try await Self.run { _, question, connection, _ in
            try await connection.send(
                Self.post(question, "connection: close\r\n") + Self.post(question))
            let answer = try await connection.answer()
            #expect(answer.status == 200)
            #expect(answer.fields["connection"] == "close")
            #expect(try await connection.sent() == [])
            #expect(try await !connection.isOpen)
        }
    }

    @Test(
        "what is no plain question is left to the framework",
        arguments: [
            "HEAD /ocsp/MA== HTTP/1.1", "GET /ocsp/MA==?a=b HTTP/1.1", "GET /ocsp HTTP/1.1",
            "PUT /ocsp HTTP/1.1", "GET http://a/ocsp/MA== HTTP/1.1", "POST /ocsp/ HTTP/1.1",
        ])
    func others(line: String) async throws {
        try await Self.run { _, _, connection, _ in
            try await connection.send(line + "\r\nhost: a\r\n\r\n")
            #expect(try await connection.handedOn().count == 1)
            #expect(try await connection.sent() == [])
        }
    }
}
