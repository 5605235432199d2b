import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

/// With `approval.own`, what approvers order is approved as it is ordered.
@Suite("Approval of one's own orders")
struct ApprovalTests {
    @Test("is given unless the order asks for it, and to approvers alone")
    func own() async throws {
        try await RunningAPI.run(approvals: .own) { api in
            let (_, standard) = try await api.installation.addUser(.standardUser)
            let cases: [(skips: Any, key: String?, status: String)] = [
                (NSNull(), nil, "approved"), (true, nil, "approved"), (false, nil, "pending"),
                (NSNull(), standard, "pending"),
            ]
            for (skips, key, status) in cases {
                let placed = try await api.send(
                    .post, "/order/certificate/ssl_plus",
                    SampleBody.order(["skip_approval": skips]), key: key)
                let requests = try placed.json["requests"] as? [[String: Any]]
                #expect(requests?.first?["status"] as? String == status)
                #expect((try placed.json["certificate_chain"] != nil) == (status == "approved"))
            }
            let reissue = try await api.send(
                .post, "/order/certificate/1/reissue",
                SampleBody.certificate(["skip_approval": NSNull()]))
            #expect(try reissue.json["certificate_chain"] != nil)
            // Revocations wait for a second word, as everywhere.
            let revocation = try await api.send(.put, "/order/certificate/1/revoke", "{}")
            #expect(revocation.status == 201)
        }
    }

    @Test("is not given where it is not configured")
    func asked() async throws {
        try await RunningAPI.run { api in
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["skip_approval": NSNull()]))
            #expect(try placed.json["certificate_chain"] == nil)
        }
    }

    @Test("by two keeps the first one's name beside the second one's")
    func two() async throws {
        try await RunningAPI.run { api in
            let (first, key) = try await api.installation.addUser(.administrator)
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["skip_approval": false]))
            func decide(_ status: String, _ key: String?) async throws {
                let decided = try await api.send(
                    .put, "/request/1/status",
                    #"{"status":"\#(status)","processor_comment":"\#(status) so"}"#, key: key)
                #expect(decided.status == 204)
            }
            func words() async throws -> [String?] {
                let request = try await api.send(.get, "/request/1").json
                return ["date_processed", "processor_comment"].map { request[$0] as? String }
            }
            func people() async throws -> [Int?] {
                let request = try await api.send(.get, "/request/1").json
                return ["reviewer", "processor"].map {
                    (request[$0] as? [String: Any])?["id"] as? Int
                }
            }
            #expect(try await people() == [nil, nil])
            #expect(try await words() == [nil, nil])
            try await decide("submitted", key)
            #expect(try await people() == [Int(first.rawValue), nil])
            // When it was passed on is told; what was said then is for the second one to hear.
            #expect(try await words() == ["2026-01-05T12:00:00+00:00", nil])
            try await decide("approved", nil)
            #expect(try await people() == [Int(first.rawValue), 1])
            #expect(try await words() == ["2026-01-05T12:00:00+00:00", "approved so"])
        }
    }
}
