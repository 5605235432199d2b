import Foundation
import Testing

@testable import Issuance

@Suite struct DraftRefusalTests {
    @Test("a draft that outlives its issuer is refused, one that ends with it is not")
    func outlives() async throws {
        let pki = try await TestPKI()
        let until = pki.issuing.certificate.validity.notAfter
        let last = try Self.draft(from: noon, to: until)
        #expect(try await pki.issuing.sign(last).validity.notAfter == until)
        let late = try Self.draft(from: noon, to: until.addingTimeInterval(1))
        await #expect(throws: DraftProblem.outlivesIssuer(until: until)) {
            try await pki.issuing.sign(late)
        }
    }

    @Test("a draft that begins before its issuer is refused")
    func early() async throws {
        let pki = try await TestPKI()
        let draft = try Self.draft(
            from: noon.addingTimeInterval(-1), to: noon.addingTimeInterval(3600))
        await #expect(throws: DraftProblem.beginsBeforeIssuer(from: noon)) {
            try await pki.issuing.sign(draft)
        }
    }

    @Test("a draft that ends when it begins is refused")
    func reversed() throws {
        #expect(throws: DraftProblem.endsBeforeItBegins) {
            try Self.draft(from: noon, to: noon).check()
        }
    }

    @Test(
        "names that the profile does not take are refused",
        arguments: [
            (CertificateProfile.dv, "intranet"), (.dv, "db.corp"), (.ov, "10.0.0.1"),
            (.dv, "*.local"),
            (.ev, "*.example.com"), (.ev, "8.8.8.8"), (.dv, "fd00::1"),
        ])
    func names(_ profile: CertificateProfile, _ name: String) throws {
        let draft = try CertificateDraft.sample(
            key: SampleKeys.key(.p256), names: [name], as: profile, subject: .empty)
        #expect(throws: DraftProblem.nameNotAllowed(name)) { try draft.check() }
    }

    @Test(
        "the private profile takes every name",
        arguments: [
            "intranet", "db.corp", "10.0.0.1", "*.local", "fd00::1",
        ])
    func privateNames(_ name: String) throws {
        #expect(throws: Never.self) {
            try CertificateDraft.sample(
                key: SampleKeys.key(.p256), names: [name], as: .private
            ).check()
        }
    }

    @Test("a draft needs names, not too many, and its common name among them")
    func namesAndCommonName() throws {
        let key = try SampleKeys.key(.p256)
        let many = (0...CertificateDraft.namesMax).map { "h\($0).example.com" }
        #expect(throws: DraftProblem.noNames) {
            try CertificateDraft.sample(key: key, names: [], subject: .empty).check()
        }
        #expect(throws: DraftProblem.tooManyNames) {
            try CertificateDraft.sample(key: key, names: many).check()
        }
        #expect(throws: DraftProblem.commonNameNotListed("b.example.com")) {
            try CertificateDraft.sample(
                key: key, names: ["a.example.com"],
                subject: Subject([.init(.commonName, "b.example.com")])
            ).check()
        }
    }

    @Test("a key whose kind the profile does not take is refused")
    func keys() throws {
        #expect(throws: DraftProblem.keyNotAllowed(.ed25519)) {
            try CertificateDraft.sample(key: SampleKeys.key(.ed25519), as: .ov).check()
        }
    }

    @Test("subjects that say too much or too little for the profile are refused")
    func subjects() throws {
        let key = try SampleKeys.key(.p256)
        func check(_ profile: CertificateProfile, _ fields: [SubjectField: String]) throws {
            let subject = try Subject(fields.map { .init($0.key, $0.value) })
            try CertificateDraft.sample(key: key, as: profile, subject: subject).check()
        }
        #expect(throws: DraftProblem.fieldNotAllowed(.organization)) {
            try check(.dv, [.organization: "Example"])
        }
        #expect(throws: DraftProblem.fieldMissing(anyOf: [.country])) {
            try check(.ov, [.organization: "Example"])
        }
        #expect(throws: DraftProblem.fieldMissing(anyOf: [.stateOrProvince, .locality])) {
            try check(.ov, [.organization: "Example", .country: "SE"])
        }
        #expect(throws: DraftProblem.fieldMissing(anyOf: [.jurisdictionCountry])) {
            try check(.ev, [.organization: "Example", .country: "SE", .locality: "Lund"])
        }
    }

    @Test("an end entity's certificate makes no issuer")
    func issuerIsAuthority() async throws {
        let pki = try await TestPKI()
        let leaf = try await pki.issuing.sign(.sample(key: SampleKeys.key(.p256)))
        #expect(throws: IssuerProblem.notAuthority) {
            try Issuer(certificate: leaf, keeper: pki.keeper, pointers: .none)
        }
    }

    private static func draft(from start: Date, to end: Date) throws -> CertificateDraft {
        let sample = try CertificateDraft.sample(key: SampleKeys.key(.p256))
        var profile = CertificateProfile.dv
        profile.validity = ValidityRule(daysMax: 10_000)
        return CertificateDraft(
            for: sample.holder, as: profile, valid: Validity(notBefore: start, notAfter: end),
            serial: sample.serial, hash: .sha256)
    }
}
