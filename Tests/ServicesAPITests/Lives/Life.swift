import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// An order on its way, told in the words of its trade. Each step is a request over HTTP.
struct Life: Sendable {
    let api: RunningAPI
    let product: Product
    let id: Int

    /// Places an order that waits for its approval.
    static func place(
        _ nameID: String, _ change: [String: Any] = [:], in api: RunningAPI
    ) async throws -> Life {
        let product = try #require(ProductCatalog.product(nameID))
        let body = try SampleBody.order(
            for: product, ["skip_approval": false].merging(change) { $1 })
        let placed = try await api.send(.post, "/order/certificate/\(nameID)", body)
        try #require(placed.status == 201, "\(placed.text)")
        #expect(try placed.json["certificate_id"] == nil)
        return Life(api: api, product: product, id: try #require(placed.json["id"] as? Int))
    }

    var path: String { "/order/certificate/\(id)" }

    var info: [String: Any] {
        get async throws { try await api.send(.get, path).json }
    }

    var status: String? {
        get async throws { try await info["status"] as? String }
    }

    private var certificate: [String: Any] {
        get async throws { try #require(try await info["certificate"] as? [String: Any]) }
    }

    var serialNumber: String? {
        get async throws { try await certificate["serial_number"] as? String }
    }

    /// Decides about the newest request of the order.
    func decide(_ word: String) async throws {
        let requests = try #require(try await info["requests"] as? [[String: Any]])
        let request = try #require(requests.last?["id"] as? Int)
        let decided = try await api.send(
            .put, "/request/\(request)/status", #"{"status":"\#(word)"}"#)
        #expect(decided.status == 204, "\(decided.text)")
    }

    /// Downloads the certificate in every format, and has openssl read the PEM.
    func download() async throws {
        let formats = [
            "default": "application/zip", "apache": "application/zip",
            "default_cer": "application/zip", "default_pem": "application/zip",
            "cer": "application/x-pkcs7-certificates", "p7b": "application/x-pkcs7-certificates",
            "pem_all": "application/x-pem-file", "pem_noroot": "application/x-pem-file",
            "pem_nointermediate": "application/x-pem-file", "crt": "application/x-x509-ca-cert",
        ]
        for (format, type) in formats {
            let file = try await api.send(
                .get, "/certificate/download/order/\(id)/format/\(format)")
            #expect(file.status == 200, "\(format)")
            #expect(file.headers[.contentType] == type, "\(format)")
        }
        let bundle = try await api.send(.get, "/certificate/download/order/\(id)/format/p7b")
        let pem = try await api.send(
            .get, "/certificate/download/order/\(id)/format/pem_nointermediate")
        let folder = try ScratchFolder()
        let listed = try Command.openssl.succeed(
            ["pkcs7", "-in", try folder.write("all.p7b", bundle.text), "-print_certs"])
        #expect(listed.components(separatedBy: "BEGIN CERTIFICATE").count == 4)
        let file = try folder.write("leaf.pem", pem.text)
        let serial = try Command.openssl.succeed(["x509", "-in", file, "-noout", "-serial"])
        let own = try #require(try await serialNumber)
        #expect(serial.contains(own), "\(folder.url)")
    }

    /// Asks for another certificate of the order; gives the answer's status.
    func duplicate(_ change: [String: Any] = [:]) async throws -> Int {
        let body = try SampleBody.certificate(
            change, csr: product.family.isProvisioned ? SampleCSR.p256 : SampleCSR.otherRSA)
        return try await api.send(.post, path + "/duplicate", body).status
    }

    /// Replaces the certificate. The new one is the order's, and another one.
    func reissue(_ certificate: [String: Any]) async throws {
        let before = try await serialNumber
        let body: [String: Any] = [
            "certificate": ["signature_hash": "sha256"].merging(certificate) { $1 },
            "skip_approval": true,
        ]
        let reissued = try await api.send(.post, path + "/reissue", try SampleBody.json(body))
        #expect(reissued.status == 201, "\(reissued.text)")
        #expect(try reissued.json["certificate_chain"] != nil)
        #expect(try await serialNumber != before)
        #expect(try await status == "issued")
        let list = try await api.send(.get, path + "/reissue").json["certificates"] as? [Any]
        #expect(list?.count == 1)
    }

    /// Replaces the certificate by one whose key is made on a token that is shipped first.
    func reissueOnToken(shippedTo address: [String: Any]) async throws {
        let before = try await serialNumber
        let body: [String: Any] = [
            "certificate": ["signature_hash": "sha256"], "skip_approval": true,
            "cs_provisioning_method": "ship_token", "ship_info": address,
        ]
        let asked = try await api.send(.post, path + "/reissue", try SampleBody.json(body))
        #expect(asked.status == 201, "\(asked.text)")
        #expect(try asked.json["certificate_chain"] == nil)
        #expect(try await status == "reissue_pending")
        let tokens = TokenDesk(registry: api.installation.registry)
        let id = ID<Order>(Int64(id))
        #expect(try await tokens.waiting().map(\.order.id) == [id])
        _ = try await tokens.ship(id)
        try await tokens.install(SampleCSR.longRSA, on: id)
        #expect(try await tokens.waiting().isEmpty)
        #expect(try await status == "issued")
        #expect(try await serialNumber != before)
        try await download()
    }

    /// The order stands in the list and in the table of all orders as it is now.
    func checkReports() async throws {
        let status = try #require(try await status)
        let listed = try await api.send(.get, "/order/certificate?filters[id]=\(id)").json
        let orders = try #require(listed["orders"] as? [[String: Any]])
        #expect(orders.map { $0["status"] as? String } == [status])
        let table = try await api.send(.get, "/report/order?filters[id]=\(id)")
        for word in ["\(id)", status, product.nameID] {
            #expect(table.text.contains("\"\(word)\""))
        }
        // What was revoked does not end any more; its renewal does.
        let ending = try await api.send(.get, "/report/order/expiring?include_expiring_certs=true")
        #expect(ending.status == 200)
    }

    /// Renews the order; the old one then says so.
    func renew(_ change: [String: Any] = [:]) async throws {
        let body = try SampleBody.order(
            for: product, ["renewal_of_order_id": id].merging(change) { $1 })
        let renewal = try await api.send(.post, "/order/certificate/\(product.nameID)", body)
        #expect(renewal.status == 201, "\(renewal.text)")
        #expect(try await info["is_renewed"] as? Bool == true)
        let next = try #require(try renewal.json["id"] as? Int)
        let new = try await api.send(.get, "/order/certificate/\(next)").json
        #expect(new["is_renewal"] as? Bool == true)
        #expect(new["renewed_order_id"] as? Int == id)
    }

    func revoke() async throws {
        let revoked = try await api.send(
            .put, path + "/revoke", #"{"skip_approval":true,"revocation_reason":"superseded"}"#)
        #expect(revoked.status == 204, "\(revoked.text)")
        #expect(try await status == "revoked")
        #expect(try await certificate["status"] as? String == "revoked")
    }

    /// Everybody whose mail was to be read has read it; the worker has seen it.
    func readMail() async throws {
        let registry = api.installation.registry
        let now = registry.clock.now
        let id = ID<Order>(Int64(id))
        try await registry.database.write { tx in
            for proof in try tx.emailProofs(of: id) {
                _ = try tx.proveEmail(token: proof.token, at: now)
            }
        }
        try await api.work()
    }
}
