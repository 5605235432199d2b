import Foundation
import HTTPTypes
import Storage
import Testing
import TestKit

@Suite("Certificates over HTTP")
struct CertificateTranscripts {
    static let formats = [
        "default", "apache", "default_cer", "default_pem", "cer", "p7b", "pem_all",
        "pem_nointermediate", "pem_noroot", "pem", "crt",
    ]

    @Test("a certificate is downloaded in every form")
    func downloads() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("downloads")
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            _ = try await api.send(
                .post, "/order/certificate/1/duplicate", SampleBody.certificate())
            for format in Self.formats {
                let byID = try await api.send(.get, "/certificate/1/download/format/\(format)")
                transcript.note(byID, format)
                let byOrder = try await api.send(
                    .get, "/certificate/download/order/1/format/\(format)")
                #expect(byOrder.body == byID.body)
                let chosen = try await api.send(
                    .get, "/certificate/download/order/1?format_type=\(format)")
                #expect(chosen.body == byID.body)
            }
            let paths = [
                "/certificate/download/order/1/format/pem_all", "/certificate/download/order/1",
                "/certificate/download/order/1?formatType=pem_all&subId=001",
                "/certificate/1/download/platform", "/certificate/1/download/platform/29",
                "/certificate/1/download/platform/40", "/certificate/1/download/platform/45",
                "/certificate/1/chain", "/certificate/intermediates",
                "/certificate/1/download/format/jpeg", "/certificate/99/download/format/pem_all",
                "/certificate/99/chain", "/certificate/download/order/99",
                "/certificate/download/order/1?format=pem", "/order/certificate/1?format=pem",
                "/order/certificate/1?format=crt&sub_id=1",
                "/certificate/1/download/platform?format=pem_noroot",
                "/certificate/1/download/platform/45?format_type=crt",
                "/order/certificate/1?format=jpeg", "/certificate/1/download/platform/abc",
            ]
            for path in paths { transcript.note(try await api.send(.get, path), path) }
            try transcript.check()
        }
    }

    @Test("a certificate is mailed to whoever is named")
    func mailed() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("certificate-mailed")
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["skip_approval": false]))
            let to = #""emails":["ops@example.com","web@example.com"]"#
            for (id, body) in [
                (1, #"{\#(to),"certificate_collect_format":"attachment"}"#),
                (1, #"{\#(to),"certificate_collect_format":"plaintext","custom_message":"Here."}"#),
                (1, #"{\#(to),"certificate_collect_format":"downloadlink"}"#),
                (1, #"{\#(to),"certificate_collect_format":"pigeon"}"#), (1, "{\(to)}"),
                (1, #"{"certificate_collect_format":"plaintext"}"#),
                (1, #"{"emails":["nobody"],"certificate_collect_format":"plaintext"}"#),
                (2, #"{\#(to),"certificate_collect_format":"plaintext"}"#),
                (99, #"{\#(to),"certificate_collect_format":"plaintext"}"#),
            ] {
                let path = "/certificate/\(id)/sendemail"
                transcript.note(try await api.send(.put, path, body), path)
            }
            try transcript.check()
            let readers = try await api.messages().map(\.recipient)
            #expect(readers.count { $0 == "ops@example.com" } == 3)
            #expect(readers.count { $0 == "web@example.com" } == 3)
        }
    }

    @Test("what is not issued cannot be downloaded")
    func notIssued() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["skip_approval": false]))
            for path in [
                "/certificate/1/download/format/pem_all", "/certificate/download/order/1",
                "/certificate/1/chain",
            ] {
                #expect(try await api.send(.get, path).errorCode == "not_found|certificate")
            }
        }
    }

    @Test("certificates and orders are revoked, at once or after approval")
    func revocation() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("revocation")
            for _ in 1...2 {
                _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            }
            _ = try await api.send(
                .post, "/order/certificate/1/duplicate", SampleBody.certificate())
            let ask = #"{"revocation_reason":"keyCompromise","comments":"Lost"}"#
            transcript.note(try await api.send(.put, "/certificate/3/revoke", ask), "asked for")
            transcript.note(
                try await api.send(.put, "/certificate/3/revoke", ask), "the request that waits")
            transcript.note(
                try await api.send(.put, "/request/4/status", #"{"status":"approved"}"#), "approved"
            )
            transcript.note(
                try await api.send(.get, "/order/certificate/1/duplicate"), "the duplicate")
            #expect(
                try await api.send(.get, "/order/certificate/1").json["status"] as? String
                    == "issued")
            transcript.note(
                try await api.send(
                    .put, "/order/certificate/1/revoke", #"{"comment":"All of it"}"#),
                "the whole order, asked for")
            transcript.note(
                try await api.send(
                    .put, "/order/certificate/1/revoke",
                    #"{"skip_approval":true,"revocation_reason":"superseded"}"#), "at once")
            transcript.note(try await api.send(.get, "/order/certificate/1"), "a revoked order")
            transcript.note(
                try await api.send(.put, "/order/certificate/1/revoke", #"{"skip_approval":true}"#),
                "revoked again")
            let info = try await api.send(.get, "/order/certificate/2").json
            let serial = (info["certificate"] as! [String: Any])["serial_number"] as! String
            transcript.note(
                try await api.send(
                    .put, "/certificate/\(serial)/revoke", #"{"skip_approval":true}"#),
                "a certificate by its serial number")
            transcript.note(
                try await api.send(.get, "/order/certificate/2"), "its order stays issued")
            transcript.note(
                try await api.send(
                    .put, "/certificate/2/revoke", #"{"revocation_reason":"boredom"}"#),
                "a reason that is none")
            try transcript.check()
        }
    }
}
