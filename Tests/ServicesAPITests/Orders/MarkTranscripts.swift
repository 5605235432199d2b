import Foundation
import HTTPTypes
import Issuance
import OrderCore
import Testing
import TestKit

/// Mark certificates and their logos over HTTP.
@Suite("Marks over HTTP")
struct MarkTranscripts {
    private static let order = "/order/certificate/1"

    private static func product(_ nameID: String) throws -> Product {
        try #require(ProductCatalog.product(nameID))
    }

    @Test("an order waits for its logo and its trademark, and is issued with them")
    func logoLater() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("mark")
            let body = try SampleBody.order(
                for: try Self.product("vmc_basic"), ["vmc": ["enable_hosting": "1"]])
            transcript.note(
                try await api.send(.post, "/order/certificate/vmc_basic", body), "no logo yet")
            transcript.note(try await api.send(.get, Self.order + "/vmc/logo"), "none is there")
            let bad = SampleLogo.svg.replacing("<defs>", with: "<script/><defs>")
            transcript.note(
                try await api.send(.post, Self.order + "/vmc/logo", bad), "a logo that runs")
            transcript.note(
                try await api.send(.post, Self.order + "/vmc/logo", SampleLogo.svg), "a good one")
            let encoded = Gzip.encoded(Array(SampleLogo.svg.utf8))
            transcript.note(
                try await api.send(
                    .post, Self.order + "/vmc/encoded-logo", #"{"logo":"\#(encoded)"}"#),
                "the same, encoded")
            try await api.work()
            let pending = try await api.send(.get, Self.order)
            #expect(try pending.json["status"] as? String == "pending")
            let data = #"{"trademark_country_code":"us","trademark_registration_number":"1234"}"#
            transcript.note(try await api.send(.put, Self.order + "/vmc", data), "its trademark")
            try await api.work()
            transcript.note(try await api.send(.get, Self.order), "order info when issued")
            transcript.note(try await api.send(.get, Self.order + "/vmc/logo"), "the logo")
            transcript.note(
                try await api.send(.get, Self.order + "/vmc/logo", accept: "image/svg+xml"),
                "the logo as SVG")
            transcript.note(
                try await api.send(.post, Self.order + "/vmc/logo", SampleLogo.svg), "too late")
            transcript.note(
                try await api.open(.get, "/mark/00000000000000000000000000000001/logo.svg"),
                "the hosted logo")
            transcript.note(
                try await api.send(.put, Self.order + "/vmc", #"{"enable_hosting":false}"#),
                "no longer hosted")
            let gone = try await api.open(.get, "/mark/00000000000000000000000000000001/logo.svg")
            #expect(gone.status == 404)
            try transcript.check()
        }
    }

    @Test("openssl and a reader of the extension find the logo in the certificate")
    func certificate() async throws {
        try await RunningAPI.run { api in
            let folder = try ScratchFolder()
            let body = try SampleBody.order(for: try Self.product("mark_certificate"))
            _ = try await api.send(.post, "/order/certificate/mark_certificate", body)
            let pem = try await api.send(.get, "/certificate/1/download/format/pem_noroot")
            let file = try folder.write("mark.pem", pem.text)
            let text = try Command.openssl.succeed(["x509", "-in", file, "-noout", "-text"])
            for phrase in [
                "1.3.6.1.4.1.53087.1.13 = Prior Use Mark", "Brand Indicator for Message",
                "Policy: 1.3.6.1.4.1.53087.1.1", "DNS:example.com", "street = 1 Example Street",
            ] {
                #expect(text.contains(phrase), "\(phrase)")
            }
            let parsed = try Command.openssl.succeed(["asn1parse", "-in", file, "-dump"])
            let lines = parsed.split(separator: "\n")
            let start = try #require(lines.firstIndex { $0.contains("1.3.6.1.5.5.7.1.12") })
            let offset = try #require(
                lines[start...].first { $0.contains("OCTET STRING") }?
                    .trimmingCharacters(in: .whitespaces).split(separator: ":").first)
            let inner = try Command.openssl.succeed([
                "asn1parse", "-in", file, "-strparse", String(offset), "-i",
            ])
            let logo = Logotype(compressed: Gzip.pack(Array(SampleLogo.svg.utf8)))
            #expect(inner.contains("image/svg+xml"))
            #expect(inner.contains("OBJECT            :sha256"))
            #expect(inner.contains("data:image/svg+xml;base64,"))
            #expect(inner.contains(logo.hashText))
        }
    }

    @Test("a mark that was renewed keeps its logo; one of another sort is refused")
    func renewal() async throws {
        try await RunningAPI.run { api in
            let product = try Self.product("vmc_basic")
            _ = try await api.send(
                .post, "/order/certificate/vmc_basic", try SampleBody.order(for: product))
            let renewal = try await api.send(
                .post, "/order/certificate/vmc_basic",
                try SampleBody.order(
                    for: product, ["vmc": NSNull(), "renewal_of_order_id": 1]))
            #expect(try renewal.json["certificate_chain"] != nil)
            let wrong = try await api.send(
                .post, "/order/certificate/mark_certificate",
                try SampleBody.order(
                    for: product, ["vmc": ["mark_type": "registered_mark"]]))
            #expect(try wrong.errorCode == "invalid_value:vmc.mark_type")
            let nobody = try await api.send(
                .post, "/order/certificate/vmc_basic",
                try SampleBody.order(for: product, ["organization.contacts": NSNull()]))
            #expect(try nobody.errorCode == "required_param:organization.contacts")
            let host = try await api.send(
                .post, "/order/certificate/ssl_plus", try SampleBody.order())
            let id = try #require(try host.json["id"] as? Int)
            let strange = try await api.send(
                .post, "/order/certificate/\(id)/vmc/logo", SampleLogo.svg)
            #expect(try strange.errorCode == "invalid_order_status")
        }
    }
}

extension Logotype {
    /// SHA-256 of what the certificate holds, as `openssl asn1parse` writes it.
    fileprivate var hashText: String { sha256.map { String(format: "%02X", $0) }.joined() }
}
