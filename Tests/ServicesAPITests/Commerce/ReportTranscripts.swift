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
            ]
            for path in tables { transcript.note(try await api.send(.get, path), path) }
            try transcript.check()
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
