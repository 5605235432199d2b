import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// What is refused changes nothing, and makes no key.
@Suite struct AuthorityRefusalTests {
    @Test("a name that is taken, a parent that cannot sign, a time beyond its own")
    func create() async throws {
        let sample = try await SampleAuthorities()
        let keys = try await sample.keeper.keys()
        let version = sample.authority.roster.version
        let second = try NewAuthority(
            Subject([
                .init(.country, "us"), .init(.organization, "Example Organization"),
                .init(.commonName, "Example Organization Issuing CA 1"),
            ]), role: .issuing)
        await #expect(
            throws: AuthorityRefusal.nameTaken("Example Organization Issuing CA 1", by: 2)
        ) { try await sample.workshop.create(second) }
        await #expect(throws: AuthorityRefusal.unknown(9)) {
            try await sample.create("Lost") { $0.parentID = 9 }
        }
        await #expect(throws: AuthorityRefusal.notAbove("Example Organization Issuing CA 1")) {
            try await sample.create("Low") { $0.parentID = 2 }
        }
        let root = try #require(sample.authority.roster[1])
        let end = root.certificate.validity.notAfter.formatted(.iso8601.year().month().day())
        await #expect(throws: AuthorityRefusal.outlived(root.name, until: end)) {
            try await sample.create("Long") { $0.days = 7306 }
        }
        #expect(try await sample.keeper.keys() == keys)
        #expect(try await sample.authority.refresh(from: sample.house.store) == false)
        #expect(sample.authority.roster.version == version)
    }

    @Test("an intermediate that nothing may stand below is not made, nor taken in")
    func path() async throws {
        let sample = try await SampleAuthorities()
        await #expect(throws: AuthorityRefusal.nothingBelow) {
            try await sample.create("Middle", .intermediate) { $0.pathLength = 0 }
        }
        let root = try OpenSSLRoot()
        let request = try await sample.workshop.request(try sample.plan("Middle", .intermediate))
        var intake = AuthorityIntake(
            [root.certificate, try root.sign(request.pem, "CA:TRUE,pathlen:0")])
        intake.isIntermediate = true
        await #expect(throws: AuthorityRefusal.nothingBelow) {
            try await sample.workshop.install(intake)
        }
        intake.isIntermediate = false
        #expect(try await sample.workshop.install(intake)[1].role == .issuing)
    }

    @Test("of several roots one has to be named")
    func severalRoots() async throws {
        let sample = try await SampleAuthorities()
        let root = try await sample.create("Other Root", .root)
        await #expect(throws: AuthorityRefusal.severalParents([1, root.id])) {
            try await sample.create("Second CA")
        }
        #expect(try await sample.create("Second CA") { $0.parentID = root.id }.parentID == root.id)
    }

    @Test("who issues nothing is chosen for nothing, and what is not retired is not reinstated")
    func choice() async throws {
        let sample = try await SampleAuthorities()
        await #expect(throws: AuthorityRefusal.issuesNothing("Example Organization Root CA")) {
            try await sample.desk.choose(1, for: [])
        }
        await #expect(throws: AuthorityRefusal.notRetired("Example Organization Root CA")) {
            try await sample.desk.reinstate(1)
        }
        await #expect(throws: AuthorityRefusal.unknown(7)) { try await sample.desk.retire(7) }
    }

    @Test("a root whose key is on a token that is not configured is said to be on one")
    func tokenAbsent() async throws {
        let sample = try await SampleAuthorities()
        let root = try #require(sample.authority.roster[1])
        let now = sample.house.installation.clock.wall.now
        try await sample.house.store.write { try $0.setKeyPlace(.token, of: 1, at: now) }
        let file = root.certificate.key.identifier.hex + ".key"
        try FileManager.default.removeItem(atPath: sample.scratch.path + file)
        let keeper = try SealedFileKeeper(
            folder: sample.scratch.url, secret: SampleAuthorities.secret)
        let workshop = AuthorityWorkshop(
            database: sample.house.store, keepers: Keepers(files: keeper),
            serials: sample.house.installation.chance,
            clock: sample.house.installation.clock.wall,
            publication: SampleInstallation.publication)
        for parent: ID<CACertificate>? in [nil, 1] {
            let plan = try sample.plan("Second CA") { $0.parentID = parent }
            await #expect(throws: AuthorityRefusal.keyOnToken(root.name)) {
                try await workshop.create(plan)
            }
        }
    }

    @Test("a server without the key says so, and signs once the key is brought to it")
    func keyElsewhere() async throws {
        let sample = try await SampleAuthorities()
        let made = try await sample.create("Second CA")
        let folder = try ScratchFolder()
        for file in try FileManager.default.contentsOfDirectory(atPath: sample.scratch.path) {
            guard file.hasSuffix(".key"), !file.hasPrefix(made.certificate.key.identifier.hex)
            else { continue }
            try folder.write(file, try sample.scratch.read(file))
            chmod(folder.path + file, 0o600)
        }
        let node = try await CertificateAuthority(
            from: sample.house.store,
            keeper: try SealedFileKeeper(folder: folder.url, secret: SampleAuthorities.secret),
            serials: sample.house.installation.chance,
            publication: SampleInstallation.publication)
        #expect(node.signer(of: made.id) == nil)
        #expect(node.signer(of: 2) != nil)
        let name = made.certificate.key.identifier.hex + ".key"
        try folder.write(name, try sample.scratch.read(name))
        chmod(folder.path + name, 0o600)
        try await node.refresh(from: sample.house.store)
        #expect(node.signer(of: made.id) != nil)
    }
}
