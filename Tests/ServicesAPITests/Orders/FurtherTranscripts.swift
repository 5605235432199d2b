import Foundation
import HTTPTypes
import Testing
import TestKit

@Suite("Reissues and duplicates over HTTP")
struct FurtherTranscripts {
    @Test("a certificate is reissued with other names")
    func reissue() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("reissue")
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            transcript.note(
                try await api.send(.get, "/order/certificate/1/reissue"), "no reissues yet")
            api.installation.clock.advance(days: 10)
            let wish = try SampleBody.certificate([
                "certificate.dns_names": ["shop.example.com"], "comments": "New shop",
            ])
            transcript.note(
                try await api.send(.post, "/order/certificate/1/reissue", wish), "reissued")
            transcript.note(
                try await api.send(.get, "/order/certificate/1"), "the reissue is the primary now")
            let waiting = try SampleBody.certificate(["skip_approval": false], csr: SampleCSR.p256)
            transcript.note(
                try await api.send(.post, "/order/certificate/1/reissue", waiting), "one that waits"
            )
            let request = try await api.send(.get, "/request/3").json
            #expect(request["certificate_id"] as? Int == 3)
            #expect(
                try await api.send(.get, "/order/certificate/1").json["status"] as? String
                    == "reissue_pending")
            transcript.note(
                try await api.send(.post, "/order/certificate/1/reissue", wish), "one too many")
            transcript.note(
                try await api.send(.put, "/order/certificate/1/revoke", "{}"), "no revocation now")
            transcript.note(
                try await api.send(
                    .put, "/order/certificate/1/status",
                    #"{"status":"canceled","note":"Never mind"}"#),
                "taken back")
            transcript.note(try await api.send(.get, "/order/certificate/1/reissue"), "the list")
            #expect(
                try await api.send(.get, "/order/certificate/1").json["status"] as? String
                    == "issued")
            try transcript.check()
        }
    }

    @Test("a duplicate has another key and the same names")
    func duplicate() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("duplicate")
            let names = ["certificate.dns_names": ["shop.example.com"]]
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order(names))
            transcript.note(
                try await api.send(.get, "/order/certificate/1/duplicate"), "no duplicates yet")
            var change: [String: Any] = names
            change["certificate.server_platform"] = 45
            transcript.note(
                try await api.send(
                    .post, "/order/certificate/1/duplicate", SampleBody.certificate(change)),
                "issued at once")
            change["skip_approval"] = false
            transcript.note(
                try await api.send(
                    .post, "/order/certificate/1/duplicate",
                    SampleBody.certificate(change, csr: SampleCSR.p256)), "one that waits")
            let request = try await api.send(.get, "/request/3").json
            #expect(request["certificate_id"] as? Int == 3)
            transcript.note(
                try await api.send(
                    .post, "/order/certificate/1/duplicate",
                    SampleBody.certificate(change, csr: SampleCSR.p256)), "one to be rejected")
            transcript.note(
                try await api.send(.put, "/request/4/status", #"{"status":"rejected"}"#), "rejected"
            )
            change["certificate.dns_names"] = ["other.example.com"]
            transcript.note(
                try await api.send(
                    .post, "/order/certificate/1/duplicate", SampleBody.certificate(change)),
                "a name that is not the order's")
            transcript.note(try await api.send(.get, "/order/certificate/1/duplicate"), "the list")
            transcript.note(
                try await api.send(.get, "/order/certificate/1/duplicate?show_archived=true"),
                "the list with archived ones")
            try transcript.check()
        }
    }

    @Test("an order past its end has none of them")
    func expired() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["order_validity": ["days": 30]]))
            api.installation.clock.advance(days: 40)
            for (path, deed) in [("reissue", "reissued"), ("duplicate", "duplicated")] {
                let refused = try await api.send(
                    .post, "/order/certificate/1/\(path)", SampleBody.certificate())
                #expect(try refused.errorCode == "invalid_order_status")
                #expect(
                    refused.text.contains(
                        "The order cannot be \(deed) while its status is expired."))
            }
        }
    }
}
