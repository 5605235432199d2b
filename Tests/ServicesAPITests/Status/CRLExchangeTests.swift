import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import Testing
import TestKit

@Suite("Revocation lists, over HTTP")
struct CRLExchangeTests {
    @Test("a chain is good with the lists that are served, until one names its certificate")
    func chain() async throws {
        try await RunningAPI.run { api in
            let asked = try await AskedStatus(api)
            try await api.publish()
            #expect(try await verdict(asked) == "leaf.pem: OK\n")
            try await asked.revoke()
            api.installation.clock.advance(seconds: CRLSchedule.gatheringSeconds)
            try await api.publish()
            #expect(try await verdict(asked).contains("certificate revoked"))
        }
    }

    private func verdict(_ asked: AskedStatus) async throws -> String {
        let lists = [
            try await asked.api.open(.get, "/crl/1.pem"),
            try await asked.api.open(.get, "/crl/2.pem"),
        ]
        try asked.folder.write(
            "trust.pem", try asked.folder.text("root.pem") + lists.map(\.text).joined())
        let time = Int(asked.api.installation.registry.clock.now.timeIntervalSince1970)
        return try Command.openssl.run(
            [
                "verify", "-x509_strict", "-crl_check_all", "-attime", "\(time)", "-CAfile",
                "trust.pem", "-untrusted", "issuing.pem", "leaf.pem",
            ], in: asked.folder.url
        ).output
    }

    @Test("other methods than those of a path are refused as such, beside the API too")
    func methods() async throws {
        try await RunningAPI.run { api in
            for path in ["/crl/2.crl", "/crl/2/1.crl", "/crl/77.crl", "/ca/1.pem", "/healthz"] {
                for method in [HTTPRequest.Method.post, .put, .delete] {
                    let answer = try await api.open(method, path)
                    #expect(answer.status == 405, "\(method) \(path)")
                    #expect(answer.headers[.allow] == "GET, HEAD")
                }
            }
            for path in ["/crl/77.crl", "/ca/77.pem", "/nothing"] {
                #expect(try await api.open(.get, path).status == 404)
                #expect(try await api.open(.head, path).status == 404)
            }
            #expect(try await api.open(.post, "/nothing").status == 404)
        }
    }

    @Test("a list is not sent to those who have it")
    func conditions() async throws {
        try await RunningAPI.run { api in
            let list = try await api.open(.get, "/crl/2.crl")
            #expect(list.status == 200)
            let fields = list.headers
            #expect(fields[.contentType] == "application/pkix-crl")
            #expect(fields[.cacheControl] == "public, max-age=60, must-revalidate")
            #expect(fields[.lastModified] == "Mon, 05 Jan 2026 11:59:58 GMT")
            let tag = try #require(fields[.eTag])
            let pem = try await api.open(.get, "/crl/2.pem")
            #expect(pem.headers[.eTag] != tag)
            let head = try await api.open(.head, "/crl/2.crl")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            let conditions: [(HTTPFields, Int)] = [
                ([.ifNoneMatch: tag], 304), ([.ifNoneMatch: "W/\(tag)"], 304),
                ([.ifNoneMatch: "\"other\", \(tag)"], 304), ([.ifNoneMatch: "*"], 304),
                ([.ifNoneMatch: "\"other\""], 200),
                ([.ifModifiedSince: "Mon, 05 Jan 2026 11:59:58 GMT"], 304),
                ([.ifModifiedSince: "Mon, 05 Jan 2026 11:59:57 GMT"], 200),
                ([.ifModifiedSince: "yesterday"], 200),
                // A tag says more than a time (RFC 9110 section 13.1.3).
                (
                    [
                        .ifNoneMatch: "\"other\"",
                        .ifModifiedSince: "Mon, 05 Jan 2026 12:00:00 GMT",
                    ], 200
                ),
            ]
            for (headers, status) in conditions {
                let answer = try await api.open(.get, "/crl/2.crl", headers)
                #expect(answer.status == status, "\(headers)")
                #expect(answer.body.isEmpty == (status == 304))
            }
        }
    }

    @Test(
        "after a restore no list has a tag that another had before it, nor a number a second later",
        arguments: [0, 1])
    func restored(seconds: Int) async throws {
        try await RunningAPI.run { api in
            let asked = try await AskedStatus(api)
            let (registry, clock) = (api.installation.registry, api.installation.clock)
            try await api.publish()
            clock.advance(seconds: 10)
            try await Engine.memory.withEmptyStore { backup in
                _ = try await Copying(from: registry.database, to: backup).run { _ in }
                try await asked.revoke()
                clock.advance(seconds: CRLSchedule.gatheringSeconds)
                try await api.publish()
                let tag = try #require(try await api.open(.get, "/crl/2.crl").headers[.eTag])
                let lost = try await number(on: registry)

                let node = registry.served(
                    by: AuditedDatabase(
                        backup, witness: registry.auditKey, standIn: .worker("test")))
                clock.advance(seconds: Double(seconds))
                let now = clock.wall.now
                try await node.database.write { try $0.askForAllCRLs(due: now) }
                try await CRLMaker(registry: node).makeDue()
                try await RunningAPI.serve(node, api.installation) { api in
                    let answer = try await api.open(.get, "/crl/2.crl", [.ifNoneMatch: tag])
                    #expect(answer.status == 200)
                    #expect(answer.headers[.eTag] != tag)
                    #expect(try await number(on: node) == lost + Int64(seconds))
                }
            }
        }
    }

    private func number(on node: Registry) async throws -> Int64 {
        try #require(try await node.database.read { try $0.crlMark(of: 2, number: 0) }).number
    }

    @Test(
        "what is no list is not found",
        arguments: ["9.crl", "2.txt", "2", "2.crl.pem", "x.crl", "-1.crl", "2/1.crl", "2/0.txt"])
    func missing(file: String) async throws {
        try await RunningAPI.run { api in
            let answer = try await api.open(.get, "/crl/\(file)")
            #expect(answer.status == 404)
        }
    }

    @Test("the first part has the address of its own, too")
    func first() async throws {
        try await RunningAPI.run { api in
            let one = try await api.open(.get, "/crl/2.crl")
            let other = try await api.open(.get, "/crl/2/0.crl")
            #expect(one.body == other.body)
            #expect(one.status == 200)
        }
    }
}
