import Foundation
import HTTPTypes
import Registration
import TestKit
import Testing

/// Public keys without a CSR around them, where the contract takes them: in reissues of some
/// products.
@Suite("Bare public keys")
struct BareKeyTests {
    @Test(
        "a reissue certifies a bare key, as openssl reads it",
        arguments: [
            ("client_premium", ["-algorithm", "RSA"]),
            ("secure_email_mailbox", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]),
            ("code_signing", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]),
            ("ds_org", ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"]),
        ])
    func reissue(nameID: String, options: [String]) async throws {
        let keys = try KeyFolder(options)
        try await RunningAPI.run { api in
            let life = try await Life.place(nameID, in: api)
            try await life.decide("approved")
            try #require(try await life.status == "issued")
            let person = nameID == "client_premium" ? ["common_name": "Ada King"] : [:]
            try await life.reissue(["csr": keys.bare].merging(person) { $1 })
            #expect(try await keys.key(certifiedIn: life) == keys.bare)
            let shown = try #require(try await life.info["certificate"] as? [String: Any])
            #expect(shown["csr"] as? String == keys.bare)
            #expect(shown["key_size"] as? Int == keys.bits)
            try await life.download()
            // Whoever reissues for the key that is there need not send it again.
            try await life.reissueAgain(person)
            #expect(try await keys.key(certifiedIn: life) == keys.bare)
        }
    }

    @Test("a bare key in base64 counts, too, and one that is too weak for the product does not")
    func checked() async throws {
        let short = try KeyFolder(["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
        let strong = try KeyFolder(["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
        try await RunningAPI.run { api in
            let life = try await Life.place("code_signing", in: api)
            try await life.decide("approved")
            let path = life.path + "/reissue"
            func send(_ csr: String) async throws -> Exchange {
                try await api.send(
                    .post, path,
                    try SampleBody.json([
                        "certificate": ["signature_hash": "sha256", "csr": csr],
                        "skip_approval": true,
                    ]))
            }
            let refused = try await send(short.base64)
            #expect(refused.status == 400)
            #expect(refused.text.contains("needs 3072 bits at least"))
            #expect(try await send(strong.base64).status == 201)
            #expect(try await strong.key(certifiedIn: life) == strong.bare)
        }
    }

    @Test("orders, duplicates, CSRs that come later, and TLS take no bare key")
    func refused() async throws {
        let keys = try KeyFolder(["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
        let words = "The CSR is a bare public key"
        try await RunningAPI.run { api in
            let signing = try await Life.place("code_signing", in: api)
            try await signing.decide("approved")
            let hosts = try await Life.place("ssl_plus", in: api)
            try await hosts.decide("approved")
            let mail = try await Life.place(
                "secure_email_mailbox", ["certificate.csr": ""], in: api)
            try await mail.decide("approved")
            let certificate = ["signature_hash": "sha256", "csr": keys.bare]
            let named = certificate.merging(["common_name": "www.example.com"]) { $1 }
            let bodies = [
                (
                    "/order/certificate/code_signing",
                    try SampleBody.order(for: signing.product, ["certificate.csr": keys.bare])
                ), (signing.path + "/duplicate", try SampleBody.json(["certificate": certificate])),
                (hosts.path + "/reissue", try SampleBody.json(["certificate": named])),
                (hosts.path + "/duplicate", try SampleBody.json(["certificate": named])),
            ]
            for (path, body) in bodies {
                let answer = try await api.send(.post, path, body)
                #expect(answer.status == 400, "\(path)")
                #expect(answer.text.contains("csr_invalid_cannot_parse"), "\(path)")
                #expect(answer.text.contains(words), "\(path)")
            }
            let late = try await api.send(
                .post, mail.path + "/csr", try SampleBody.json(["csr": keys.bare]))
            #expect(late.status == 400)
            #expect(late.text.contains(words))
        }
    }
}

/// A key that openssl made.
private struct KeyFolder {
    let folder: ScratchFolder
    /// As openssl writes it.
    let bare: String
    let bits: Int

    init(_ options: [String]) throws {
        folder = try ScratchFolder()
        try Command.openssl.succeed(["genpkey", "-out", "key.pem"] + options, in: folder.url)
        bare = try Command.openssl.succeed(["pkey", "-in", "key.pem", "-pubout"], in: folder.url)
        let text = try Command.openssl.succeed(
            ["pkey", "-in", "key.pem", "-noout", "-text"], in: folder.url)
        let digits = text.prefix { $0 != "\n" }.split { !$0.isNumber }.first
        bits = try #require(digits.flatMap { Int($0) })
    }

    var base64: String { bare.split(separator: "\n").dropFirst().dropLast().joined() }

    /// The public key in the order's certificate, which openssl has verified.
    func key(certifiedIn life: Life) async throws -> String {
        let file = try await life.api.send(
            .get, "/certificate/download/order/\(life.id)/format/pem_all")
        let path = try folder.write("all.pem", file.text)
        let root = try folder.write("root.pem", Self.last(file.text))
        try Command.openssl.succeed([
            "verify", "-attime", life.api.now, "-CAfile", root, "-untrusted", path, path,
        ])
        return try Command.openssl.succeed(["x509", "-in", path, "-noout", "-pubkey"])
    }

    private static func last(_ bundle: String) -> String {
        let mark = "-----BEGIN CERTIFICATE-----"
        return mark + (bundle.components(separatedBy: mark).last ?? "")
    }
}

extension RunningAPI {
    /// The time by which it goes, in seconds.
    fileprivate var now: String {
        "\(Int(installation.clock.wall.now.timeIntervalSince1970))"
    }
}

extension Life {
    /// Replaces the certificate by one for the same key.
    fileprivate func reissueAgain(_ certificate: [String: String]) async throws {
        let body: [String: Any] = [
            "certificate": ["signature_hash": "sha256"].merging(certificate) { $1 },
            "skip_approval": true,
        ]
        let answer = try await api.send(.post, path + "/reissue", try SampleBody.json(body))
        #expect(answer.status == 201, "\(answer.text)")
    }
}
