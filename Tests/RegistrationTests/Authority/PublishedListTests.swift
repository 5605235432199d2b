import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// Revocation lists that were signed elsewhere, by openssl.
@Suite struct PublishedListTests {
    private static let point = "issuingDistributionPoint=critical,@p\n[p]\n"
    private static let url = "http://ca.example.com/crl/3.crl"

    @Test(
        "a list that is not all that its issuer revoked is refused with what it is",
        arguments: [
            ("authorityKeyIdentifier=keyid", nil), ("", .numberless),
            ("2.5.29.27=critical,DER:020101", .delta),
            (point + "onlyuser=TRUE", .partial("onlyContainsUserCerts")),
            (point + "onlyCA=TRUE", .partial("onlyContainsCACerts")),
            (point + "onlysomereasons=keyCompromise", .partial("onlySomeReasons")),
            (point + "indirectCRL=TRUE", .indirect),
            (
                point + "fullname=URI:http://other.example/1.crl",
                .otherAddress("http://other.example/1.crl")
            ),
            (point + "fullname=URI:\(url)", nil),
            ("1.2.3.4=critical,DER:0500", .unknownExtension("1.2.3.4")),
            ("1.2.3.4=DER:0500", nil),
        ] as [(String, ForeignListProblem?)])
    func complete(extensions: String, problem: ForeignListProblem?) throws {
        let root = try OpenSSLRoot()
        let list = try ForeignRevocationList(
            root.list(over: "sha256", extensions: extensions), by: root.certificate)
        var found: ForeignListProblem?
        do throws(ForeignListProblem) {
            try list.check(publishedAt: [Self.url])
        } catch {
            found = error
        }
        #expect(found == problem)
    }

    @Test("a list with an entry that has a critical extension nobody knows is not published")
    func entry() async throws {
        let sample = try await SampleAuthorities()
        let root = try OpenSSLRoot(key: ["-newkey", "rsa:2048"])
        let id = try await sample.workshop.install(AuthorityIntake([root.certificate]))[0].id
        let lost = try root.sign(
            try await sample.workshop.request(try sample.plan("Lost CA")).pem, "CA:TRUE")
        try root.revoke(
            try root.scratch.write("lost.pem", lost.pem), ["-crl_hold", "holdInstructionReject"])
        let list = try root.list(over: "sha256")
        await #expect(
            throws: AuthorityRefusal.listUnfit(
                "OpenSSL Root", .unknownExtension("2.5.29.23"))
        ) {
            try await sample.desk.publish(try root.withCriticalHold(in: list), of: id)
        }
        #expect(try await sample.desk.publish(list, of: id).list.entries.count == 1)
    }

    @Test("the address is one that certificates below the issuer name")
    func address() async throws {
        let made = try await SampleOfflineRoot()
        #expect(made.added[1].certificate.listURLs == ["http://ca.example.com/crl/1.crl"])
    }

    @Test("a list that is still to begin is refused; one of before numbers blocks none")
    func times() async throws {
        let sample = try await SampleAuthorities()
        let root = try OpenSSLRoot()
        let added = try await sample.workshop.install(AuthorityIntake([root.certificate]))
        let id = added[0].id
        let future = try root.list(over: "sha256", begun: "20260108000000Z")
        await #expect(
            throws: AuthorityRefusal.listNotBegun("OpenSSL Root", at: "2026-01-08T00:00:00Z")
        ) { try await sample.desk.publish(future, of: id) }
        let old = try ForeignRevocationList(
            root.list(over: "sha256", begun: "20250101000000Z", extensions: ""),
            by: root.certificate)
        try await sample.house.store.write { tx in
            let partition = try tx.crlPartition(of: id, number: 0)!.id
            _ = try tx.replace(
                nil,
                by: CRLMark(
                    partitionID: partition, number: Int64(old.thisUpdate.timeIntervalSince1970),
                    thisUpdate: old.thisUpdate, nextUpdate: old.nextUpdate), der: old.der)
        }
        let numbered = try root.list(over: "sha256")
        #expect(try await sample.desk.publish(numbered, of: id).list.number == 2)
        await #expect(throws: AuthorityRefusal.listOlder("OpenSSL Root", number: 2)) {
            try await sample.desk.publish(numbered, of: id)
        }
    }
}

extension OpenSSLRoot {
    /// A list of this root, whose key is RSA, once more: the instruction for an entry on hold is
    /// critical, and three octets shorter than it was. The signature holds.
    fileprivate func withCriticalHold(in list: [UInt8]) throws -> [UInt8] {
        try scratch.write("plain.pem", list)
        try Command.openssl.succeed(
            ["crl", "-in", "plain.pem", "-outform", "DER", "-out", "list.der"], in: scratch.url)
        var der = try scratch.read("list.der")
        let oid: [UInt8] = [0x06, 3, 0x55, 0x1D, 23]
        let place = try #require(der.firstRange(of: oid)).upperBound
        let length = der[place + 1] - 3
        der.replaceSubrange(
            place..<(place + 7), with: [0x01, 1, 0xFF, 0x04, length, 0x06, length - 2])
        // After what is signed come the algorithm, 15 octets, and the signature in a BIT STRING.
        try scratch.write("signed", Array(der[4..<(der.count - 15 - 261)]))
        try Command.openssl.succeed(
            ["dgst", "-sha256", "-sign", "root.key", "-out", "signature", "signed"],
            in: scratch.url)
        return der.dropLast(256) + (try scratch.read("signature"))
    }
}
