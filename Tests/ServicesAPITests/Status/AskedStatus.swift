import Foundation
import HTTPTypes
import Registration
import Testing
import TestKit

/// A certificate of a running API, and what openssl asks about it and understands of the answers.
struct AskedStatus {
    let api: RunningAPI
    let folder: ScratchFolder
    let certificate: Int
    let order: Int

    init(_ api: RunningAPI) async throws {
        self.api = api
        folder = try ScratchFolder()
        let placed = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
        let json = try placed.json
        order = try #require(json["id"] as? Int)
        certificate = try #require(json["certificate_id"] as? Int)
        let chain = try #require(json["certificate_chain"] as? [[String: String]])
        for (name, link) in zip(["leaf.pem", "issuing.pem", "root.pem"], chain) {
            try folder.write(name, link["pem"]!)
        }
    }

    /// What openssl asks, in DER.
    func question(
        _ options: [String] = ["-no_nonce"], cert: String = "leaf.pem",
        issuer: String = "issuing.pem"
    ) throws -> [UInt8] {
        try Command.openssl.succeed(
            ["ocsp"] + options + ["-issuer", issuer, "-cert", cert, "-reqout", "request.der"],
            in: folder.url)
        return try folder.read("request.der")
    }

    func post(_ question: [UInt8], to api: RunningAPI? = nil) async throws -> Exchange {
        try await (api ?? self.api).open(
            .post, "/ocsp", [.contentType: "application/ocsp-request"], body: question)
    }

    /// What openssl says of an answer about the leaf, or about another certificate.
    func verdict(
        _ answer: Exchange, cert: String = "leaf.pem", issuer: String = "issuing.pem",
        options: [String] = ["-no_nonce"]
    ) throws -> String {
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "application/ocsp-response")
        try folder.write("answer.der", answer.body)
        let time = Int(api.installation.registry.clock.now.timeIntervalSince1970)
        return try Command.openssl.run(
            ["ocsp", "-issuer", issuer, "-cert", cert, "-respin", "answer.der"] + options + [
                "-CAfile", "root.pem", "-attime", "\(time)", "-validity_period", "1000000000",
            ], in: folder.url
        ).output
    }

    func revoke() async throws {
        let revoked = try await api.send(
            .put, "/certificate/\(certificate)/revoke",
            #"{"revocation_reason":"superseded","skip_approval":true}"#)
        #expect(revoked.status == 204)
    }
}
