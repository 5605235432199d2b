import Foundation
import HTTPTypes
import Testing
import TestKit

@Suite("Reports over HTTP")
struct ReportTranscripts {
    @Test("what waits and what ends is counted, and all orders are a table")
    func reports() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("reports")
            let lengths = [5, 40, 75, 90, 200]
            for days in lengths {
                let body = try SampleBody.order(["order_validity": ["days": days]])
                _ = try await api.send(.post, "/order/certificate/ssl_plus", body)
            }
            _ = try await api.send(
                .post, "/order/certificate/1/duplicate", SampleBody.certificate())
            for product in ["ssl_plus", "ssl_securesite"] {
                _ = try await api.send(
                    .post, "/order/certificate/" + product,
                    SampleBody.order(["skip_approval": false]))
            }
            _ = try await api.send(
                .put, "/order/certificate/2/revoke", #"{"comments":"mistake"}"#)
            let paths = [
                "/report/request", "/report/request?container_id=1",
                "/report/request?container_id=77", "/report/order/expiring",
                "/report/order/expiring?include_expiring_certs=true",
                "/report/order/1/expiring", "/report/order/77/expiring",
            ]
            for path in paths { transcript.note(try await api.send(.get, path), path) }
            api.installation.clock.advance(days: 6)
            let later = "/report/order/expiring?include_expiring_certs=1"
            transcript.note(try await api.send(.get, later), "six days later")
            let tables = [
                "/report/order?limit=1", "/report/order?filters[status]=needs_approval&offset=1",
                "/report/order?filters[color]=blue", "/report/order?limit=many",
                "/report/order?sort=-date_created", "/report/order?sort=color",
            ]
            for path in tables { transcript.note(try await api.send(.get, path), path) }
            try transcript.check()
        }
    }

    @Test("the table tells what order info tells, by the client's own name for the order")
    func columns() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order([
                    "skip_approval": false, "alternative_order_id": "PO-7",
                    "dcv_method": "dns-txt-token", "certificate.ca_cert_id": "2",
                ]))
            let order = try await api.send(.get, "/order/certificate/1").json
            let technical = try #require(order["technical_contact"] as? [String: Any])
            let certificate = try #require(order["certificate"] as? [String: Any])
            let issuer = try #require(certificate["ca_cert"] as? [String: Any])
            let lines = try await api.send(.get, "/report/order?sort=id").text
                .split(separator: "\r\n").map { line in
                    line.dropFirst().dropLast().split(
                        separator: #"",""#, omittingEmptySubsequences: false)
                }
            let row = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
            #expect(row["customer_order_id"] == "PO-7")
            #expect(row["dcv_method"] == "dns-txt-token")
            #expect(row["issuing_ca"] == (issuer["name"] as? String).map { $0[...] })
            for (column, member) in [
                ("tech_first_name", "first_name"), ("tech_last_name", "last_name"),
                ("tech_email", "email"), ("tech_telephone", "telephone"),
            ] {
                let shown = try #require(technical[member] as? String)
                // A plus sign is hidden from spreadsheets.
                #expect(row[column[...]]?.trimmingPrefix("'") == shown[...], "\(column)")
            }
        }
    }

    @Test("a report of many batches has each order once")
    func batches() async throws {
        try await RunningAPI.run { api in
            for _ in 0..<3 {
                _ = try await api.send(
                    .post, "/order/certificate/ssl_plus",
                    SampleBody.order(["skip_approval": false]))
            }
            let rows = try await api.send(.get, "/report/order").text
                .split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[0] }
            #expect(rows == ["\"1\"", "\"2\"", "\"3\""])
        }
    }

    @Test("lists are tables for those who want them so")
    func tables() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("tables")
            _ = try await api.send(.post, "/account/metadata", #"{"label":"Invoice"}"#)
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order([
                    "certificate.dns_names": ["a.example.com", "b.example.com"],
                    "custom_fields": [["metadata_id": 1, "value": "7"]],
                ]))
            _ = try await api.send(
                .post, "/order/certificate/1/reissue", SampleBody.certificate())
            for path in ["/order/certificate", "/request", "/order/certificate/1"] {
                transcript.note(try await api.send(.get, path, accept: "text/csv"), path)
            }
            try transcript.check()
        }
    }
}
