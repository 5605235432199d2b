import Foundation
import HTTPTypes
import Issuance
import Registration
import Testing
import TestKit

@Suite("Questions about certificates, over HTTP")
struct OCSPExchangeTests {
    @Test("a revocation shows at once, on every node, whatever answers they had kept")
    func revocation() async throws {
        try await RunningAPI.run { api in
            let asked = try await AskedStatus(api)
            try await api.publish()
            let question = try asked.question()
            let node = api.installation.registry.served(by: api.installation.registry.database)
            try await node.renewResponders()
            try await RunningAPI.serve(node, api.installation) { other in
                for each in [api, other] {
                    let verdict = try asked.verdict(try await asked.post(question, to: each))
                    #expect(verdict.contains("Response verify OK"), "\(verdict)")
                    #expect(verdict.contains("leaf.pem: good"), "\(verdict)")
                }
                try await asked.revoke()
                for each in [api, other] {
                    let verdict = try asked.verdict(try await asked.post(question, to: each))
                    #expect(verdict.contains("Response verify OK"), "\(verdict)")
                    #expect(verdict.contains("leaf.pem: revoked"), "\(verdict)")
                    #expect(verdict.contains("Reason: superseded"), "\(verdict)")
                }
            }
        }
    }

    @Test("authorities, the house's own certificates and strangers are told of")
    func others() async throws {
        try await RunningAPI.run { api in
            let asked = try await AskedStatus(api)
            try await api.publish()
            let authority = try asked.verdict(
                try await asked.post(
                    asked.question(cert: "issuing.pem", issuer: "root.pem")),
                cert: "issuing.pem", issuer: "root.pem")
            #expect(authority.contains("Response verify OK"), "\(authority)")
            #expect(authority.contains("issuing.pem: good"), "\(authority)")
            let own = try await api.installation.registry.ownServerCertificate(
                for: [.dns(try HostName("a.example"))])
            try asked.folder.write("own.pem", own.chainPEM)
            let server = try asked.verdict(
                try await asked.post(asked.question(cert: "own.pem")), cert: "own.pem")
            #expect(server.contains("own.pem: good"), "\(server)")
            // Nobody issued the root but the root itself.
            let stranger = try await asked.post(
                asked.question(cert: "root.pem", issuer: "root.pem"))
            #expect(stranger.headers[.cacheControl] == "no-store")
            #expect(
                try asked.verdict(stranger, cert: "root.pem", issuer: "root.pem").contains(
                    "root.pem: unknown"))
            let foreign = try await asked.post(
                asked.question(cert: "leaf.pem", issuer: "leaf.pem"))
            #expect(foreign.body == [0x30, 3, 0x0A, 1, 6])
        }
    }

    @Test("GET takes base64 as clients write it, and answers so that caches may keep it")
    func get() async throws {
        try await RunningAPI.run { api in
            let asked = try await AskedStatus(api)
            try await api.publish()
            let question = try asked.question()
            let text = Data(question).base64EncodedString()
            let escaped = text.replacing("+", with: "%2B").replacing("/", with: "%2F")
                .replacing("=", with: "%3D")
            let forURLs = text.replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
            let first = try await api.open(.get, "/ocsp/" + escaped)
            #expect(try asked.verdict(first).contains("leaf.pem: good"))
            for path in [text, forURLs, text.replacing("=", with: "")] {
                let again = try await api.open(.get, "/ocsp/" + path)
                #expect(again.body == first.body)
            }
            #expect(try await asked.post(question).body == first.body)
            // A condition is nothing to a question that is posted.
            let posted = try await api.open(
                .post, "/ocsp",
                [.contentType: "application/ocsp-request", .ifNoneMatch: "*"], body: question)
            #expect(posted.body == first.body)
            let fields = first.headers
            #expect(fields[.cacheControl] == "public, max-age=300, no-transform, must-revalidate")
            // Two seconds before it was made: the date of an answer may be that old.
            let modified = "Mon, 05 Jan 2026 11:59:58 GMT"
            #expect(fields[.lastModified] == modified)
            let unmodified = try await api.open(
                .get, "/ocsp/" + escaped, [.ifModifiedSince: modified])
            #expect(unmodified.status == 304)
            #expect(fields[.expires] == "Tue, 06 Jan 2026 12:00:00 GMT")
            let held = try await api.open(
                .get, "/ocsp/" + escaped, [.ifNoneMatch: try #require(fields[.eTag])])
            #expect(held.status == 304)
            #expect(held.body.isEmpty)
        }
    }

    @Test("an answer is kept for half of its time, and then made anew")
    func kept() async throws {
        try await RunningAPI.run(ocsp: OCSPRules(validityHours: 8, repeatsNonces: true)) { api in
            let asked = try await AskedStatus(api)
            try await api.publish()
            let question = try asked.question()
            let first = try await asked.post(question)
            api.installation.clock.advance(seconds: 4 * 3600 - 1)
            #expect(try await asked.post(question).body == first.body)
            api.installation.clock.advance(seconds: 1)
            let second = try await asked.post(question)
            #expect(second.body != first.body)
            #expect(second.headers[.expires] == "Tue, 06 Jan 2026 00:00:00 GMT")
        }
    }

    @Test("an answer that a clock ahead of time signed is not given out before its time")
    func ahead() async throws {
        try await RunningAPI.run { api in
            let asked = try await AskedStatus(api)
            try await api.publish()
            let question = try asked.question()
            let clock = api.installation.clock
            clock.advance(seconds: 60)
            let early = try await asked.post(question)
            clock.advance(seconds: -60)
            let answer = try await asked.post(question)
            #expect(answer.headers[.lastModified] == "Mon, 05 Jan 2026 11:59:58 GMT")
            #expect(answer.headers[.eTag] != early.headers[.eTag])
            let verdict = try asked.verdict(answer)
            #expect(verdict.contains("leaf.pem: good"), "\(verdict)")
            #expect(!verdict.contains("not yet valid"), "\(verdict)")
            #expect(try await asked.post(question).body == answer.body)
        }
    }

    @Test("a nonce is repeated where that is allowed, and such an answer is kept by nobody")
    func nonces() async throws {
        for isAllowed in [true, false] {
            let rules = OCSPRules(validityHours: 24, repeatsNonces: isAllowed)
            try await RunningAPI.run(ocsp: rules) { api in
                let asked = try await AskedStatus(api)
                try await api.publish()
                let answer = try await asked.post(asked.question([]))
                try asked.folder.write("answer.der", answer.body)
                let said = try Command.openssl.run(
                    ["ocsp", "-respin", "answer.der", "-resp_text", "-noverify"],
                    in: asked.folder.url
                ).output
                #expect(said.contains("OCSP Nonce") == isAllowed)
                #expect((answer.headers[.cacheControl] == "no-store") == isAllowed)
            }
        }
    }

    @Test("what is no question is refused")
    func refusals() async throws {
        try await RunningAPI.run { api in
            let asked = try await AskedStatus(api)
            let malformed: [UInt8] = [0x30, 3, 0x0A, 1, 1]
            for body in [[], [0x30, 0], Array("hello".utf8)] as [[UInt8]] {
                #expect(try await asked.post(body).body == malformed)
            }
            for path in ["/ocsp/", "/ocsp/!", "/ocsp/%zz", "/ocsp/MA", "/ocsp/MAA%3"] {
                let answer = try await api.open(.get, path)
                #expect(answer.body == malformed || answer.status == 404, "\(path)")
            }
            let long = try await asked.post(Array(repeating: 0x30, count: 20_000))
            #expect(long.status == 413)
            #expect(long.body == malformed)
            // Before the worker has made a responder, there is none to sign.
            #expect(try await asked.post(asked.question()).body == [0x30, 3, 0x0A, 1, 3])
        }
    }
}
