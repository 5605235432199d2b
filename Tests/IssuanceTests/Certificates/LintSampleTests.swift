import Foundation
import Testing

@testable import Issuance

/// Certificates of every ready profile, verified here and left for `script/lint-certificates` in
/// the folder that `CHANCERY_LINT_SAMPLES` names, where it is set: `browsers/` is for its profile
/// `serverauth`, and both folders are for `pkix`.
@Suite struct LintSampleTests {
    struct Sample: Sendable {
        let name: String
        let profile: CertificateProfile
        let names: [String]
        let fields: [Subject.Entry]
    }

    /// What the authority above must be for: named for browsers, open for one's own network.
    enum Place: String {
        case browsers
        case network

        var purposes: [KeyPurpose] { self == .browsers ? [.serverAuth, .clientAuth] : [] }
    }

    static let samples = [
        Sample(name: "dv", profile: .dv, names: ["www.example.com"], fields: []),
        Sample(
            name: "dv-many", profile: .dv.with([.serverAuth, .clientAuth]),
            names: [
                "www.example.com", "*.example.org", "8.8.8.8", "2a00:1450::1", "bücher.example.net",
            ],
            fields: []),
        Sample(
            name: "ov", profile: .ov, names: ["www.example.com", "*.example.com"],
            fields: organization),
        Sample(
            name: "ev", profile: .ev, names: ["www.example.com"], fields: organization + extended),
        Sample(
            name: "private", profile: .private, names: ["intranet", "10.1.2.3", "db.corp"],
            fields: organization + [.init(.organizationalUnit, "Räksmörgås")]),
    ]

    static let organization: [Subject.Entry] = [
        .init(.organization, "Exempel & Söner AB"), .init(.locality, "Malmö"),
        .init(.stateOrProvince, "Skåne"), .init(.country, "SE"), .init(.street, "Storgatan 1"),
        .init(.postalCode, "211 34"),
    ]

    static let extended: [Subject.Entry] = [
        .init(.businessCategory, "Private Organization"), .init(.jurisdictionCountry, "SE"),
        .init(.registrationNumber, "556677-8899"),
    ]

    @Test("certificates of the ready profiles verify", arguments: samples)
    func sample(_ sample: Sample) async throws {
        for issuer in [KeyKind.p256, .p384, .rsa(bits: 3072)] {
            let place = sample.profile == .private ? Place.network : .browsers
            let pki = try await TestPKI(issuing: issuer, purposes: place.purposes)
            for kind in [KeyKind.rsa(bits: 2048), .p256, .p384] {
                let subject = try Subject(
                    sample.fields + [.init(.commonName, sample.names[0])])
                let certificate = try await pki.issuing.sign(
                    .sample(
                        key: SampleKeys.key(kind), names: sample.names, as: sample.profile,
                        subject: subject, hash: issuer.signatureHash))
                #expect(try pki.verify(certificate) == "leaf: OK\n")
                try Self.keep(certificate, "\(sample.name) \(kind) by \(issuer)", place)
            }
            try Self.keep(pki.root.certificate, "root above \(issuer)", place)
            try Self.keep(pki.issuing.certificate, "issuing \(issuer)", place)
        }
    }

    /// A list (`.crl`) or an answer (`.ocsp`), for `script/lint-status`.
    static func keepStatus(_ der: [UInt8], _ name: String) throws {
        let samples = ProcessInfo.processInfo.environment["CHANCERY_LINT_SAMPLES"]
        guard let samples else { return }
        let folder = URL(filePath: samples).appending(path: "status")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let plain = name.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" }
        try Data(der).write(to: folder.appending(path: String(plain)))
    }

    static func keep(
        _ certificate: SignedCertificate, _ name: String, _ place: Place
    ) throws {
        let samples = ProcessInfo.processInfo.environment["CHANCERY_LINT_SAMPLES"]
        guard let samples else { return }
        let folder = URL(filePath: samples).appending(path: place.rawValue)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name.replacing(" ", with: "-") + ".pem")
        try Data(certificate.pem.utf8).write(to: file)
    }
}
