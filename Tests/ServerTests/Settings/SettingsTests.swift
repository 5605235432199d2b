import Foundation
import Issuance
import NIOCore
import OrderCore
import Registration
import TestKit
import Testing

@testable import Server

/// Settings that cannot be used are refused in words that say how to mend them.
@Suite struct SettingsTests {
    private static func read(
        _ flags: [String: String] = [:], file text: String? = nil
    ) async throws -> Settings {
        let scratch = try ScratchFolder()
        let file = scratch.path + "settings.yaml"
        if let text { try Data(text.utf8).write(to: URL(filePath: file)) }
        return try await Settings.read(
            dataFolder: scratch.path + "data", flags: flags, file: text == nil ? nil : file)
    }

    @Test("flags and numbers are read in each spelling")
    func values() async throws {
        let text = "sandbox: true\nocsp:\n  nonce: off\ncontrol:\n  http:\n    port: 8080\n"
        let settings = try await Self.read(file: text)
        #expect(settings.isSandbox)
        #expect(!settings.ocsp.repeatsNonces)
        #expect(settings.control.httpPort == 8080)
        #expect(try await Self.read(["sandbox": "true"]).isSandbox)
        #expect(try await !Self.read().isSandbox)
        #expect(try await Self.read(["approval.own": "true"]).approvesOwn)
        #expect(try await !Self.read().approvesOwn)
    }

    @Test(
        "what cannot be read is refused",
        arguments: [
            (["sandbox": "perhaps"], "sandbox is \"perhaps\", neither true nor false"),
            (
                ["publication.url": "https://ca.example.com"],
                """
                publication.url is "https://ca.example.com"; it begins with http://, since what \
                certificates point to is fetched without TLS
                """
            ),
            (["control.http.port": "0"], "control.http.port is \"0\", from 1 to 65535"),
            (
                ["caa.issuers": "ca.example,10.0.0.1"],
                "caa.issuers has \"10.0.0.1\", which is no DNS name"
            ),
            (["control.https.port": "x"], "control.https.port is \"x\", from 1 to 65535"),
            (
                ["proxies.trusted": "10.0.0.0/8,proxy"],
                """
                proxies.trusted has "proxy"; write addresses such as 192.0.2.1 and networks such \
                as 10.0.0.0/8 or fd00::/8
                """
            ),
            (
                ["proxies.header": "via"],
                "proxies.header is \"via\", x-forwarded-for or forwarded"
            ),
            (
                ["tls.names": "localhost, -x-"],
                """
                tls.names has "-x-", which is neither a DNS name nor an IP address; names are \
                separated by commas
                """
            ),
            (
                ["tls.names": "bad name"],
                """
                tls.names has "bad name", which is neither a DNS name nor an IP address; names are \
                separated by commas
                """
            ),
            (
                ["tls.names": "a", "tls.certificate": "c.pem", "tls.key": "k.pem"],
                """
                tls.names has the CA make a certificate, tls.certificate brings one: set one of \
                the two
                """
            ),
        ])
    func refused(flags: [String: String], words: String) async throws {
        let problem = await #expect(throws: SettingsProblem.self) { try await Self.read(flags) }
        #expect(problem?.description == words)
    }

    @Test("a file with a PIN that others may read is refused")
    func exposedPIN() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("pin", "1234\n")
        let path = scratch.path + "pin"
        for (mode, isTaken) in [(0o644, false), (0o600, true)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            let flags = [
                "pkcs11.module": "/none.so", "pkcs11.token": "t", "pkcs11.pinfile": path,
            ]
            if isTaken {
                #expect(try await Self.read(flags).token != nil)
            } else {
                await #expect(throws: KeeperProblem.exposed(path: path)) {
                    try await Self.read(flags)
                }
            }
        }
    }

    @Test("pages have the address of what is published, unless they have one of their own")
    func pages() async throws {
        let plain = try await Self.read(["publication.url": "http://ca.example.com/"])
        #expect(plain.publication.chosenURL == "http://ca.example.com")
        #expect(plain.publication.pagesURL == nil)
        let own = try await Self.read(["pages.url": "https://pki.example.com/"])
        #expect(own.publication.pagesURL == "https://pki.example.com")
    }

    @Test(
        "a founding that cannot be is refused before anything is made",
        arguments: [
            ("founding.country", "zz", "is \"zz\", no country's code of two letters"),
            ("founding.country", "zzz", "is \"zzz\", no country's code of two letters"),
            ("founding.email", "nomail", "is \"nomail\", which is no e-mail address"),
            ("founding.domain", "a b", "is \"a b\", which is no domain name"),
            (
                "founding.organization", String(repeating: "x", count: 52),
                "has 52 characters, in one line from 1 to 51"
            ),
        ])
    func founding(name: String, value: String, words: String) async throws {
        let settings = try await Self.read([name: value])
        let refusal = #expect(throws: Refusal.self) {
            try Installation.checkFounding(settings)
        }
        #expect(refusal?.description == "\(name) \(words)")
        #expect(!FileManager.default.fileExists(atPath: settings.dataFolder))
    }

    @Test("the longest name of an organization leaves room for those of its authorities")
    func longest() async throws {
        let scratch = try ScratchFolder()
        let name = String(repeating: "x", count: 51)
        let settings = try await Settings.read(
            dataFolder: scratch.path + "data", flags: ["founding.organization": name], file: nil)
        let opened = try await Installation.open(settings)
        let author = Author(.operator, name: "test", operation: "test")
        let key = try await Author.$current.withValue(author) { try await opened.foundIfNew() }
        #expect(key != nil)
        try await opened.close()
    }

    @Test("files for TLS that are of no use are named")
    func files() throws {
        let scratch = try ScratchFolder()
        let (one, other) = (scratch.path + "one", scratch.path + "other")
        for path in [one, other] { try Self.makeCertificate(path) }
        #expect(
            try Settings.TLS.material(certificate: one + ".crt", key: one + ".key").chain.count == 1
        )
        for (certificate, key, words) in [
            (
                one + ".crt", other + ".key",
                "\(other).key (tls.key) is not the key of the first certificate in \(one).crt "
                    + "(tls.certificate)"
            ),
            (
                one + ".key", one + ".key",
                "\(one).key (tls.certificate) is of no use: it does not hold certificates in PEM"
            ),
            (
                one + ".crt", one + ".crt",
                "\(one).crt (tls.key) is of no use: it does not hold a private key in PEM"
            ),
            (
                one + ".none", one + ".key",
                "\(one).none (tls.certificate) is of no use: there is no such file, or it may not "
                    + "be read"
            ),
        ] {
            let problem = #expect(throws: SettingsProblem.self) {
                _ = try Settings.TLS.material(certificate: certificate, key: key)
            }
            #expect(problem?.description == words)
        }
    }

    private static func makeCertificate(_ path: String) throws {
        let openssl = Process()
        openssl.executableURL = URL(filePath: "/usr/bin/openssl")
        openssl.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-subj", "/CN=a", "-keyout", path + ".key", "-out", path + ".crt",
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
    }

    @Test("an address that is taken is named")
    func listening() throws {
        let address = try #require(ListenAddress("127.0.0.1:8080"))
        let taken = IOError(errnoCode: EADDRINUSE, reason: "bind")
        #expect(
            SettingsProblem(listening: taken, at: address)?.description
                == "Nothing can listen on 127.0.0.1:8080 (http): another program listens there.")
        let other = IOError(errnoCode: EPIPE, reason: "write")
        #expect(SettingsProblem(listening: other, at: address) == nil)
    }
}
