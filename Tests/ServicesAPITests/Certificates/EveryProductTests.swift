import APIModels
import Foundation
import HTTPTypes
import OrderCore
import Testing
import TestKit

/// A certificate of every product, ordered over HTTP and judged by others.
///
/// Where `CHANCERY_LINT_SAMPLES` names a folder, the certificates are left in it for the linters:
/// `browsers/` for those that follow the rules of public TLS, `network/` for private ones.
@Suite("Every product")
struct EveryProductTests {
    @Test("is issued, says what was ordered, and openssl accepts its chain")
    func products() async throws {
        try await RunningAPI.run { api in
            let folder = try ScratchFolder()
            for product in ProductCatalog.all {
                let name = product.names == .wildcard ? "*.example.com" : "www.example.com"
                let body = try SampleBody.order(["certificate.common_name": name])
                let placed = try await api.send(
                    .post, "/order/certificate/\(product.nameID)", body)
                try #require(placed.status == 201, "\(product.nameID): \(placed.text)")
                let chain = try placed.json["certificate_chain"] as! [[String: String]]
                let pems = chain.map { $0["pem"]! }
                try Self.judge(pems, named: name, in: folder)
                try Self.keep(pems[0], of: product)
            }
        }
    }

    private static func judge(_ pems: [String], named name: String, in folder: ScratchFolder) throws
    {
        let leaf = try folder.write("leaf.pem", pems[0])
        let issuing = try folder.write("issuing.pem", pems[1])
        let root = try folder.write("root.pem", pems[2])
        let noon = String(Int(StoppedClock.noon.timeIntervalSince1970))
        try Command.openssl.succeed([
            "verify", "-x509_strict", "-purpose", "sslserver", "-attime", noon, "-CAfile", root,
            "-untrusted", issuing, leaf,
        ])
        let text = try Command.openssl.succeed(["x509", "-in", leaf, "-noout", "-text"])
        #expect(text.contains("DNS:\(name)"))
        #expect(text.contains("CA:FALSE"))
        #expect(text.contains("TLS Web Server Authentication"))
        #expect(text.contains("URI:http://ca.example.com/crl/2.crl"))
    }

    private static func keep(_ pem: String, of product: Product) throws {
        guard let path = ProcessInfo.processInfo.environment["CHANCERY_LINT_SAMPLES"] else {
            return
        }
        let folder = URL(filePath: path)
            .appending(path: product.isPrivate ? "network" : "browsers")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(pem.utf8).write(to: folder.appending(path: "\(product.nameID).pem"))
    }
}
