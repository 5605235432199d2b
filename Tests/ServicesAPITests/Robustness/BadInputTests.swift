import Foundation
import HTTPTypes
import Registration
import Storage
import Testing
import TestKit

@Suite("Bad input over HTTP")
struct BadInputTests {
    private static let orderPath = "/order/certificate/ssl_plus"

    /// Members to set to something wrong; `NSNull` takes them away.
    private static var wrongMembers: [(String, [String: Any])] {
        [
            ("no certificate", ["certificate": NSNull()]),
            ("no common name", ["certificate.common_name": NSNull()]),
            ("no CSR", ["certificate.csr": NSNull()]),
            ("an empty CSR", ["certificate.csr": ""]),
            ("no signature hash", ["certificate.signature_hash": NSNull()]),
            ("an unknown hash", ["certificate.signature_hash": "md5"]),
            ("garbage for a CSR", ["certificate.csr": "garbage"]),
            ("a CSR of the wrong type", ["certificate.csr": ["a": 1]]),
            ("a huge CSR", ["certificate.csr": String(repeating: "A", count: 70_000)]),
            ("half a CSR", ["certificate.csr": String(SampleCSR.rsa.prefix(500))]),
            ("names that are no list", ["certificate.dns_names": 5]),
            ("a name that is none", ["certificate.dns_names": ["exa mple.com"]]),
            ("an empty label", ["certificate.common_name": "www..example.com"]),
            ("a wildcard in the middle", ["certificate.dns_names": ["a.*.example.com"]]),
            ("a wildcard on a plain product", ["certificate.dns_names": ["*.example.com"]]),
            ("a wildcard as common name of one", ["certificate.common_name": "*.example.com"]),
            ("an address on a public product", ["certificate.common_name": "192.0.2.1"]),
            ("an internal name on a public product", ["certificate.common_name": "intranet"]),
            (
                "a common name of 70 characters",
                ["certificate.common_name": String(repeating: "a", count: 58) + ".example.com"]
            ),
            ("10,000 names", ["certificate.dns_names": (1...10_000).map { "h\($0).example.com" }]),
            ("251 names", ["certificate.dns_names": (1...250).map { "h\($0).example.com" }]),
            ("no length", ["order_validity": NSNull()]),
            ("four years", ["order_validity.years": 4]),
            ("no years", ["order_validity.years": 0]),
            ("no days", ["order_validity": NSNull(), "validity_days": 0]),
            ("years in words", ["order_validity.years": "three"]),
            ("a date in the past", ["order_validity": ["custom_expiration_date": "2020-01-01"]]),
            ("a date that is none", ["order_validity": ["custom_expiration_date": "31 FEB 2026"]]),
            (
                "a certificate longer than its order",
                ["order_validity": ["days": 30], "certificate.cert_validity": ["days": 60]]
            ),
            (
                "a certificate longer than the cap",
                ["certificate.cert_validity": ["days": 398], "order_validity.years": 2]
            ),
            ("no organization", ["organization": NSNull()]),
            ("nobody's organization", ["organization.id": 99]),
            ("nobody's container", ["container": ["id": 99]]),
            ("a renewal of nothing", ["renewal_of_order_id": 99]),
            ("a custom field that is none", ["custom_fields": [["metadata_id": 9, "value": "x"]]]),
            ("an unknown issuer", ["certificate.ca_cert_id": "99"]),
            ("the root as issuer", ["certificate.ca_cert_id": "1"]),
            ("an unknown profile option", ["certificate.profile_option": "all_the_ekus"]),
            ("an unknown way to prove control", ["dcv_method": "carrier-pigeon"]),
            ("an e-mail address that is none", ["additional_emails": ["nobody"]]),
            ("an unknown way to pay", ["payment_method": "barter"]),
            ("a flag that is none", ["skip_approval": "perhaps"]),
            ("an automatic reissue that is no flag", ["auto_reissue": 5]),
            ("an automatic renewal that is no flag", ["auto_renew": 2]),
            ("an unknown scope of proof", ["certificate_dcv_scope": "zone"]),
        ]
    }

