import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit

/// An installation whose keys are made and sealed in a folder, as they are in earnest.
struct SampleAuthorities {
    let scratch: ScratchFolder
    let keeper: SealedFileKeeper
    let house: House

    /// - Parameter wrap: puts something around the database that the desks see.
    init(_ wrap: (any Database) -> any Database = { $0 }) async throws {
        scratch = try ScratchFolder()
        keeper = try SealedFileKeeper(folder: scratch.url, secret: Self.secret)
        house = try await House(keeper: keeper, wrap: wrap)
    }

    static let secret = SealingSecret.octets(SymmetricKeyOctets(Array(repeating: 3, count: 32)))

    var authority: CertificateAuthority { house.registry.authority }
    var desk: AuthorityDesk { house.installation.authorities }
    var workshop: AuthorityWorkshop { house.installation.workshop }

    /// Has the server look, as it does each second.
    func notice() async throws { try await authority.refresh(from: house.store) }

    func plan(
        _ name: String, _ role: AuthorityRole = .issuing,
        _ change: (inout NewAuthority) -> Void = { _ in }
    ) throws -> NewAuthority {
        var plan = NewAuthority(
            try Subject([
                .init(.country, "se"), .init(.organization, "Example"), .init(.commonName, name),
            ]), role: role)
        change(&plan)
        return plan
    }

    func create(
        _ name: String, _ role: AuthorityRole = .issuing,
        _ change: (inout NewAuthority) -> Void = { _ in }
    ) async throws -> CAEntry {
        try await workshop.create(try plan(name, role, change))
    }

    /// Places an order and returns who signed it.
    @discardableResult
    func issuer(
        of product: String = "ssl_plus", wishing issuer: ID<CACertificate>? = nil
    ) async throws -> ID<CACertificate>? {
        try await issued(product, wishing: issuer).issuance?.issuerID
    }

    func issued(
        _ product: String = "ssl_plus", wishing issuer: ID<CACertificate>? = nil
    ) async throws -> Certificate {
        var wish = try OrderWish.sample(product, authority: authority) {
            $0.issuerID = issuer.map { Int($0.rawValue) }
        }
        wish.control = ControlWish(method: .dnsTXT)
        return try await house.orders.place(wish, for: house.administrator).certificate
    }

    /// What openssl says of a certificate and the chain that is handed out with it.
    func verify(_ certificate: Certificate) async throws -> String {
        let path = try await DownloadDesk(registry: house.registry)
            .path(certificate: certificate.id, for: house.administrator)
        return try verify(path.leaf, above: path.authorities)
    }

    func verify(
        _ leaf: SignedCertificate, above authorities: [SignedCertificate]
    ) throws -> String {
        let root = try scratch.write("root.pem", authorities.last?.pem ?? leaf.pem)
        let chain = try scratch.write(
            "chain.pem", authorities.dropLast().map(\.pem).joined())
        let file = try scratch.write("leaf.pem", leaf.pem)
        let time = String(Int(house.registry.clock.now.timeIntervalSince1970))
        let untrusted = authorities.count > 1 ? ["-untrusted", chain] : []
        return try Command.openssl.run(
            ["verify", "-x509_strict", "-attime", time, "-CAfile", root] + untrusted + [file]
        ).output.replacing(file, with: "leaf")
    }
}
