import Issuance
import OrderCore
import Testing

@testable import Registration

/// An authority of one installation below the root of another one, which is installed with it.
struct SampleOfflineRoot {
    /// The installation that has the key of the root, and no other part in this.
    let offline: SampleAuthorities
    let sample: SampleAuthorities
    /// What the root signed, as its own installation knows it.
    let signed: CrossEntry
    let root: SignedCertificate
    /// Root and authority, as they were installed.
    let added: [CAEntry]

    init() async throws {
        offline = try await SampleAuthorities()
        sample = try await SampleAuthorities()
        let request = try await sample.workshop.request(try sample.plan("Online CA"))
        signed = try await offline.workshop.crossSign(
            ForeignAuthority(request: request), by: 1, days: 1000, pathLength: 0)
        root = try #require(offline.authority.roster[1]).certificate
        added = try await sample.workshop.install(AuthorityIntake([signed.certificate, root]))
    }
}
