import Foundation
package import Issuance
package import OrderCore
import Storage

/// A certificate with the ones above it.
package struct ChainLink: Sendable {
    package let commonName: String
    /// Lines end in LF, the last one too.
    package let pem: String
}

/// An issued certificate and its path to the root, ready to be packed.
package struct CertificatePath: Sendable {
    package let certificate: Certificate
    package let issuance: Certificate.Issuance
    package let leaf: SignedCertificate
    /// The issuing certificate first, the root last.
    package let authorities: [SignedCertificate]
}

package struct DownloadDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func path(certificate id: ID<Certificate>, for caller: Caller) async throws
        -> CertificatePath
    {
        let scope = caller.scope
        let certificate = try await registry.database.read { tx in
            try tx.certificate(id, in: scope)
        }
        return try path(of: certificate, else: .notFound(.certificate))
    }

    /// The primary certificate of an order, or the duplicate with a running number.
    package func path(
        order id: ID<Order>, subID: Int?, for caller: Caller
    ) async throws -> CertificatePath {
        let scope = caller.scope
        let certificate = try await registry.database.read { tx -> Certificate in
            let order = try tx.order(id, in: scope)
            guard let subID else { return try tx.primaryCertificate(of: order) }
            guard let duplicate = try tx.duplicate(subID: subID, of: id) else {
                throw Refusal.notFound(.certificate)
            }
            return duplicate
        }
        return try path(of: certificate, else: .notFound(.certificate))
    }

    /// What is not issued is not there to be downloaded.
    private func path(of certificate: Certificate, else refusal: Refusal) throws -> CertificatePath
    {
        guard let issuance = certificate.issuance else { throw refusal }
        return CertificatePath(
            certificate: certificate, issuance: issuance,
            leaf: try SignedCertificate(der: issuance.der),
            authorities: registry.authority.roster.path(from: issuance.issuerID))
    }
}

extension Transaction {
    /// A certificate whose order lies in this scope.
    func certificate(_ id: ID<Certificate>, in scope: Scope) throws -> Certificate {
        guard let certificate = try certificate(id), let order = try order(certificate.orderID),
            scope.sees(order)
        else { throw Refusal.notFound(.certificate) }
        return certificate
    }
}

extension CertificateAuthority {
    /// The chain that an answer carries: leaf, issuer, root. Empty while nothing is issued.
    func chain(of issuance: Certificate.Issuance?) throws -> [ChainLink] {
        guard let issuance else { return [] }
        let leaf = try IssuedText(der: issuance.der)
        return [ChainLink(commonName: leaf.commonName ?? "", pem: leaf.pem)]
            + roster.links(from: issuance.issuerID)
    }
}
