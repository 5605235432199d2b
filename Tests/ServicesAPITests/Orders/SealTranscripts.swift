import Foundation
import HTTPTypes
import Registration
import Storage
import Testing
import TestKit

@Suite("Seals over HTTP")
struct SealTranscripts {
    private static let seal = "/order/certificate/1/site-seal"

    @Test("a seal is shown, changed, mailed, and tells when its certificate is not good any more")
    func seal() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("site-seal")
            _ = try await api.send(.post, "/order/certificate/ssl_plus", try SampleBody.order())
            let first = try await api.send(.get, Self.seal)
            transcript.note(first, "as the product begins")
            for body in [
                #"{"seal_size":"l","seal_number":16,"seal_hover":0,"display_ct_log":true}"#,
                #"{"seal_size":"huge"}"#, #"{"seal_number":15}"#,
            ] {
                transcript.note(try await api.send(.put, Self.seal, body), "changed?")
            }
            transcript.note(try await api.send(.get, Self.seal), "as it is now")
            transcript.note(try await api.send(.post, Self.seal + "/email-seal"), "mailed")
            let messages = try await api.installation.registry.database.read {
                try $0.rows("SELECT recipient, subject, body FROM messages", []) {
                    [$0.text(), $0.text(), $0.text()]
                }
            }
            #expect(messages.map { $0[0] } == ["admin@example.com"])
            #expect(messages[0][1] == "Site seal for www.example.com")
            let hash = try #require(try first.json["seal_hash"] as? String)
            #expect(messages[0][2].contains("/seal/1/\(hash).svg"))
            transcript.note(try await api.open(.get, "/seal/1/\(hash).svg"), "seen by a visitor")
            _ = try await api.send(.put, "/order/certificate/1/revoke", #"{"skip_approval":true}"#)
            transcript.note(try await api.open(.get, "/seal/1/\(hash).svg"), "after the revocation")
            #expect(try await api.open(.get, "/seal/1/0\(hash.dropFirst()).svg").status == 404)
            transcript.note(
                try await api.send(
                    .post, "/competitive-replacement/certificates", #"{"domains":["example.com"]}"#
                ), "certificates of other authorities")
            transcript.note(
                try await api.send(.post, "/competitive-replacement/certificates", "{}"), "of none")
            try transcript.check()
        }
    }
}
