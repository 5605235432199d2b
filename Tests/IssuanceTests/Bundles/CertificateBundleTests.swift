import Foundation
@testable import Issuance
import Testing
import TestKit

@Suite struct CertificateBundleTests {
    @Test("the PEM chain has LF line ends and none after the last line")
    func pem() async throws {
        let bundle = try await Self.bundle()
        let pem = bundle.pem
        #expect(pem.hasSuffix("\n-----END CERTIFICATE-----"))
        #expect(!pem.utf8.contains(UInt8(ascii: "\r")))
        #expect(pem + "\n" == bundle.certificates.map(\.pem).joined())
    }

    @Test(
        "openssl reads the certificates out of the PKCS #7 message, in their order",
        arguments: ["DER", "PEM"])
    func pkcs7(_ form: String) async throws {
        let bundle = try await Self.bundle()
        let scratch = try ScratchFolder()
        let octets = form == "DER" ? bundle.pkcs7 : Array(bundle.pkcs7PEM.utf8)
        let file = try scratch.write("chain.p7b", octets)
        let text = try Command.openssl.succeed([
            "pkcs7", "-inform", form, "-in", file, "-print_certs",
        ])
        let subjects = text.split(separator: "\n").filter { $0.hasPrefix("subject=") }
        #expect(
            subjects == [
                "subject=CN = www.example.com",
                "subject=C = SE, O = Example Ltd, CN = Test Issuing",
                "subject=C = SE, O = Example Ltd, CN = Test Root",
            ])
        let cms = try Command.openssl.succeed([
            "cms", "-cmsout", "-print", "-inform", form, "-in", file,
        ])
        #expect(cms.contains("pkcs7-signedData") && cms.contains("<EMPTY>"))
    }

    @Test("the armour of the message is PKCS7's")
    func armour() async throws {
        let pem = try await Self.bundle().pkcs7PEM
        #expect(pem.hasPrefix("-----BEGIN PKCS7-----\n"))
        #expect(pem.hasSuffix("\n-----END PKCS7-----\n"))
    }

    private static func bundle() async throws -> CertificateBundle {
        let pki = try await TestPKI()
        let leaf = try await pki.issuing.sign(.sample(key: SampleKeys.key(.p256)))
        return CertificateBundle([leaf, pki.issuing.certificate, pki.root.certificate])
    }
}
