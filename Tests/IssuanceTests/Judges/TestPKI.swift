import Foundation
@testable import Issuance
import TestKit

/// 1 July 2026, noon.
let noon = Date(timeIntervalSince1970: 1_782_907_200)

/// Serials that count, at a standing clock.
struct CountedSerials: SerialSource {
    func next(now: Date) -> SerialNumber {
        SerialNumber(at: now, random: Array(repeating: 7, count: SerialNumber.randomOctets))
    }
}

/// A root and an issuing authority with keys in a folder, made anew for each test.
struct TestPKI {
    let scratch: ScratchFolder
    let keeper: SealedFileKeeper
    let root: Issuer
    let issuing: Issuer

    init(
        root rootKey: KeyKind = .p384, issuing issuingKey: KeyKind = .p256,
        purposes: [KeyPurpose] = []
    ) async throws {
        scratch = try ScratchFolder()
        let secret = SealingSecret.octets(SymmetricKeyOctets(Array(repeating: 1, count: 32)))
        keeper = try SealedFileKeeper(folder: scratch.url, secret: secret)
        let maker = AuthorityMaker(keeper: keeper, serials: SystemSerialSource())
        root = try Issuer(
            certificate: try await maker.makeRoot(
                .root(Self.subject("Test Root"), key: rootKey), now: noon),
            keeper: keeper, pointers: Self.pointers("root"))
        issuing = try Issuer(
            certificate: try await maker.makeIssuing(
                .issuing(Self.subject("Test Issuing"), key: issuingKey, purposes: purposes),
                under: root, now: noon),
            keeper: keeper, pointers: Self.pointers("issuing"))
    }

    static func subject(_ commonName: String) throws -> Subject {
        try Subject([
            .init(.commonName, commonName), .init(.organization, "Example Ltd"),
            .init(.country, "SE"),
        ])
    }

    static func pointers(_ name: String) -> AuthorityPointers {
        AuthorityPointers(
            crl: "http://ca.example.com/\(name).crl", ocsp: "http://ocsp.example.com/\(name)",
            certificate: "http://ca.example.com/\(name).cer")
    }

    /// What openssl says of the certificate's chain, at the time of the draft.
    func verify(_ certificate: SignedCertificate) throws -> String {
        let root = try scratch.write("root.pem", root.certificate.pem)
        let issuing = try scratch.write("issuing.pem", issuing.certificate.pem)
        let leaf = try scratch.write("leaf.pem", certificate.pem)
        let time = String(Int(noon.timeIntervalSince1970) + 3600)
        return try Command.openssl.run([
            "verify", "-x509_strict", "-attime", time, "-CAfile", root, "-untrusted", issuing, leaf,
        ]).output.replacing(leaf, with: "leaf")
    }
}

extension CertificateDraft {
    /// A draft for example.com for ninety days, parts of which a test may change.
    static func sample(
        key: SubjectKey, names: [String] = ["www.example.com"],
        as profile: CertificateProfile = .dv,
        subject: Subject? = nil, hash: HashAlgorithm = .sha256
    ) throws -> CertificateDraft {
        let subject = try subject ?? Subject([.init(.commonName, names[0])])
        return CertificateDraft(
            for: CertificateHolder(
                subject: subject, names: try names.map { try SubjectAlternativeName($0) },
                key: key),
            as: profile, valid: Validity(from: noon, days: 90),
            serial: CountedSerials().next(now: noon), hash: hash)
    }
}

extension KeyKind {
    /// The options by which `openssl genpkey` makes such a key.
    var opensslOptions: [String] {
        switch self {
        case .rsa(let bits): ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:\(bits)"]
        case .p256: Self.curve("P-256")
        case .p384: Self.curve("P-384")
        case .p521: Self.curve("P-521")
        case .ed25519: ["-algorithm", "ED25519"]
        }
    }

    static func curve(_ name: String) -> [String] {
        ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:\(name)"]
    }
}

/// Requests made by openssl.
struct RequestMaker {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    func pem(
        key options: [String], subject: String = "/CN=www.example.com", signing: [String] = []
    ) throws -> String {
        try Command.openssl.succeed(["genpkey", "-out", "key.pem"] + options, in: scratch.url)
        try Command.openssl.succeed(
            ["req", "-new", "-utf8", "-key", "key.pem", "-subj", subject, "-out", "csr.pem"]
                + signing,
            in: scratch.url)
        return try scratch.text("csr.pem")
    }

    static func key(_ kind: KeyKind) throws -> SubjectKey {
        try SigningRequest(try RequestMaker().pem(key: kind.opensslOptions)).key
    }
}
