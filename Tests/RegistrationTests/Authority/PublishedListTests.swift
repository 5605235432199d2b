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
