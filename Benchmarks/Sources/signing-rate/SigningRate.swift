import Foundation
import Issuance

/// Certificates a second that this machine makes in process, on all cores: the request is read and
/// checked, and a certificate is put together, signed and encoded, as for an order; nothing is
/// stored and nobody is answered.
///
///     signing-rate CSR SECONDS
@main struct SigningRate {
    static func main() async throws {
        guard CommandLine.arguments.count == 3, let seconds = Int(CommandLine.arguments[2]) else {
            print("signing-rate CSR SECONDS")
            exit(2)
        }
        let csr = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "signing-rate-\(ProcessInfo.processInfo.processIdentifier)")
        try SealedFileKeeper.makeFolder(folder)
        // A folder of temporary files that stays is no loss.
        defer { try? FileManager.default.removeItem(at: folder) }
        let bench = try await SigningBench(csr: csr, folder: folder)
        let end = ContinuousClock.now + .seconds(seconds)
        let made = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
                group.addTask { @concurrent in try await bench.sign(until: end) }
            }
            var made = 0
            for try await count in group { made += count }
            return made
        }
        print(Double(made) / Double(seconds))
    }
}

/// A root and an issuing authority, and what an order would ask them for.
private struct SigningBench: Sendable {
    let csr: String
    let issuer: Issuer
    let subject: Subject
    let serials = SystemSerialSource()

    init(csr: String, folder: URL) async throws {
        self.csr = csr
        let keeper = try SealedFileKeeper(
            folder: folder,
            secret: .octets(SymmetricKeyOctets(Array(repeating: 1, count: 32))))
        let maker = AuthorityMaker(keeper: keeper, serials: serials)
        let now = Date()
        let root = try Issuer(
            certificate: try await maker.makeRoot(
                .root(Subject([.init(.commonName, "Root")]), key: .p384), now: now),
            keeper: keeper, pointers: .none)
        issuer = try Issuer(
            certificate: try await maker.makeIssuing(
                .issuing(Subject([.init(.commonName, "Issuing")]), key: .p256), under: root,
                now: now),
            keeper: keeper,
            pointers: AuthorityPointers(
                crl: "http://ca.example.com/crl/2.crl", ocsp: "http://ca.example.com/ocsp",
                certificate: "http://ca.example.com/ca/2.cer"))
        subject = try Subject([
            .init(.country, "US"), .init(.organization, "Example"),
            .init(.commonName, "www.example.com"),
        ])
    }

    /// Returns how many it signed.
    @concurrent func sign(until end: ContinuousClock.Instant) async throws -> Int {
        let profile = ShippedProfiles.named("tls_private")!.profile
        var count = 0
        while ContinuousClock.now < end {
            let request = try SigningRequest(csr)
            let now = Date()
            let signed = try await issuer.sign(
                CertificateDraft(
                    for: CertificateHolder(
                        subject: subject, names: [try SubjectAlternativeName("www.example.com")],
                        key: request.key),
                    as: profile, valid: Validity(from: now, days: 365),
                    serial: serials.next(now: now), hash: .sha256))
            guard !signed.der.isEmpty, !signed.pem.isEmpty else { continue }
            count += 1
        }
        return count
    }
}
