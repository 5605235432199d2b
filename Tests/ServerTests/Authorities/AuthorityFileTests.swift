import Foundation
import Issuance
import Server
import TestKit
import Testing

/// Files as openssl makes them.
@Suite struct AuthorityFileTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.makeRoot()
    }

    private func openssl(_ arguments: [String]) throws {
        try Command.openssl.succeed(arguments, in: scratch.url)
    }

    private func path(_ name: String) -> String { scratch.path + name }

    private func expectWhole(_ file: AuthorityFile) throws {
        let certificate = try SignedCertificate(pem: try scratch.text("certificate.pem"))
        #expect(file.certificates == [certificate])
        #expect(file.key?.publicKey == certificate.key)
    }

    @Test(
        "PKCS #12 is read, in old and new encryption, with the passphrase only",
        arguments: [
            [], ["-legacy"], ["-certpbe", "NONE"], ["-keypbe", "NONE", "-certpbe", "NONE"],
        ])
    func bundle(options: [String]) throws {
        try openssl(
            [
                "pkcs12", "-export", "-inkey", "key.pem", "-in", "certificate.pem", "-out",
                "all.p12",
                "-passout", "pass:open sesame",
            ] + options)
        try expectWhole(AuthorityFile(path("all.p12"), passphrase: "open sesame"))
        #expect(throws: AuthorityFileProblem.passphraseWrong(path("all.p12"))) {
            try AuthorityFile(path("all.p12"), passphrase: "open sésame")
        }
        #expect(throws: AuthorityFileProblem.passphraseMissing(path("all.p12"))) {
            try AuthorityFile(path("all.p12"))
        }
        #expect(throws: AuthorityFileProblem.twoKeys(path("all.p12"))) {
            try AuthorityFile(path("all.p12"), key: path("key.pem"), passphrase: "open sesame")
        }
    }

    @Test(
        "PKCS #12 without a key, or without a certificate, is refused",
        arguments: [
            ["-nokeys", "-in", "certificate.pem"], ["-nocerts", "-inkey", "key.pem"],
        ])
    func halves(options: [String]) throws {
        try openssl(
            ["pkcs12", "-export", "-out", "half.p12", "-passout", "pass:x"] + options
                + (options.contains("-in") ? [] : ["-in", "certificate.pem"]))
        #expect(throws: AuthorityFileProblem.bundleIncomplete(path("half.p12"))) {
            try AuthorityFile(path("half.p12"), passphrase: "x")
        }
    }

    @Test("PEM is read, the key beside it or in it, encrypted or not")
    func pem() throws {
        try openssl([
            "pkcs8", "-topk8", "-in", "key.pem", "-out", "sealed.pem", "-passout", "pass:secret",
            "-v2", "aes-256-cbc",
        ])
        try openssl(["ec", "-in", "key.pem", "-outform", "DER", "-out", "key.der"])
        try openssl([
            "x509", "-in", "certificate.pem", "-outform", "DER", "-out", "certificate.der",
        ])
        let both = try scratch.write(
            "both.pem", try scratch.text("key.pem") + (try scratch.text("certificate.pem")))
        let certificate = path("certificate.pem")
        try expectWhole(AuthorityFile(both))
        try expectWhole(AuthorityFile(certificate, key: path("key.pem")))
        try expectWhole(AuthorityFile(path("certificate.der"), key: path("key.der")))
        try expectWhole(
            AuthorityFile(certificate, key: path("sealed.pem"), passphrase: "secret"))
        for wrong in ["other", nil] {
            #expect(throws: AuthorityFileProblem.keyUnreadable(path("sealed.pem"))) {
                try AuthorityFile(certificate, key: path("sealed.pem"), passphrase: wrong)
            }
        }
        #expect(try AuthorityFile(certificate).key == nil)
    }

    @Test("what holds no certificate is refused by name")
    func nothing() throws {
        let empty = try scratch.write("empty", "")
        #expect(throws: AuthorityFileProblem.noCertificate(empty)) { try AuthorityFile(empty) }
        let broken = try scratch.write(
            "broken", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
        #expect(throws: AuthorityFileProblem.unreadable(broken)) { try AuthorityFile(broken) }
        let noise = try scratch.write("noise", [0x30, 0x03, 0x02, 0x01, 0x03])
        #expect(throws: AuthorityFileProblem.unreadable(noise)) { try AuthorityFile(noise) }
        #expect(throws: AuthorityFileProblem.missing(path("nowhere"))) {
            try AuthorityFile(path("nowhere"))
        }
    }

    @Test("a passphrase is the first line of its file")
    func passphrase() throws {
        let file = try scratch.write("passphrase", "open sesame\nnothing\n")
        #expect(try AuthorityFile.passphrase(in: file) == "open sesame")
        let empty = try scratch.write("empty", "\n")
        #expect(throws: AuthorityFileProblem.passphraseEmpty(empty)) {
            try AuthorityFile.passphrase(in: empty)
        }
    }

    @Test("a key prints nothing of itself")
    func silence() throws {
        let file = try AuthorityFile(path("certificate.pem"), key: path("key.pem"))
        let key = try #require(file.key)
        #expect("\(key)" == "(private key)")
        var dumped = ""
        dump(key, to: &dumped)
        #expect(dumped.count < 60)
    }
}
