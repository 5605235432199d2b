import Foundation
import Issuance
import OrderCore
import Storage
import TestKit
import Testing

@testable import Registration

/// Lists of authorities whose keys come later than their certificates.
@Suite struct LateKeyTests {
    @Test("once the key of an authority kept elsewhere is here, its list is made at once")
    func brought() async throws {
        let made = try await SampleOfflineRoot()
        let (offline, sample, root, added) = (made.offline, made.sample, made.root, made.added)
        try await sample.notice()
        let maker = CRLMaker(registry: sample.house.registry)
        try await maker.makeDue()
        #expect(try await sample.list(of: added[0].id) == nil)

        try Self.bring(root, from: offline.scratch, to: sample.scratch)
        let known = try await sample.workshop.install(AuthorityIntake([root]))
        #expect(known.map(\.id) == [added[0].id])
        try await maker.makeDue()
        let list = try #require(try await sample.list(of: added[0].id))
        let read = try ForeignRevocationList(list, by: root)
        #expect(read.number == Int64(StoppedClock.noon.timeIntervalSince1970))
    }

    @Test("what the last list from elsewhere revoked is on the first one that is made here")
    func takenOver() async throws {
        let made = try await SampleOfflineRoot()
        let (offline, sample, signed, root, added) = (
            made.offline, made.sample, made.signed, made.root, made.added
        )
        _ = try await offline.desk.revokeCross(signed.id, because: .superseded)
        offline.house.installation.clock.advance(seconds: 60)
        try await CRLMaker(registry: offline.house.registry).makeDue()
        let before = try #require(try await offline.list(of: 1))
        let published = try await sample.desk.publish(before, of: added[0].id)

        try Self.bring(root, from: offline.scratch, to: sample.scratch)
        _ = try await sample.workshop.install(AuthorityIntake([root]))
        try await CRLMaker(registry: sample.house.registry).makeDue()
        let list = try #require(try await sample.list(of: added[0].id))
        let read = try ForeignRevocationList(list, by: root)
        #expect(read.number == published.list.number.map { $0 + 1 })
        #expect(read.entries == published.list.entries)
        #expect(read.entry(of: signed.certificate) != nil)
    }

    @Test("a node without the key leaves the list to another soon, and not for an hour")
    func copied() async throws {
        let sample = try await SampleAuthorities()
        let folder = try ScratchFolder()
        for entry in sample.authority.roster.entries {
            try Self.bring(entry.certificate, from: sample.scratch, to: folder)
        }
        let old = sample.house.registry
        let authority = try await CertificateAuthority(
            from: old.database,
            keeper: try SealedFileKeeper(folder: folder.url, secret: SampleAuthorities.secret),
            serials: sample.house.installation.chance, publication: old.publication)
        let node = Registry(
            database: old.database, authority: authority, clock: old.clock, tokens: old.tokens,
            publication: old.publication, secrets: old.secrets, auditKey: old.auditKey,
            control: old.control, steps: old.steps)
        let made = try await sample.create("Second CA")
        try await CRLMaker(registry: node).makeDue()
        #expect(try await sample.list(of: made.id) == nil)
        sample.house.installation.clock.advance(seconds: CRLSchedule.retryDelaySeconds(after: 1))
        try await CRLMaker(registry: old).makeDue()
        #expect(try await sample.list(of: made.id) != nil)
    }

    /// Copies the sealed key of a certificate to another folder under the same secret.
    private static func bring(
        _ certificate: SignedCertificate, from source: ScratchFolder, to target: ScratchFolder
    ) throws {
        let name = certificate.key.identifier.hex + ".key"
        try target.write(name, try source.read(name))
        chmod(target.path + name, 0o600)
    }
}

extension SampleAuthorities {
    /// The list of an authority that is published, if there is one.
    fileprivate func list(of issuer: ID<CACertificate>) async throws -> [UInt8]? {
        try await house.store.read { tx in
            try tx.crlPartition(of: issuer, number: 0).flatMap { try tx.crl($0.id) }?.der
        }
    }
}