    @Test("is refused by a precise error, and nothing is stored")
    func orders() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("bad-orders")
            let before = try await Self.rowCounts(api)
            for (title, change) in Self.wrongMembers {
                let exchange = try await api.send(.post, Self.orderPath, SampleBody.order(change))
                #expect((400..<500).contains(exchange.status), "\(title)")
                transcript.note(exchange.answerOnly, title)
            }
            #expect(try await Self.rowCounts(api) == before)
            try transcript.check()
        }
    }

    @Test("that is not even JSON, or too much of it, is refused")
    func bodies() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("bad-bodies")
            let bodies = [
                ("broken JSON", "{\"certificate\":"), ("an array", "[1]"), ("a number", "7"),
                ("deep nesting", String(repeating: "[", count: 2000)),
                (
                    "a body over the limit",
                    "{\"comments\":\"" + String(repeating: "x", count: 1 << 20) + "\"}"
                ),
            ]
            for (title, body) in bodies {
                transcript.note(try await api.send(.post, Self.orderPath, body).answerOnly, title)
            }
            for (path, type) in [
                (Self.orderPath, "application/xml"),
                (Self.orderPath, "multipart/form-data; boundary=x"),
                ("/order/certificate/1/vmc/logo", "application/json"),
            ] {
                let exchange = try await api.send(.post, path, "{}", contentType: type)
                transcript.note(exchange.answerOnly, type)
            }
            try transcript.check()
            for type in ["", "text/plain", "application/x-www-form-urlencoded", "text/json; x=1"] {
                let exchange = try await api.send(
                    .put, "/order/certificate/1/status", "{}", contentType: type)
                #expect(try exchange.errorCode == "required_param:status")
            }
        }
    }

    @Test("at addresses that are none is told so")
    func routes() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("bad-routes")
            transcript.note(try await api.send(.get, "/nothing/here"), "no such route")
            transcript.note(try await api.send(.put, "/order/certificate"), "another method")
            for path in [
                "/order/certificate/abc", "/order/certificate/99999999999999999999", "/request/0",
                "/order/certificate/-1/reissue",
            ] {
                transcript.note(try await api.send(.get, path), "an id that is none")
            }
            transcript.note(
                try await api.send(.post, "/order/certificate/ssl_gold", SampleBody.order())
                    .answerOnly,
                "an unknown product")
            try transcript.check()
            for path in ["/user/me/", "//user//me", "/user/me?x=1"] {
                #expect(try await api.send(.get, path, "{}").status == 200)
            }
        }
    }

    @Test("in a query is refused by name, and flags are read in every spelling")
    func queries() async throws {
        try await RunningAPI.run { api in
            let list = "/order/certificate"
            for (query, code) in [
                ("filters=1", "filters"), ("filters[]=1", "filters[]"),
                ("filters[x]=1", "filters[x]"),
                ("limit=x", "limit"), ("sort=color", "sort"),
            ] {
                let refused = try await api.send(.get, "\(list)?\(query)")
                #expect(refused.status == 400)
                #expect(try refused.errorCode == "invalid_value:\(code)", "\(query)")
            }
            #expect(try await api.send(.get, "\(list)?filters=&filters[status]=").status == 200)
            let domain = "/domain/1?include_validation="
            let plain = try await api.send(.get, "/domain/1").text
            let full = try await api.send(.get, domain + "true").text
            #expect(full != plain)
            for word in ["1", "True", "on", "YES"] {
                #expect(try await api.send(.get, domain + word).text == full, "\(word)")
            }
            for word in ["0", "False", "off", "no", ""] {
                #expect(try await api.send(.get, domain + word).text == plain, "\(word)")
            }
            let refused = try await api.send(.get, domain + "perhaps")
            #expect(try refused.errorCode == "invalid_value:include_validation")
        }
    }

    private static func rowCounts(_ api: RunningAPI) async throws -> [Int] {
        try await api.installation.registry.database.read { tx in
            try [
                "orders", "certificates", "requests", "domains", "organizations", "effects",
                "receipts",
            ]
            .flatMap { try tx.rows("SELECT count(*) FROM \($0)", []) { $0.int() } }
        }
    }
}

extension Exchange {
    /// The same without the body that was sent.
    fileprivate var answerOnly: Exchange {
        Exchange(
            method: method, path: path, sent: nil, status: status, headers: headers, body: body)
    }
}
