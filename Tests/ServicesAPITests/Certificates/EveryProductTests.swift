import APIModels
import Foundation
import HTTPTypes
import OrderCore
import Testing
import TestKit

/// A certificate of every product, ordered over HTTP and judged by others.
///
/// Where `CHANCERY_LINT_SAMPLES` names a folder, the certificates are left in it for the linters:
/// `browsers/` for those that follow the rules of public TLS, `mail/` for those that follow the
/// rules of S/MIME, `network/` for all others.
@Suite("Every product")
struct EveryProductTests {
    @Test("is issued, says what was ordered, and openssl accepts its chain")
    func products() async throws {
        try await RunningAPI.run { api in
            let folder = try ScratchFolder()
            for product in ProductCatalog.all {
                let placed = try await api.send(
                    .post, "/order/certificate/\(product.nameID)", SampleBody.order(for: product))
                try #require(placed.status == 201, "\(product.nameID): \(placed.text)")
                let chain = try #require(
                    try placed.json["certificate_chain"] as? [[String: String]],
                    "\(product.nameID): \(placed.text)")
                let pems = chain.map { $0["pem"]! }
                try Self.judge(pems, of: product, in: folder)
                try Self.keep(pems[0], as: product.nameID, in: Self.place(of: product))
            }
        }
    }

    /// For what openssl is asked whether the chain is good, and what it reads in the certificate.
    private struct Judgement {
        let purpose: String
        let phrases: [String]
    }

    private static func judgement(of product: Product) -> Judgement {
        switch product.family {
        case .tls:
            let name = product.names == .wildcard ? "*.example.com" : "www.example.com"
            return Judgement(
                purpose: "sslserver", phrases: ["DNS:\(name)", "TLS Web Server Authentication"])
        case .client where product.nameID == "client_authentication_plus":
            return Judgement(
                purpose: "sslclient",
                phrases: ["CN = Ada Lovelace", "TLS Web Client Authentication"])
        case .client:
            return Judgement(
                purpose: "smimesign",
                phrases: ["CN = Ada Lovelace", "email:ada@example.com, email:countess@example.com"])
        case .mailbox:
            return Judgement(
                purpose: "smimesign",
                phrases: ["Subject: CN = ada@example.com", "email:ada@example.com"])
        case .sponsoredMailbox:
            return Judgement(
                purpose: "smimeencrypt",
                phrases: [
                    "organizationIdentifier = NTRUS-1",
                    "SN = Lovelace, GN = Ada, CN = Ada Lovelace",
                    "email:ada@example.com",
                ])
        case .organizationMailbox:
            return Judgement(
                purpose: "smimeencrypt",
                phrases: ["CN = Example Organization", "email:office@example.com"])
        case .codeSigning:
            return Judgement(
                purpose: "any", phrases: ["CN = Example Organization", "Code Signing"])
        case .documents(let signer):
            let name =
                signer == .employee || signer == .individual
                ? "Ada Administrator" : "Example Organization"
            return Judgement(
                purpose: "any",
                phrases: [
                    "CN = \(name)", "Digital Signature, Non Repudiation", "1.2.840.113583.1.1.5",
                ])
        case .mark:
            return Judgement(
                purpose: "any",
                phrases: ["DNS:example.com", "Brand Indicator for Message Identification"])
        }
    }

    private static func judge(
        _ pems: [String], of product: Product, in folder: ScratchFolder
    ) throws {
        let judgement = judgement(of: product)
        let leaf = try folder.write("leaf.pem", pems[0])
        let issuing = try folder.write("issuing.pem", pems[1])
        let root = try folder.write("root.pem", pems[2])
        let noon = String(Int(StoppedClock.noon.timeIntervalSince1970))
        try Command.openssl.succeed([
            "verify", "-x509_strict", "-purpose", judgement.purpose, "-attime", noon, "-CAfile",
            root, "-untrusted", issuing, leaf,
        ])
        let text = try Command.openssl.succeed(["x509", "-in", leaf, "-noout", "-text"])
        for phrase in judgement.phrases + ["CA:FALSE", "URI:http://ca.example.com/crl/2.crl"] {
            #expect(text.contains(phrase), "\(product.nameID) lacks \(phrase):\n\(text)")
        }
    }

    /// Leaves a certificate for the linters.
    static func keep(_ pem: String, as name: String, in place: String) throws {
        guard let path = ProcessInfo.processInfo.environment["CHANCERY_LINT_SAMPLES"] else {
            return
        }
        let folder = URL(filePath: path).appending(path: place)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(pem.utf8).write(to: folder.appending(path: "\(name).pem"))
    }

    private static func place(of product: Product) -> String {
        switch product.family {
        case .tls: product.isPrivate ? "network" : "browsers"
        case .client:
            product.isPrivate || product.group == .grid
                || product.nameID == "client_authentication_plus" ? "network" : "mail"
        case .mailbox, .sponsoredMailbox, .organizationMailbox: "mail"
        case .codeSigning, .documents, .mark: "network"
        }
    }
}
