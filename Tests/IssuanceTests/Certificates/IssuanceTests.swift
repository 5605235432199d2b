import Foundation
import Testing

@testable import Issuance

@Suite struct IssuanceTests {
    static let issuers: [KeyKind] = [.rsa(bits: 2048), .p256, .p384, .p521]

    @Test(
        "a chain verifies for every issuer's key, every holder's key and every hash",
        arguments: issuers, HashAlgorithm.allCases)
    func chains(_ issuer: KeyKind, _ hash: HashAlgorithm) async throws {
        let pki = try await TestPKI(root: .p384, issuing: issuer)
        for kind in [KeyKind.rsa(bits: 2048), .p256, .p384, .p521, .ed25519] {
            let certificate = try await pki.issuing.sign(
                .sample(key: SampleKeys.key(kind), as: .private, hash: hash))
            #expect(try pki.verify(certificate) == "leaf: OK\n")
            #expect(certificate.signatureHash == hash)
            #expect(certificate.key.kind == kind)
        }
    }

    @Test("the text of an issued certificate is that of the certificate")
    func text() async throws {
        let pki = try await TestPKI(root: .p384, issuing: .p256)
        let leaf = try await pki.issuing.sign(
            .sample(key: SampleKeys.key(.p256), as: .private, hash: .sha256))
        for certificate in [leaf, pki.issuing.certificate, pki.root.certificate] {
            let text = try IssuedText(der: certificate.der)
            #expect(text.commonName == certificate.commonName)
            #expect(text.pem == certificate.pem)
        }
        #expect(leaf.commonName != nil)
        #expect(throws: CertificateProblem.unparseable) {
            try IssuedText(der: Array(leaf.der.dropLast()))
        }
    }
}
