import Foundation
import TestKit

@testable import Issuance

/// Certificates that no lint has anything against, and the places that they were signed at.
struct LintSample {
    let der: [UInt8]
    var place: LintPlace

    enum Kind: String, CaseIterable, Sendable {
        case web
        case webOfRSA
        case privateOfEd25519
        case mail
        case nameless
        case mark
        case responder
        case issuing
        case root
    }

    static func made(_ kind: Kind) async throws -> LintSample {
        let pki = try await TestPKI()
        switch kind {
        case .web: return try await endEntity(pki, .p256, .ov, organization, hosts)
        case .webOfRSA:
            return try await endEntity(pki, .rsa(bits: 2048), .ov, organization, hosts)
        case .privateOfEd25519:
            return try await endEntity(
                pki, .ed25519, .private, [.init(.commonName, "db.corp")], ["db.corp", "10.0.0.1"])
        case .mail:
            return try await endEntity(
                pki, .p384, .privateClient, [.init(.commonName, "Ada Lovelace")], [],
                mailboxes: ["ada@example.com"])
        case .nameless: return try await endEntity(pki, .p521, .dv, [], ["www.example.com"])
        case .mark:
            return try await endEntity(
                pki, .p256, .mark, organization + extended, ["example.com"],
                logotype: Logotype(compressed: [1, 2, 3]))
        case .responder:
            let made = try await pki.issuing.makeResponder(
                serial: SystemSerialSource().next(now: noon), from: noon, days: 30)
            return try LintSample(made.certificate, pki.issuing.certificate, .responder, .none)
        case .issuing:
            return try LintSample(
                pki.issuing.certificate, pki.root.certificate,
                .authority(pathLength: 0, isRoot: false), pki.root.pointers)
        case .root:
            return try LintSample(
                pki.root.certificate, pki.root.certificate,
                .authority(pathLength: nil, isRoot: true), .none)
        }
    }

    var tree: DERTree {
        get throws { try DERTree(der: der) }
    }

    private init(
        _ certificate: SignedCertificate, _ issuer: SignedCertificate, _ role: LintRole,
        _ pointers: AuthorityPointers
    ) throws {
        der = certificate.der
        place = LintPlace(issuer: try LintIssuer(issuer), role: role, pointers: pointers)
    }

    private static func endEntity(
        _ pki: TestPKI, _ key: KeyKind, _ profile: CertificateProfile, _ entries: [Subject.Entry],
        _ names: [String], mailboxes: [String] = [], logotype: Logotype? = nil
    ) async throws -> LintSample {
        let holder = CertificateHolder(
            subject: entries.isEmpty ? .empty : try Subject(entries),
            names: try names.map { try SubjectAlternativeName($0) }
                + mailboxes.map { .mailbox(try Mailbox($0)) },
            key: try SampleKeys.key(key), logotype: logotype)
        let certificate = try await pki.issuing.sign(
            CertificateDraft(
                for: holder, as: profile, valid: Validity(from: noon, days: 90),
                serial: CountedSerials().next(now: noon), hash: .sha256))
        return try LintSample(
            certificate, pki.issuing.certificate, .endEntity(profile), pki.issuing.pointers)
    }

    private static let hosts = ["www.example.com", "example.com", "*.example.org", "8.8.8.8"]

    private static let organization: [Subject.Entry] = [
        .init(.commonName, "example.com"), .init(.organization, "Example Ltd"),
        .init(.locality, "Lund"), .init(.country, "SE"),
    ]

    private static let extended: [Subject.Entry] = [
        .init(.businessCategory, "Private Organization"), .init(.jurisdictionCountry, "SE"),
        .init(.registrationNumber, "556677-8899"), .init(.markType, "Registered Mark"),
    ]
}

extension LintPlace {
    /// The same place for another profile.
    mutating func reprofile(_ change: (inout CertificateProfile) -> Void) {
        guard case .endEntity(var profile) = role else { return }
        change(&profile)
        self = LintPlace(issuer: issuer, role: .endEntity(profile), pointers: pointers)
    }
}
