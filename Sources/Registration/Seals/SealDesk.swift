import Crypto
package import Foundation
import Issuance
package import OrderCore
import Storage

/// Where the seals of sites are shown, changed and mailed.
package struct SealDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func seal(of id: ID<Order>, for caller: Caller) async throws -> SealFile {
        let scope = caller.scope
        let publication = registry.publication
        return try await registry.database.read { tx in
            try tx.sealFile(id, in: scope, publication)
        }
    }

    package func change(
        _ id: ID<Order>, for caller: Caller,
        _ change: @escaping @Sendable (inout SiteSeal) -> Void
    ) async throws {
        let scope = caller.scope
        let publication = registry.publication
        try await registry.database.write { tx in
            var seal = try tx.sealFile(id, in: scope, publication).seal
            change(&seal)
            try tx.save(seal, of: id)
        }
    }

    /// Sends the owner of the key what to put into the site.
    package func mail(
        _ id: ID<Order>, for caller: Caller, keeping keepsake: Keepsake<Void> = .none,
        _ change: @escaping @Sendable (inout SiteSeal) -> Void
    ) async throws {
        let now = registry.clock.now
        let scope = caller.scope
        let publication = registry.publication
        try await registry.database.write { tx in
            var file = try tx.sealFile(id, in: scope, publication)
            change(&file.seal)
            _ = try tx.insert(
                NewMessage(
                    accountID: file.order.accountID, about: file.order.id,
                    recipient: caller.user.email,
                    subject: "Site seal for \(file.commonName)",
                    body: "Put this where the seal of \(file.commonName) shall stand:\n\n"
                        + file.code + "\n",
                    createdAt: now))
            try keepsake.keep((), in: tx)
        }
    }

    /// What anybody may see of a seal, by the name it has in pages; none where it is not good.
    package func standing(_ id: ID<Order>, hash: String) async throws -> SealStanding? {
        let now = registry.clock.now
        return try await registry.database.read { tx -> SealStanding? in
            guard let file = try tx.orderFile(id), file.order.product.hasSiteSeal,
                SealFile.hash(of: file) == hash
            else { return nil }
            let seal = try tx.siteSeal(of: id) ?? SiteSeal(for: file.order.product)
            let isGood: Bool
            if case .issued(let issuance) = file.certificate.state {
                isGood = issuance.validTill > now && file.order.status(at: now) == .state(.issued)
            } else {
                isGood = false
            }
            return SealStanding(
                seal: seal, commonName: file.certificate.content.commonName,
                organizationName: file.organization?.displayName,
                validTill: isGood ? file.certificate.issuance?.validTill : nil)
        }
    }
}

/// A seal with the order that it stands for.
package struct SealFile: Sendable {
    package let order: Order
    package let commonName: String
    package let hash: String
    /// Whether logs vouch for the certificate.
    package let isLogged: Bool
    package var seal: SiteSeal
    let address: String

    /// HTML for the page; nothing in it runs.
    package var code: String {
        let pixels = seal.size.pixels
        return """
            <a href="https://\(commonName.replacing("*.", with: "www."))/" rel="nofollow">\
            <img src="\(address)" width="\(pixels)" height="\(pixels / 2)" alt="Site seal"></a>
            """
    }

    /// Nobody guesses it who has not seen the seal: the container's public id is by chance.
    static func hash(of file: OrderFile) -> String {
        let text = "seal \(file.order.id) \(file.container.publicID)"
        return SHA256.hash(data: Data(text.utf8)).prefix(16)
            .hexadecimal.lowercased()
    }
}

package struct SealStanding: Sendable {
    package let seal: SiteSeal
    package let commonName: String
    package let organizationName: String?
    /// Absent where the certificate is not good now.
    package let validTill: Date?
}

extension Transaction {
    fileprivate func sealFile(
        _ id: ID<Order>, in scope: Scope, _ publication: Publication
    ) throws -> SealFile {
        let order = try order(id, in: scope)
        guard order.product.hasSiteSeal else {
            throw Refusal(
                .invalidOrderState, "Orders for \(order.product.nameID) have no site seal.")
        }
        guard let file = try orderFile(id) else { throw Refusal.notFound(.order) }
        let hash = SealFile.hash(of: file)
        return SealFile(
            order: order, commonName: file.certificate.content.commonName, hash: hash,
            isLogged: try file.certificate.issuance.map { issuance in
                try !SignedCertificate(der: issuance.der).timestamps.isEmpty
            } ?? false,
            seal: try siteSeal(of: id) ?? SiteSeal(for: order.product),
            address: "\(publication.baseURL)/seal/\(id)/\(hash).svg")
    }
}
