import AsyncHTTPClient
import Foundation
import Issuance
import NIOCore
import TestKit
import Testing

@testable import Transparency

/// Logs over HTTP, and the log of the tests itself: is it one?
@Suite struct LogStandTests {
    private static let noon = StoppedClock.noon

    private static func issuer() async throws -> Issuer {
        let keeper = try FixedKeeper()
        let maker = AuthorityMaker(keeper: keeper, serials: SystemSerialSource())
        return try Issuer(
            certificate: try await maker.makeRoot(
                .root(Subject([.init(.commonName, "Root")])), now: noon),
            keeper: keeper, pointers: .none)
    }

    private static func precertificate(
        by issuer: Issuer, _ name: String
    ) async throws -> SignedCertificate {
        try await issuer.precertify(
            CertificateDraft(
                for: CertificateHolder(
                    subject: try Subject([.init(.commonName, name)]),
                    names: [try SubjectAlternativeName(name)],
                    key: try SigningRequest(SampleCSR.rsa).key),
                as: ShippedProfiles.named("tls_dv")!.profile, valid: Validity(from: noon, days: 90),
                serial: SystemSerialSource().next(now: noon), hash: .sha256))
    }

    /// It waits for as long as a machine may take that does a thousand other things.
    private static let client = HTTPLogs(answerSeconds: 600)

    @Test("a log over HTTP gives a timestamp, keeps the entry, and proves it")
    func honest() async throws {
        let issuer = try await Self.issuer()
        let log = try SampleLog("alpha", now: { Self.noon })
        try await LogStand.run([log]) { stand in
            let list = try LogList(json: Data(try stand.listJSON.utf8))
            #expect(list.logs.map(\.url) == [stand.url(of: log)])
            var leaves: [[UInt8]] = []
            for number in 0..<7 {
                let precertificate = try await Self.precertificate(
                    by: issuer, "host\(number).example.com")
                let chain = [precertificate, issuer.certificate]
                let timestamp = try await Self.client.add(chain, to: list.logs[0])
                let entry = try LoggedEntry(of: precertificate, by: issuer.certificate)
                try log.key.check(timestamp, of: entry, at: Self.noon)
                leaves.append(entry.leaf(at: timestamp.milliseconds, extensions: []))
                // Shown again, it gets the same.
                #expect(try await Self.client.add(chain, to: list.logs[0]) == timestamp)
            }
            let head = try await Self.json(stand.url(of: log) + "/ct/v1/get-sth")
            #expect(head["tree_size"] as? Int == 7)
            let root = try #require(head["sha256_root_hash"] as? String)
            for (place, leaf) in leaves.enumerated() {
                let hash = MerkleTree.hash(leaf: leaf)
                let text = Data(hash).base64EncodedString()
                    .addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
                let proof = try await Self.json(
                    stand.url(of: log) + "/ct/v1/get-proof-by-hash?tree_size=7&hash=\(text)")
                #expect(proof["leaf_index"] as? Int == place)
                let path = try #require(proof["audit_path"] as? [String])
                let led = MerkleTree.root(
                    from: hash, at: place, of: 7,
                    along: path.map { Array(Data(base64Encoded: $0)!) }
                )
                #expect(Data(led).base64EncodedString() == root)
            }
            let listed = try await Self.json(
                stand.url(of: log) + "/ct/v1/get-entries?start=0&end=99")
            let inputs = (listed["entries"] as? [[String: String]])?.compactMap { $0["leaf_input"] }
            #expect(inputs == leaves.map { Data($0).base64EncodedString() })
        }
    }

    @Test(
        "what goes wrong over HTTP is told apart",
        arguments: [
            (SampleLog.Mood.failing(status: 500), LogProblem.failed("500")),
            (
                .failing(status: 503, retryAfter: "7"), .busy(status: 503, pauseSeconds: 7)
            ),
            (.failing(status: 429), .busy(status: 429, pauseSeconds: nil)),
            (.failing(status: 400), .refused(status: 400, text: "")),
            (.failing(status: 302), .refused(status: 302, text: "")),
            (.babbling, .unreadable("ok")),
        ])
    func fails(mood: SampleLog.Mood, problem: LogProblem) async throws {
        let issuer = try await Self.issuer()
        let precertificate = try await Self.precertificate(by: issuer, "www.example.com")
        let log = try SampleLog("alpha", now: { Self.noon })
        log.become(mood)
        try await LogStand.run([log]) { stand in
            let listed = log.listed(by: "a", at: stand.url(of: log))
            let error = await #expect(throws: LogProblem.self) {
                try await Self.client.add([precertificate, issuer.certificate], to: listed)
            }
            #expect(error == problem)
        }
    }

    @Test("a log that is not there, or does not take what it is shown, has failed")
    func absent() async throws {
        let issuer = try await Self.issuer()
        let log = try SampleLog("alpha", now: { Self.noon })
        let precertificate = try await Self.precertificate(by: issuer, "www.example.com")
        let gone = try await LogStand.run([log]) { stand in
            // Not a precertificate.
            await #expect(throws: LogProblem.refused(status: 400, text: "")) {
                try await Self.client.add(
                    [issuer.certificate, issuer.certificate],
                    to: log.listed(by: "a", at: stand.url(of: log)))
            }
            return log.listed(by: "a", at: stand.url(of: log))
        }
        let error = await #expect(throws: LogProblem.self) {
            try await Self.client.add([precertificate, issuer.certificate], to: gone)
        }
        guard case .failed = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// The examples of RFC 9162 section 2.1.5 and of the reference implementation: known roots.
    @Test("the tree is the one of RFC 6962")
    func tree() throws {
        let inputs = [
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        ]
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var tree = MerkleTree()
        for (input, root) in zip(inputs, roots) {
            _ = tree.append(Array(hex: input))
            #expect(tree.root == Array(hex: root))
        }
    }

    private static func json(_ url: String) async throws -> [String: Any] {
        let response = try await HTTPClient.shared.execute(
            HTTPClientRequest(url: url), timeout: .seconds(10))
        let body = try await response.body.collect(upTo: 1 << 20)
        return try JSONSerialization.jsonObject(with: Data(body.readableBytesView))
            as? [String: Any] ?? [:]
    }
}

extension [UInt8] {
    fileprivate init(hex text: String) {
        let digits = Array<Character>(text)
        self = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)!
        }
    }
}
