import Foundation
import HTTPTypes
import Issuance
import Registration
import Synchronization
import TestKit
import Testing

/// Profiles of an owner, and lints, as those meet them who order.
@Suite("A profile")
struct ProfileAPITests {
    private static let plant = """
        title: Servers of the plant
        products: [private_ssl_plus]
        keys: [p256]
        keyUsage: [digitalSignature]
        purposes: [serverAuth, 1.3.6.1.5.5.7.3.17]
        policies:
          - oid: 1.3.6.1.4.1.99999.1
            cps: http://example.com/cps
        validity: {daysMax: 30}
        names: {forms: [host, wildcard], internal: true, listsCommonName: true}
        subject: {allowed: [organization, commonName], required: [organization]}
        pointers: [crl]
        """

    private static func book() throws -> ProfileBook {
        try ProfileBook(
            own: [try ProfileReader.read(plant, name: "plant", path: "profiles/plant.yaml")])
    }

    @Test("of an owner makes the certificates of its products, and no others")
    func custom() async throws {
        try await RunningAPI.run(profiles: try Self.book()) { api in
            let placed = try await api.send(
                .post, "/order/certificate/private_ssl_plus",
                try SampleBody.order(csr: SampleCSR.p256))
            let chain = try #require(
                try placed.json["certificate_chain"] as? [[String: String]], "\(placed.text)")
            let folder = try ScratchFolder()
            let leaf = try folder.write("leaf.pem", chain[0]["pem"]!)
            let text = try Command.openssl.succeed([
                "x509", "-in", leaf, "-noout", "-subject", "-dates", "-ext",
                "keyUsage,extendedKeyUsage,certificatePolicies,authorityInfoAccess,"
                    + "crlDistributionPoints",
            ])
            let lines = text.split(separator: "\n").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            #expect(
                lines == [
                    "subject=O = Example Organization, CN = www.example.com",
                    "notBefore=Jan  5 11:55:00 2026 GMT", "notAfter=Feb  4 11:54:59 2026 GMT",
                    "X509v3 Key Usage: critical", "Digital Signature",
                    "X509v3 Extended Key Usage:",
                    "TLS Web Server Authentication, ipsec Internet Key Exchange",
                    "X509v3 Certificate Policies:", "Policy: 1.3.6.1.4.1.99999.1",
                    "CPS: http://example.com/cps", "X509v3 CRL Distribution Points:", "Full Name:",
                    "URI:http://ca.example.com/crl/2.crl",
                ])
            try EveryProductTests.keep(chain[0]["pem"]!, as: "custom-profile", in: "network")
            let other = try await api.send(
                .post, "/order/certificate/private_ssl_flex", try SampleBody.order())
            #expect(other.status == 201)
        }
    }

    @Test("of an owner refuses what it does not take, before anything is stored")
    func refused() async throws {
        try await RunningAPI.run(profiles: try Self.book()) { api in
            let cases: [([String: Any], String, String)] = [
                ([:], SampleCSR.rsa, "csr_invalid_cannot_parse"),
                (
                    ["certificate.profile_option": "kdc_smart_card"], SampleCSR.p256,
                    "invalid_value:certificate.profile_option"
                ),
                (
                    ["certificate.cert_validity": ["days": 31]], SampleCSR.p256,
                    "invalid_value:certificate.cert_validity"
                ),
                (
                    ["certificate.dns_names": ["10.0.0.1"]], SampleCSR.p256,
                    "invalid_value:certificate.dns_names"
                ),
            ]
            for (change, csr, code) in cases {
                let answer = try await api.send(
                    .post, "/order/certificate/private_ssl_plus",
                    try SampleBody.order(change, csr: csr))
                #expect(answer.status == 400)
                #expect(try answer.errorCode == code, "\(answer.text)")
            }
            let list = try await api.send(.get, "/order/certificate").json
            #expect((list["orders"] as? [Any])?.isEmpty ?? true)
        }
    }

    @Test("cannot make a certificate that lints refuse: the answer names the lint")
    func lint() async throws {
        let csr = try await FixedKeeper.requestOfIssuer()
        try await RunningAPI.run { api in
            let answer = try await api.send(
                .post, "/order/certificate/ssl_plus", try SampleBody.order(csr: csr))
            #expect(answer.status == 400)
            let said = try answer.json["errors"] as? [[String: String]]
            #expect(
                said == [
                    [
                        "code": "invalid_value:certificate.csr",
                        "message": "certificate.csr leads to a certificate that is not signed: "
                            + "The key is the issuer's own. (chancery_key_not_of_issuer, "
                            + "Baseline Requirements section 6.1.1.3)",
                    ]
                ])
            let list = try await api.send(.get, "/order/certificate").json
            #expect((list["orders"] as? [Any])?.isEmpty ?? true)
        }
    }

    @Test("a request whose certificate lints refuse is not half decided, and can be rejected")
    func lintAtApproval() async throws {
        let csr = try await FixedKeeper.requestOfIssuer()
        try await RunningAPI.run { api in
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus",
                try SampleBody.order(["skip_approval": false], csr: csr))
            #expect(placed.status == 201, "\(placed.text)")
            let approved = try await api.send(
                .put, "/request/1/status", #"{"status":"approved"}"#)
            #expect(approved.status == 400)
            #expect(approved.text.contains("chancery_key_not_of_issuer"), "\(approved.text)")
            let order = try await api.send(.get, "/order/certificate/1").json
            #expect(order["status"] as? String == "needs_approval")
            let rejected = try await api.send(
                .put, "/request/1/status", #"{"status":"rejected"}"#)
            #expect(rejected.status == 204, "\(rejected.text)")
        }
    }

    @Test("a key that can do nothing of what was asked for is refused")
    func idleKey() async throws {
        try await RunningAPI.run { api in
            let answer = try await api.send(
                .post, "/order/certificate/private_client_premium",
                try SampleBody.order(
                    [
                        "certificate.common_name": "Ada Lovelace",
                        "certificate.emails": ["ada@corp.internal"],
                        "certificate.usage_designation": ["primary_usage": "key_management"],
                    ], csr: Self.ed25519))
            #expect(answer.status == 400)
            #expect(try answer.errorCode == "csr_invalid_cannot_parse", "\(answer.text)")
        }
    }

    private static let ed25519 = """
        -----BEGIN CERTIFICATE REQUEST-----
        MIGZME0CAQAwGjEYMBYGA1UEAwwPaWdub3JlZC5leGFtcGxlMCowBQYDK2VwAyEA
        v+XU5t/2F5m0eC877NRJbpdixNeD3yYn2e3tnnyELVigADAFBgMrZXADQQC1uf3e
        qYeTXOrizEG5uzcvsEz0SiKIapS18CFbmRL7ldFuvLYOwTFNufAzDyySU8+azbzH
        tVypjq1HcRcNHHsD
        -----END CERTIFICATE REQUEST-----
        """

    @Test("a certificate with a wrong signature is thrown away, and the fault is ours")
    func wrongSignature() async throws {
        let keeper = SpoiledKeeper(try FixedKeeper())
        try await RunningAPI.run(keeper: keeper) { api in
            keeper.isSpoiled.store(true, ordering: .relaxed)
            let answer = try await api.send(
                .post, "/order/certificate/ssl_plus", try SampleBody.order())
            #expect(answer.status == 500)
            #expect(try answer.errorCode == "internal_error")
            let list = try await api.send(.get, "/order/certificate").json
            #expect((list["orders"] as? [Any])?.isEmpty ?? true)
            keeper.isSpoiled.store(false, ordering: .relaxed)
            let again = try await api.send(
                .post, "/order/certificate/ssl_plus", try SampleBody.order())
            #expect(again.status == 201)
        }
    }
}

/// A keeper that from some moment on signs something else than what it is handed.
private final class SpoiledKeeper: Keeper {
    let isSpoiled = Atomic(false)
    private let keeper: FixedKeeper

    init(_ keeper: FixedKeeper) {
        self.keeper = keeper
    }

    func make(_ kind: KeyKind) async throws -> SubjectKey { try await keeper.make(kind) }

    func keys() async throws -> [SubjectKey] { try await keeper.keys() }

    func sign(
        _ bytes: [UInt8], with key: KeyIdentifier, over hash: HashAlgorithm
    ) async throws -> [UInt8] {
        let octets = isSpoiled.load(ordering: .relaxed) ? bytes + [0] : bytes
        return try await keeper.sign(octets, with: key, over: hash)
    }
}
