import Foundation
import HTTPTypes
import Issuance
import Registration
import TestKit
import Testing

/// Orders whose certificates are shown to logs, over HTTP on both sides.
@Suite struct LoggedOrderTests {
    private static let all = ["alpha", "beta", "gamma"]

    @Test("an order is answered with a certificate that logs vouch for, and again so")
    func placed() async throws {
        try await LoggedAPI.run { logged in
            let api = logged.api
            func place() async throws -> Exchange {
                try await api.send(
                    .post, "/order/certificate/ssl_plus", SampleBody.order(),
                    idempotencyKey: "first")
            }
            let placed = try await place()
            #expect(placed.status == 201)
            #expect(try logged.loggers(of: placed.json["certificate_chain"]) == Self.all)
            #expect(try await logged.status(order: 1) == "issued")
            let chain = try await logged.downloaded(order: 1)
            #expect(try logged.loggers(of: chain) == Self.all)
            #expect(logged.logs.map(\.count) == [1, 1, 1])
            // Sent again, it is answered as the first time: with the certificate.
            let again = try await place()
            #expect(again.text == placed.text)
            #expect(logged.logs.map(\.asked) == [1, 1, 1])
        }
    }

    @Test("while a log is dead, an order waits; when it is back, it is issued")
    func dead() async throws {
        try await LoggedAPI.run { logged in
            let api = logged.api
            logged.logs[0].become(.failing(status: 500))
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(), idempotencyKey: "one")
            #expect(placed.status == 201)
            #expect(try placed.json["certificate_id"] as? Int == 1)
            #expect(try placed.json["certificate_chain"] == nil)
            #expect(try await logged.status(order: 1) == "pending")
            let file = try await api.send(
                .get, "/certificate/download/order/1/format/pem_all")
            #expect(file.status == 400 || file.status == 404)
            // Nobody waits for a log that failed a moment ago, and the others are left in peace.
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            #expect(logged.logs.map(\.asked) == [1, 1, 1])
            logged.become(.honest)
            try await logged.workLater()
            for order in [1, 2] {
                #expect(try await logged.status(order: order) == "issued")
                let chain = try await logged.downloaded(order: order)
                #expect(try logged.loggers(of: chain) == Self.all)
            }
            let again = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(), idempotencyKey: "one")
            #expect(again.text == placed.text)
        }
    }

    @Test(
        "a log that lies, or that says nothing, is passed by",
        arguments: [SampleLog.Mood.forging, .strange, .ahead, .babbling, .silent])
    func passedBy(mood: SampleLog.Mood) async throws {
        try await LoggedAPI.run(["alpha", "beta", "gamma", "delta"]) { logged in
            logged.logs[2].become(mood)
            for _ in 0..<4 {
                let placed = try await logged.api.send(
                    .post, "/order/certificate/ssl_plus", SampleBody.order())
                let names = try logged.loggers(of: placed.json["certificate_chain"])
                #expect(names == ["alpha", "beta", "delta"])
            }
            // It was asked, if only for one of them.
            #expect(logged.logs[2].asked > 0)
        }
    }

    @Test("an approval ends with a certificate that logs vouch for")
    func approved() async throws {
        try await LoggedAPI.run { logged in
            _ = try await logged.api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["skip_approval": false]))
            #expect(logged.logs.map(\.asked) == [0, 0, 0])
            let answer = try await logged.api.send(
                .put, "/request/1/status", #"{"status":"approved"}"#)
            #expect(answer.status == 204)
            let chain = try await logged.downloaded(order: 1)
            #expect(try logged.loggers(of: chain) == Self.all)
        }
    }

    @Test("disable_ct holds for the order, and ct-status for what follows")
    func disabled() async throws {
        try await LoggedAPI.run { logged in
            let api = logged.api
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["disable_ct": true]))
            #expect(try logged.loggers(of: placed.json["certificate_chain"]) == [])
            #expect(placed.text.contains("certificate_chain"))
            let info = try await api.send(.get, "/order/certificate/1").json
            #expect(info["disable_ct"] as? Bool == true)
            func reissued() async throws -> [String] {
                let path = "/order/certificate/1/reissue"
                let answer = try await api.send(.post, path, SampleBody.certificate())
                #expect(answer.status == 201, "\(answer.text)")
                return try logged.loggers(of: answer.json["certificate_chain"])
            }
            func duplicated() async throws -> [String] {
                let path = "/order/certificate/1/duplicate"
                let answer = try await api.send(.post, path, SampleBody.certificate())
                #expect(answer.status == 201, "\(answer.text)")
                return try logged.loggers(of: answer.json["certificate_chain"])
            }
            #expect(try await reissued() == [])
            #expect(try await duplicated() == [])
            #expect(logged.logs.map(\.asked) == [0, 0, 0])
            let path = "/order/certificate/1/ct-status"
            #expect(try await api.send(.put, path, #"{"disable_ct":false}"#).status == 204)
            #expect(try await reissued() == Self.all)
            #expect(try await duplicated() == Self.all)
            #expect(try await api.send(.put, path, #"{"disable_ct":true}"#).status == 204)
            #expect(try await reissued() == [])
        }
    }

    @Test("what the account, monitoring and the seal say of logs is so")
    func told() async throws {
        try await LoggedAPI.run { logged in
            let api = logged.api
            #expect(
                try await api.send(.get, "/account").json["cert_transparency"] as? String == "embed"
            )
            _ = try await api.send(
                .post, "/order/certificate/ssl_securesite_pro", SampleBody.order())
            let known = try await api.send(.get, "/ctmonitor/1/details").json
            let certificate = try #require(
                (known["ct_certificates"] as? [[String: Any]])?.first)
            let entries = try #require(certificate["ctlogs"] as? [[String: Any]])
            #expect(entries.compactMap { $0["log_name"] as? String }.sorted() == Self.all)
            for entry in entries {
                let name = try #require(entry["log_name"] as? String)
                #expect(entry["operated_by"] as? String == "Operator of \(name)")
                #expect((entry["log_url"] as? String)?.hasSuffix("/\(name)") == true)
                #expect(entry["logged_on"] as? String == "2026-01-05T12:00:00+00:00")
                #expect(entry["entry_no"] == nil)
            }
        }
        try await RunningAPI.run { api in
            let account = try await api.send(.get, "/account").json
            #expect(account["cert_transparency"] as? String == "off")
        }
    }

    @Test("a renewal is logged, and one that has to wait is renewed all the same")
    func renewal() async throws {
        try await LoggedAPI.run { logged in
            _ = try await logged.api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order())
            logged.become(.failing(status: 500))
            let renewal = try await logged.api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["renewal_of_order_id": 1]))
            #expect(renewal.status == 201)
            let old = try await logged.api.send(.get, "/order/certificate/1").json
            #expect(old["is_renewed"] as? Bool == true)
            logged.become(.honest)
            try await logged.workLater()
            let chain = try await logged.downloaded(order: 2)
            #expect(try logged.loggers(of: chain) == Self.all)
        }
    }
}
