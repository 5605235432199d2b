import Issuance
import OrderCore
import Synchronization

/// The authorities by what questions call them, and the certificates they issued to each other.
///
/// Made anew when a question names one that is not in it and the CA has changed since.
final class AuthorityIndex: Sendable {
    private struct State {
        var version: Int64?
        var byDigest: [IssuerDigest: [ID<CACertificate>]] = [:]
        var parents: [[UInt8]: [ID<CACertificate>]] = [:]

        mutating func add(_ certificate: SignedCertificate, below parent: ID<CACertificate>) {
            let serial = certificate.serial.magnitude
            parents[serial, default: []].append(parent)
        }
    }

    private let authority: CertificateAuthority
    private let state = Mutex(State())

    init(_ authority: CertificateAuthority) {
        self.authority = authority
    }

    /// Those that a question may mean: several, where one was made again with its name and key.
    func issuers(_ digest: IssuerDigest) throws -> [ID<CACertificate>] {
        if let found = state.withLock({ $0.byDigest[digest] }) { return found }
        return try update().byDigest[digest] ?? []
    }

    /// Which of `issuers` issued an authority of this serial number.
    func parent(
        ofAuthority serial: [UInt8], among issuers: [ID<CACertificate>]
    ) throws -> ID<CACertificate>? {
        let parents = try state.withLock { $0.parents[serial] } ?? update().parents[serial] ?? []
        return issuers.first(where: parents.contains)
    }

    private func update() throws -> State {
        let roster = authority.roster
        let before = state.withLock { $0 }
        guard before.version != roster.version else { return before }
        var after = State(version: roster.version)
        for entry in roster.entries {
            for digest in try entry.certificate.digests {
                after.byDigest[digest, default: []].append(entry.id)
            }
            if let parent = entry.parentID { after.add(entry.certificate, below: parent) }
        }
        for cross in roster.crossCertificates {
            after.add(cross.certificate, below: cross.issuerID)
        }
        let result = after
        state.withLock { $0 = result }
        return result
    }
}
