import Foundation
import Testing
import TestKit

@testable import Issuance

@Suite struct SigningRequestTests {
    static let kinds: [KeyKind] = [
        .rsa(bits: 2048), .rsa(bits: 3072), .rsa(bits: 4096), .p256, .p384, .p521, .ed25519,
    ]

    @Test("requests of every kind of key that openssl makes are read", arguments: kinds)
    func everyKind(_ kind: KeyKind) throws {
        let pem = try RequestMaker().pem(key: kind.opensslOptions)
        let request = try SigningRequest(pem)
        #expect(request.key.kind == kind)
        #expect(request.commonName == "www.example.com")
        #expect(request.pem == pem)
    }

    @Test("bare base64 is read with too little or too much padding", arguments: ["", "=", "==="])
    func padding(_ end: String) throws {
        let pem = try RequestMaker().pem(key: KeyKind.p256.opensslOptions)
        let bare = pem.split(separator: "\n").dropFirst().dropLast().joined()
        let bald = bare.trimmingCharacters(in: CharacterSet(charactersIn: "="))
        #expect(try SigningRequest(bald + end).pem == pem)
    }

    @Test("a key of 8192 bits is read", .timeLimit(.minutes(1)))
    func largestKey() throws {
        let request = try SigningRequest(Corpus.rsa8192)
        #expect(request.key.kind == .rsa(bits: 8192))
    }

    @Test(
        "requests signed over each hash are read, RSA over SHA-1 as well",
        arguments: [
            ("rsa", "sha1"), ("rsa", "sha256"), ("rsa", "sha384"), ("rsa", "sha512"),
            ("p256", "sha256"), ("p256", "sha384"), ("p256", "sha512"),
        ])
    func everyHash(_ family: String, _ hash: String) throws {
        let kind = family == "rsa" ? KeyKind.rsa(bits: 2048) : .p256
        let pem = try RequestMaker().pem(key: kind.opensslOptions, signing: ["-\(hash)"])
        #expect(try SigningRequest(pem).key.kind == kind)
    }

    @Test(
        "RSASSA-PSS with a salt as long as the hash is verified", arguments: ["256", "384", "512"])
    func pss(_ hash: String) throws {
        let pem = try RequestMaker().pem(
            key: KeyKind.rsa(bits: 2048).opensslOptions,
            signing: [
                "-sha\(hash)", "-sigopt", "rsa_padding_mode:pss", "-sigopt",
                "rsa_pss_saltlen:digest",
            ])
        #expect(try SigningRequest(pem).key.kind == .rsa(bits: 2048))
    }

    @Test(
        "signatures that cannot be verified are refused by name",
        arguments: [
            ("rsa", ["-sha224"], "1.2.840.113549.1.1.14"),
            ("rsa", ["-md5"], "1.2.840.113549.1.1.4"),
            ("p256", ["-sha1"], "1.2.840.10045.4.1"),
            (
                "rsa",
                ["-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:8"],
                "RSASSA-PSS with these parameters"
            ),
        ])
    func unsupportedSignature(_ family: String, _ signing: [String], _ name: String) throws {
        let kind = family == "rsa" ? KeyKind.rsa(bits: 2048) : .p256
        let pem = try RequestMaker().pem(key: kind.opensslOptions, signing: signing)
        #expect(throws: SigningRequestProblem.signatureUnsupported(name)) {
            try SigningRequest(pem)
        }
    }

    @Test("every armour people paste gives the same request")
    func armours() throws {
        let pem = Corpus.p256
        let der = try SigningRequest(pem).der
        let lines = pem.split(separator: "\n")
        let body = lines.dropFirst().dropLast().joined()
        let armours = [
            pem.replacing("\n", with: "\r\n"),
            pem.replacing("\n", with: "\r"),
            pem.replacing("\n", with: "\n\n"),
            lines.joined(),
            lines.joined(separator: " "),
            "Certificate Request:\n  Data: none\n" + pem + "and more after it",
            pem.replacing("CERTIFICATE REQUEST", with: "NEW CERTIFICATE REQUEST"),
            body,
            lines.dropFirst().dropLast().joined(separator: "\r\n") + "\r\n",
            "\u{FEFF}" + pem,
            pem.filter { !$0.isWhitespace },
        ]
        for armour in armours {
            let request = try SigningRequest(armour)
            #expect(request.der == der)
            #expect(request.pem == pem)
        }
    }

    @Test(
        "common names in UTF-8, BMPString and TeletexString are read",
        arguments: [
            ("utf8only", "/CN=Åkerö 東"), ("default", "/CN=Åkerö"), ("pkix", "/CN=東"),
            ("nombstr", "/CN=Åkerö"),
        ])
    func commonNames(_ mask: String, _ subject: String) throws {
        let maker = try RequestMaker()
        try maker.scratch.write(
            "openssl.cnf",
            "[req]\ndistinguished_name=dn\nstring_mask=\(mask)\n[dn]\n")
        let pem = try maker.pem(
            key: KeyKind.p256.opensslOptions, subject: subject,
            signing: ["-config", "openssl.cnf"])
        #expect(try SigningRequest(pem).commonName == String(subject.dropFirst(4)))
    }

    @Test("a request without a common name has none")
    func nameless() throws {
        let pem = try RequestMaker().pem(key: KeyKind.p256.opensslOptions, subject: "/O=Example")
        #expect(try SigningRequest(pem).commonName == nil)
    }

    @Test("a request with extensions and attributes is read past them")
    func attributes() throws {
        let pem = try RequestMaker().pem(
            key: KeyKind.p256.opensslOptions, signing: ["-addext", "subjectAltName=DNS:a.example"])
        #expect(try SigningRequest(pem).commonName == "www.example.com")
    }
}
