import Foundation
import HTTPTypes
import Issuance
import OrderCore
import Registration
import TestKit
import Testing

/// Several issuing authorities, as clients and relying parties see them.
@Suite("Authorities over HTTP")
struct AuthorityAPITests {
    private func withSecondCA(
        _ body: @escaping @Sendable (RunningAPI, CAEntry) async throws -> Void
    ) async throws {
        let folder = try ScratchFolder()
        let secret = SealingSecret.octets(SymmetricKeyOctets(Array(repeating: 3, count: 32)))
        let keeper = try SealedFileKeeper(folder: folder.url, secret: secret)
        try await RunningAPI.run(keeper: keeper) { api in
            let made = try await api.installation.workshop.create(
                NewAuthority(
                    Subject([.init(.commonName, "Second CA"), .init(.country, "se")]),
                    role: .issuing))
            try await body(api, made)
        }
    }

    @Test("an order that names an authority made just now is signed by it")
    func named() async throws {
        try await withSecondCA { api, made in
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["certificate.ca_cert_id": "\(made.id)"]))
            #expect(placed.status == 201)
            let order = try await api.send(.get, "/order/certificate/1")
            let certificate = try order.json["certificate"] as? [String: Any]
            #expect(
                certificate?["ca_cert"] as? [String: String]
                    == ["id": "\(made.id)", "name": "Second CA"])
            let unknown = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["certificate.ca_cert_id": "77"]))
            #expect(try unknown.errorCode == "invalid_value:certificate.ca_cert_id")
        }
    }

    @Test("an order that names an authority retired just now is refused, and nobody signs instead")
    func retired() async throws {
        try await withSecondCA { api, made in
            let order = try SampleBody.order(["certificate.ca_cert_id": "\(made.id)"])
            let first = try await api.send(.post, "/order/certificate/ssl_plus", order)
            #expect(first.status == 201)
            _ = try await api.installation.authorities.retire(made.id)
            let second = try await api.send(.post, "/order/certificate/ssl_plus", order)
            #expect(try second.errorCode == "invalid_value:certificate.ca_cert_id")
            // What is done to the CA is the owner's to read.
            let log = try await api.send(.get, "/audit-log?limit=1&sort=-date")
            #expect(log.text.contains("retired_at"))
        }
    }

    @Test("what waits shows who would sign it, also after that was changed")
    func waiting() async throws {
        try await withSecondCA { api, made in
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["skip_approval": false]))
            func shown() async throws -> String? {
                let order = try await api.send(.get, "/order/certificate/1")
                let certificate = try order.json["certificate"] as? [String: Any]
                return (certificate?["ca_cert"] as? [String: String])?["id"]
            }
            let registry = api.installation.registry
            #expect(try await shown() == "2")
            _ = try await api.installation.authorities.choose(made.id, for: [])
            try await registry.authority.refresh(from: registry.database)
            #expect(try await shown() == "\(made.id)")
        }
    }

    @Test("the lists of products and intermediates name all that issue")
    func lists() async throws {
        try await withSecondCA { api, made in
            let registry = api.installation.registry
            func names() async throws -> [[String]] {
                let product = try await api.send(.get, "/product/ssl_plus").json
                let list = try await api.send(.get, "/certificate/intermediates").json
                let allowed = product["allowed_ca_certs"] as? [[String: String]]
                let intermediates = list["intermediates"] as? [[String: Any]]
                return [
                    allowed?.compactMap { $0["id"] } ?? [],
                    intermediates?.compactMap { $0["id"] as? String } ?? [],
                ]
            }
            try await registry.authority.refresh(from: registry.database)
            #expect(try await names() == [["2", "\(made.id)"], ["2", "\(made.id)"]])
            _ = try await api.installation.authorities.retire(2)
            try await registry.authority.refresh(from: registry.database)
            #expect(try await names() == [["\(made.id)"], ["\(made.id)"]])
        }
    }

    @Test("a cross certificate is published until it is revoked, and no longer")
    func cross() async throws {
        try await withSecondCA { api, _ in
            let registry = api.installation.registry
            let root = try await api.installation.workshop.create(
                NewAuthority(Subject([.init(.commonName, "Other Root")]), role: .root))
            let cross = try await api.installation.workshop.crossSign(
                ForeignAuthority(root.certificate), by: 1, days: nil, pathLength: nil)
            func certificates() async throws -> Int {
                try await registry.authority.refresh(from: registry.database)
                let scratch = try ScratchFolder()
                let bundle = try await api.open(.get, "/ca/\(root.id).p7c").body
                let file = try scratch.write("bundle", bundle)
                return try Command.openssl.succeed(
                    ["pkcs7", "-inform", "DER", "-print_certs", "-in", file]
                ).ranges(of: "BEGIN CERTIFICATE").count
            }
            #expect(try await certificates() == 2)
            #expect(try await api.open(.get, "/ca/cross/\(cross.id).cer").status == 200)
            _ = try await api.installation.authorities.revokeCross(cross.id, because: .superseded)
            #expect(try await certificates() == 1)
            for form in ["cer", "pem"] {
                let answer = try await api.open(.get, "/ca/cross/\(cross.id).\(form)")
                #expect(answer.status == 404)
            }
        }
    }

    @Test("every CA certificate is published in DER, PEM and PKCS #7")
    func published() async throws {
        try await withSecondCA { api, made in
            let registry = api.installation.registry
            try await registry.authority.refresh(from: registry.database)
            let scratch = try ScratchFolder()
            let forms = [
                ("cer", "application/pkix-cert", ["x509", "-inform", "DER"]),
                ("pem", "application/x-pem-file", ["x509", "-inform", "PEM"]),
                ("p7c", "application/pkcs7-mime", ["pkcs7", "-inform", "DER", "-print_certs"]),
            ]
            for (form, type, command) in forms {
                let answer = try await api.open(.get, "/ca/\(made.id).\(form)")
                #expect(answer.headers[.contentType] == type)
                let file = try scratch.write("file.\(form)", answer.body)
                let text = try Command.openssl.succeed(command + ["-in", file])
                #expect(try SignedCertificate(pem: text) == made.certificate)
            }
            for path in ["/ca/9.cer", "/ca/1.txt", "/ca/x.cer", "/ca/cross/1.cer", "/ca/1.p7c.x"] {
                #expect(try await api.open(.get, path).status == 404)
            }
        }
    }
}
