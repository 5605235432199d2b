import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

@Suite("Words that clients write in ways of their own")
struct SpellingTests {
    @Test(
        "a reason for a revocation may be written in words",
        arguments: [
            ("key_compromise", 204), ("affiliation_change", 204), ("Superseded", 204),
            ("cessation-of-operation", 204), ("ca_compromise", 400),
        ])
    func reasons(reason: String, status: Int) async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            let revoked = try await api.send(
                .put, "/order/certificate/1/revoke",
                #"{"revocation_reason":"\#(reason)","skip_approval":true}"#)
            #expect(revoked.status == status)
        }
    }

    @Test("an issuer that is the name of a product is none")
    func issuer() async throws {
        try await RunningAPI.run { api in
            for (issuer, status) in [("ssl_plus", 201), ("0", 201), ("ssl_gold", 400)] {
                let placed = try await api.send(
                    .post, "/order/certificate/ssl_plus",
                    SampleBody.order(["certificate.ca_cert_id": issuer]))
                #expect(placed.status == status, "\(issuer)")
            }
        }
    }
}
