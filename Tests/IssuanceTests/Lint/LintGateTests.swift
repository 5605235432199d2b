import Foundation
import Testing
import TestKit

@testable import Issuance

/// What passes between the lints and the issuer's key.
@Suite struct LintGateTests {
    /// A keeper that signs what it is told to keep count of, and may sign something else.
    actor WatchedKeeper: Keeper {
        private let keeper: any Keeper
        private let spoilsSignatures: Bool
        private(set) var signatures = 0

        init(_ keeper: any Keeper, spoilsSignatures: Bool = false) {
            self.keeper = keeper
            self.spoilsSignatures = spoilsSignatures
        }

        func make(_ kind: KeyKind) async throws -> SubjectKey { try await keeper.make(kind) }

        func keys() async throws -> [SubjectKey] { try await keeper.keys() }

        func sign(
            _ bytes: [UInt8], with key: KeyIdentifier, over hash: HashAlgorithm
        ) async throws -> [UInt8] {
            signatures += 1
            let octets = spoilsSignatures ? bytes + [0] : bytes
            return try await keeper.sign(octets, with: key, over: hash)
        }
    }

    @Test("what a lint refuses never reaches the key")
    func refused() async throws {
        let pki = try await TestPKI()
        let keeper = WatchedKeeper(pki.keeper)
        let issuer = try Issuer(
            certificate: pki.issuing.certificate, keeper: keeper,
            pointers: AuthorityPointers(crl: "https://ca.example.com/issuing.crl"))
        let draft = try CertificateDraft.sample(key: SampleKeys.key(.p256))
        let problem = await #expect(throws: LintProblem.self) { try await issuer.sign(draft) }
        #expect(problem?.findings.map(\.lint) == ["rfc5280_pointer_urls"])
        #expect(await keeper.signatures == 0)
    }

    @Test("a wrong signature is thrown away", arguments: [KeyKind.p256, .rsa(bits: 2048)])
    func wrongSignature(_ kind: KeyKind) async throws {
        let pki = try await TestPKI(issuing: kind)
        let issuer = try Issuer(
            certificate: pki.issuing.certificate,
            keeper: WatchedKeeper(pki.keeper, spoilsSignatures: true), pointers: .none)
        let draft = try CertificateDraft.sample(key: SampleKeys.key(.p256))
        await #expect(throws: SigningFault.signatureWrong) { try await issuer.sign(draft) }
    }

    @Test("a certificate is compared with what was linted")
    func compared() async throws {
        let pki = try await TestPKI()
        let place = LintPlace(
            issuer: try LintIssuer(pki.issuing.certificate), role: .endEntity(.dv),
            pointers: pki.issuing.pointers)
        let key = try pki.issuing.certificate.key.publicKey()
        let one = try await pki.issuing.sign(.sample(key: SampleKeys.key(.p256)))
        let other = try await pki.issuing.sign(.sample(key: SampleKeys.key(.p384)))
        let gate = LintGate(place)
        #expect(throws: SigningFault.notLinted) { try gate.check(one, by: key) }
        let linted = try LintedCertificate(one.der)
        try gate.pass(Array(linted.body), Array(linted.outerAlgorithm))
        #expect(throws: Never.self) { try gate.check(one, by: key) }
        #expect(throws: SigningFault.altered) { try gate.check(other, by: key) }
        let stranger = try await TestPKI().issuing.certificate.key.publicKey()
        #expect(throws: SigningFault.signatureWrong) { try gate.check(one, by: stranger) }
    }
}
