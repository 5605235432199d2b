import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// Authorities that are shut out while a server, which has not noticed yet, signs with them.
@Suite struct ShutOutTests {
    enum Deed: CaseIterable, Sendable {
        case revoke
        case retire
    }

    @Test(
        "what was signed by an authority that is shut out meanwhile is signed anew by another",
        arguments: Deed.allCases)
    func meanwhile(deed: Deed) async throws {
        var intervening: InterveningDatabase?
        let sample = try await SampleAuthorities { inner in
            let database = InterveningDatabase(inner)
            intervening = database
            return database
        }
        let second = try await sample.chosen()
        let desk = sample.desk
        try #require(intervening).before {
            switch deed {
            case .revoke: _ = try await desk.revoke(second.id, because: .caCompromise)
            case .retire: _ = try await desk.retire(second.id)
            }
        }
        let certificate = try await sample.issued()
        #expect(certificate.issuance?.issuerID == 2)
        #expect(try await sample.verify(certificate) == "leaf: OK\n")
        let issuers = try await sample.house.store.read {
            try $0.rows("SELECT issuer_id FROM certificates", []) { $0.long() }
        }
        #expect(issuers == [2])
    }

    @Test("what waits for logs under a revoked authority is given up, and begun anew by another")
    func waiting() async throws {
        let scratch = try ScratchFolder()
        let keeper = try SealedFileKeeper(folder: scratch.url, secret: SampleAuthorities.secret)
        let logged = try await LoggedHouse(keeper: keeper)
        let house = logged.house
        let second = try await house.installation.workshop.create(
            NewAuthority(SampleAuthorities.subject("Second CA"), role: .issuing))
        _ = try await house.installation.authorities.choose(second.id, for: [])
        try await house.registry.authority.refresh(from: house.store)
        logged.become(.failing(status: 500))
        let id = try await house.place().order.id
        _ = try await house.installation.authorities.revoke(second.id, because: .superseded)
        try await house.registry.authority.refresh(from: house.store)
        logged.become(.honest)
        try await logged.workLater()
        try await house.worker.runOnce()
        try await logged.workLater()
        let certificate = try await house.certificates(id)[0]
        #expect(certificate.issuance?.issuerID == 2)
        let kept = try await logged.precertificates()
        #expect(kept.map(\.state) == [.abandoned, .issued])
        #expect(kept.map(\.issuerID) == [second.id, 2])
    }
}

extension SampleAuthorities {
    /// Another authority, which signs everything from now on.
    fileprivate func chosen() async throws -> CAEntry {
        let second = try await create("Second CA")
        _ = try await desk.choose(second.id, for: [])
        try await notice()
        return second
    }
}
