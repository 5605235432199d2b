import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// Authorities whose certificates are no longer good.
@Suite struct AuthorityEndTests {
    @Test("a revoked authority is on the list of its root, as openssl reads it, and signs no more")
    func revoked() async throws {
        let sample = try await SampleAuthorities()
        let second = try await sample.create("Second CA")
        _ = try await sample.desk.choose(second.id, for: [])
        try await sample.notice()
        let certificate = try await sample.issued()
        #expect(certificate.issuance?.issuerID == second.id)
        let revoked = try await sample.desk.revoke(second.id, because: .caCompromise)
        #expect(revoked.id == second.id)
        try await sample.notice()
        let entry = try #require(sample.authority.roster[second.id])
        #expect(
            entry.end
                == AuthorityEnd(
                    reason: .caCompromise, date: sample.house.installation.clock.wall.now))
        #expect(!entry.isIssuing)
        #expect(try await sample.issuer() != second.id)

        sample.house.installation.clock.advance(seconds: 60)
        try await CRLMaker(registry: sample.house.registry).makeDue()
        let list = try #require(
            await sample.house.store.read { tx in
                try tx.crlPartition(of: 1, number: 0).flatMap { try tx.crl($0.id) }
            })
        let file = try sample.scratch.write("list.pem", Self.pem(list.der))
        let text = try Command.openssl.succeed([
            "crl", "-in", file, "-noout", "-text",
        ])
        #expect(text.contains("Serial Number: \(entry.certificate.serial.hex)"))
        #expect(text.contains("CA Compromise"))
    }

    @Test("roots, the last one that issues, and revoked ones are not revoked")
    func refused() async throws {
        let sample = try await SampleAuthorities()
        let roster = try await sample.desk.roster()
        let root = try #require(roster[1])
        let issuing = try #require(roster[2])
        await #expect(throws: AuthorityRefusal.rootEndless(root.name)) {
            try await sample.desk.revoke(root.id, because: .unspecified)
        }
        await #expect(throws: AuthorityRefusal.lastIssuing(issuing.name)) {
            try await sample.desk.revoke(issuing.id, because: .unspecified)
        }
        _ = try await sample.create("Second CA")
        _ = try await sample.desk.revoke(issuing.id, because: .superseded)
        await #expect(throws: AuthorityRefusal.revoked(issuing.name)) {
            try await sample.desk.revoke(issuing.id, because: .superseded)
        }
        await #expect(throws: AuthorityRefusal.revoked(issuing.name)) {
            try await sample.desk.reinstate(issuing.id)
        }
    }

    @Test("a cross certificate is revoked by the one that signed it, and no other")
    func cross() async throws {
        let sample = try await SampleAuthorities()
        let other = try await sample.create("Other Root", .root)
        let cross = try await sample.workshop.crossSign(
            try ForeignAuthority(other.certificate), by: 1, days: nil, pathLength: nil)
        _ = try await sample.desk.revokeCross(cross.id, because: .cessationOfOperation)
        let found = try await sample.desk.roster().crossCertificates.map(\.end?.reason)
        #expect(found == [.cessationOfOperation])
        await #expect(throws: AuthorityRefusal.revoked(cross.name)) {
            try await sample.desk.revokeCross(cross.id, because: .unspecified)
        }
    }

    @Test("the list of an offline root is published here, newer ones only, and no other's")
    func published() async throws {
        let made = try await SampleOfflineRoot()
        let (offline, sample, signed, root, added) = (
            made.offline, made.sample, made.signed, made.root, made.added
        )
        await #expect(
            throws: AuthorityRefusal.listElsewhere(added[1].name, above: added[0].name)
        ) { try await sample.desk.revoke(added[1].id, because: .superseded) }

        let empty = try await offline.rootList()
        let first = try await sample.desk.publish(empty, of: added[0].id)
        let number = try #require(first.list.number)
        #expect(try await sample.published(added[0].id) == empty)
        _ = try await offline.desk.revokeCross(signed.id, because: .superseded)
        offline.house.installation.clock.advance(seconds: 60)
        let full = try await offline.rootList()
        let newer = try await sample.desk.publish(
            Array(Self.pem(full).utf8), of: added[0].id)
        #expect(newer.list.number == number + 60)
        #expect(try await sample.published(added[0].id) == full)

        await #expect(throws: AuthorityRefusal.listOlder(added[0].name, number: number + 60)) {
            try await sample.desk.publish(empty, of: added[0].id)
        }
        await #expect(throws: AuthorityRefusal.listMadeHere("Example Organization Root CA")) {
            try await sample.desk.publish(full, of: 1)
        }
        let forged = Array(full.dropLast()) + [(full.last ?? 0) ^ 1]
        await #expect(throws: AuthorityRefusal.listUnfit(added[0].name, .signatureInvalid)) {
            try await sample.desk.publish(forged, of: added[0].id)
        }
        let third = try await SampleAuthorities()
        await #expect(throws: AuthorityRefusal.listUnfit(added[0].name, .unparseable)) {
            try await sample.desk.publish(Array(root.der), of: added[0].id)
        }
        let strange = try await third.create("Stranger", .root)
        let list = try await third.list(of: strange.id)
        await #expect(throws: AuthorityRefusal.listUnfit(added[0].name, .otherIssuer)) {
            try await sample.desk.publish(list, of: added[0].id)
        }
        sample.house.installation.clock.advance(seconds: 400 * 86_400)
        let end = newer.list.nextUpdate.formatted(.iso8601)
        await #expect(throws: AuthorityRefusal.listEnded(added[0].name, on: end)) {
            try await sample.desk.publish(full, of: added[0].id)
        }
    }

    @Test("an authority here that is on such a list is revoked here, and not installed again")
    func listed() async throws {
        let sample = try await SampleAuthorities()
        let root = try OpenSSLRoot()
        let request = try await sample.workshop.request(try sample.plan("Online CA"))
        let signed = try root.sign(request.pem, "CA:TRUE,pathlen:0")
        let added = try await sample.workshop.install(AuthorityIntake([signed, root.certificate]))
        let empty = try await sample.desk.publish(
            root.list(over: "sha256", begun: "20250101000000Z"), of: added[0].id)
        #expect(empty.revoked.isEmpty)
        _ = try await sample.desk.choose(added[1].id, for: [])
        try root.revoke("signed.pem", because: "CACompromise")
        let list = try root.list(over: "sha256", begun: "20250102000000Z")
        let published = try await sample.desk.publish(list, of: added[0].id)
        #expect(published.revoked.map(\.id) == [added[1].id])
        try await sample.notice()
        let entry = try #require(sample.authority.roster[added[1].id])
        #expect(entry.end?.reason == .caCompromise)
        #expect(!entry.isIssuing)
        #expect(try await sample.issuer() == 2)

        let other = try await sample.workshop.request(try sample.plan("Other CA"))
        let late = try root.sign(other.pem, "CA:TRUE,pathlen:0")
        try root.revoke("signed.pem", because: "superseded")
        _ = try await sample.desk.publish(root.list(over: "sha256"), of: added[0].id)
        await #expect(throws: AuthorityRefusal.revoked("Other CA")) {
            try await sample.workshop.install(AuthorityIntake([late]))
        }
    }

    @Test("a list that revokes all that issue is refused, and changes nothing")
    func lastListed() async throws {
        let sample = try await SampleAuthorities()
        let root = try OpenSSLRoot()
        let request = try await sample.workshop.request(try sample.plan("Online CA"))
        let added = try await sample.workshop.install(
            AuthorityIntake([
                try root.sign(request.pem, "CA:TRUE,pathlen:0"), root.certificate,
            ]))
        _ = try await sample.desk.retire(2)
        try root.revoke("signed.pem", because: "superseded")
        let list = try root.list(over: "sha256")
        await #expect(throws: AuthorityRefusal.lastIssuingListed("OpenSSL Root")) {
            try await sample.desk.publish(list, of: added[0].id)
        }
        #expect(try await sample.desk.roster()[added[1].id]?.end == nil)
        let mark = try await sample.house.store.read { [id = added[0].id] in
            try $0.crlMark(of: id, number: 0)
        }
        #expect(mark == nil)
    }

    @Test("a list that openssl made is read; one over SHA-1 proves nothing")
    func foreign() throws {
        let keys = [
            ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"], ["-newkey", "rsa:2048"],
        ]
        for key in keys {
            let root = try OpenSSLRoot(key: key)
            let list = try ForeignRevocationList(root.list(over: "sha256"), by: root.certificate)
            #expect(
                list.nextUpdate > list.thisUpdate, "\(key)")
            let weak = try root.list(over: "sha1")
            #expect(throws: ForeignListProblem.signatureInvalid, "\(key)") {
                try ForeignRevocationList(weak, by: root.certificate)
            }
        }
    }

    private static func pem(_ list: [UInt8]) -> String {
        "-----BEGIN X509 CRL-----\n\(Data(list).base64EncodedString())\n-----END X509 CRL-----\n"
    }
}

extension SampleAuthorities {
    fileprivate func rootList() async throws -> [UInt8] { try await list(of: 1) }

    /// The list of an authority, made now.
    fileprivate func list(of issuer: ID<CACertificate>) async throws -> [UInt8] {
        try await notice()
        try await CRLMaker(registry: house.registry).makeDue()
        return try await published(issuer)
    }

    fileprivate func published(_ issuer: ID<CACertificate>) async throws -> [UInt8] {
        let list = try await house.store.read { tx in
            try tx.crlPartition(of: issuer, number: 0).flatMap { try tx.crl($0.id) }
        }
        return try #require(list).der
    }
}
