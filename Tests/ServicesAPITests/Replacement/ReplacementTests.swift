import DomainControl
import Foundation
import HTTPTypes
import Registration
import TestKit
import Testing

/// What hosts of a network of the test's own show, and which of it another authority issued.
@Suite("Certificates to be replaced")
struct ReplacementTests {
    private static let path = "/competitive-replacement/certificates"
    private static let host = "shop.example.com"

    private static func ask(
        _ api: RunningAPI, _ domains: [String]
    ) async throws -> Exchange {
        try await api.send(.post, path, try SampleBody.json(["domains": domains]))
    }

    /// A host that greets with a certificate, in a network that knows it.
    private static func run(
        chain: String, key: String, _ body: @escaping @Sendable (RunningAPI) async throws -> Void
    ) async throws {
        let tls = try await TLSStand(chain: chain, key: key)
        let net = try NetworkStand(tls: tls)
        net.dns.set(host, [.address("127.0.0.1")])
        net.dns.set("www." + host, [.address("127.0.0.1")])
        try await RunningAPI.run(control: net.checker, body)
        try await tls.end()
    }

    @Test("one of another authority is told once, with what it says")
    func rival() async throws {
        let rival = try Rival()
        let serial = rival.serial
        try await Self.run(chain: rival.chain, key: rival.key) { api in
            let domains = [Self.host, "*.SHOP.example.com", "www." + Self.host, "no.example.com"]
            let answer = try await Self.ask(api, domains)
            let start = #"{"certificates":[{"serial_number":"\#(serial)","domain":"\#(Self.host)","#
            #expect(answer.text.hasPrefix(start), "\(answer.text)")
            #expect(
                answer.text.contains(#""common_name":"shop","issuer_common_name":"Rival CA","#))
            #expect(try (answer.json["certificates"] as? [Any])?.count == 1)
            // By the clock of the CA, which stands still in January.
            api.installation.clock.advance(days: 400)
            #expect(try await Self.ask(api, [Self.host]).text == #"{"certificates":[]}"#)
        }
    }

    @Test("one of this authority is none of another's")
    func own() async throws {
        let scratch = try ScratchFolder()
        let folder = URL(filePath: scratch.path)
        try Command.openssl.succeed(
            ["req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x", "-keyout", "key"]
                + ["-out", "csr"], in: folder)
        let csr = try scratch.text("csr")
        let key = try scratch.text("key")
        let net = try NetworkStand()
        try await RunningAPI.run(control: net.checker) { api in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus",
                try SampleBody.order(["certificate.common_name": Self.host], csr: csr))
            let chain = try await api.send(
                .get, "/certificate/download/order/1/format/pem_noroot"
            ).text
            let tls = try await TLSStand(chain: chain, key: key)
            let greeter = try NetworkStand(tls: tls)
            greeter.dns.set(Self.host, [.address("127.0.0.1")])
            let shown = await greeter.checker.certificate(servedBy: Self.host)
            let desk = ReplacementDesk(registry: api.installation.registry)
            #expect(shown != nil)
            #expect(try await desk.rival(try #require(shown), at: Self.host) == nil)
            try await tls.end()
        }
    }

    @Test("one that signed itself is nobody's to be replaced")
    func selfSigned() async throws {
        let rival = try Rival()
        try await Self.run(chain: rival.authority, key: rival.authorityKey) { api in
            let answer = try await Self.ask(api, [Self.host])
            #expect(answer.text == #"{"certificates":[]}"#)
        }
    }

    @Test("names that are none, and too many of them, are refused")
    func names() async throws {
        try await RunningAPI.run { api in
            for domains in [["a b"], ["10.0.0.1"], Array(repeating: "example.com", count: 21)] {
                let refused = try await Self.ask(api, domains)
                #expect(try refused.errorCode == "invalid_value:domains", "\(domains)")
            }
            let answer = try await Self.ask(api, [Self.host])
            #expect(answer.text == #"{"certificates":[]}"#)
        }
    }
}

/// An authority of somebody else, and a certificate of it; made by certtool.
private struct Rival {
    let authority: String
    let authorityKey: String
    let chain: String
    let key: String
    let serial = "4D2A0F"

    init() throws {
        let scratch = try ScratchFolder()
        let folder = URL(filePath: scratch.path)
        let span = """
            activation_date = "2026-01-01 00:00:00"
            expiration_date = "2026-12-31 00:00:00"

            """
        _ = try scratch.write(
            "ca.txt", "cn = \"Rival CA\"\nserial = 1\nca\nsigning_key\ncert_signing_key\n" + span)
        _ = try scratch.write("leaf.txt", "cn = \"shop\"\nserial = 0x4d2a0f\n" + span)
        for name in ["ca", "leaf"] {
            try Command.certtool.succeed(
                ["--generate-privkey", "--key-type", "ecdsa", "--outfile", name + ".key"],
                in: folder)
        }
        try Command.certtool.succeed(
            ["--generate-self-signed", "--load-privkey", "ca.key", "--template", "ca.txt"]
                + ["--outfile", "ca.crt"], in: folder)
        try Command.certtool.succeed(
            ["--generate-certificate", "--load-privkey", "leaf.key", "--template", "leaf.txt"]
                + ["--load-ca-certificate", "ca.crt", "--load-ca-privkey", "ca.key"]
                + ["--outfile", "leaf.crt"], in: folder)
        authority = try scratch.text("ca.crt")
        authorityKey = try scratch.text("ca.key")
        chain = try scratch.text("leaf.crt") + authority
        key = try scratch.text("leaf.key")
    }
}
