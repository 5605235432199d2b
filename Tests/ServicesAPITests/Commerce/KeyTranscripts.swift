import Crypto
import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import Testing
import TestKit

@Suite("ACME credentials and CT monitoring over HTTP")
struct KeyTranscripts {
    @Test("credentials are made, listed without their secret, and verify what was signed with them")
    func credentials() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("acme-credentials")
            let bodies = [
                #"{"name":"web","product_name_id":"ssl_plus","organization_id":1,"#
                    + #""validity_years":1}"#,
                #"{"name":"web","product_name_id":"ssl_plus","validity_years":1}"#,
                #"{"name":"web","product_name_id":"ssl_plus","organization_id":7,"#
                    + #""validity_years":1}"#,
                #"{"name":"web","product_name_id":"ssl_dv_rapidssl","validity_days":90}"#,
                #"{"name":"web","product_name_id":"ssl_plus","organization_id":1}"#,
                #"{"product_name_id":"ssl_plus"}"#,
            ]
            for body in bodies {
                for path in ["/key/acme-eab/tlm", "/key/acme-eab"] {
                    transcript.note(try await api.send(.post, path, body), "made?")
                }
            }
            for path in ["/key", "/key?user_id=77", "/key/2", "/key/77"] {
                transcript.note(try await api.send(.get, path), path)
            }
            let made = try await api.send(
                .post, "/key/acme-eab/tlm",
                #"{"name":"x","product_name_id":"ssl_dv_rapidssl","validity_years":1}"#)
            let keyID = try made.json["ext_act_kid"] as! String
            let secret = try made.json["ext_act_hmac"] as! String
            let desk = ACMECredentialDesk(registry: api.installation.registry)
            let kept = try await desk.credential(keyID)
            #expect(kept?.macKey.base64URL == secret)
            #expect(kept?.terms.product.nameID == "ssl_dv_rapidssl")
            #expect(try await desk.credential("unknown") == nil)
            #expect(try await api.send(.get, "/user/me", key: secret).status == 403)
            #expect(try await api.send(.get, "/user/me", key: keyID).status == 403)
            try transcript.check()
        }
    }

    @Test("credentials are for TLS alone, and by the older service not for DV")
    func products() async throws {
        try await RunningAPI.run { api in
            for product in ProductCatalog.all {
                let body =
                    #"{"name":"web","product_name_id":"\#(product.nameID)","#
                    + #""organization_id":1,"validity_years":1}"#
                for path in ["/key/acme-eab/tlm", "/key/acme-eab"] {
                    let made = try await api.send(.post, path, body)
                    let isTaken =
                        product.family == .tls && product.validation != .grid
                        && (product.validation != .dv || path.hasSuffix("tlm"))
                    let isRefused =
                        try made.status == 400
                        && made.errorCode == "invalid_value:product_name_id"
                    #expect(isRefused != isTaken, "\(product.nameID) \(path)")
                }
            }
        }
    }

    @Test("the certificates that are known for an order's names are shown")
    func monitoring() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("ct-monitoring")
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            _ = try await api.send(
                .post, "/order/certificate/ssl_securesite",
                SampleBody.order(["certificate.dns_names": ["a.example.com"]]))
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["certificate.common_name": "b.example.com"]))
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["skip_approval": false]))
            let details = try await api.send(.get, "/ctmonitor/1/details")
            let all = try details.json["ct_certificates"] as! [[String: Any]]
            let serial = all[1]["serial"] as! String
            for path in [
                "/ctmonitor/1/status", "/ctmonitor/4/status", "/ctmonitor/77/status",
                "/ctmonitor/1/details", "/ctmonitor/3/details",
                "/ctmonitor/1/details?filters[issuer_ca]=DigiCert&sort=-pem_cn&limit=1",
                "/ctmonitor/1/details?filters[issuer_ca]=Non-DigiCert",
                "/ctmonitor/1/details?filters[cn_san_search]=a.ex&sort=notbefore",
                "/ctmonitor/1/details?filters[precert]=true", "/ctmonitor/1/details?sort=serial",
                "/ctmonitor/77/details", "/ctmonitor/1/ct-cert/\(serial)/?issuer=Nobody",
                "/ctmonitor/3/ct-cert/\(serial)/",
            ] { transcript.note(try await api.send(.get, path), path) }
            let file = try await api.send(.get, "/ctmonitor/1/ct-cert/\(serial)/")
            transcript.note(file, "one as PEM")
            let ours = try await api.send(
                .get, "/ctmonitor/1/ct-cert/\(serial)/?issuer=DigiCert")
            #expect(ours.text == file.text)
            try transcript.check()
        }
    }
}
