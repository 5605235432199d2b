import Foundation
import Issuance
package import OrderCore
package import Storage

/// What is changed about the CA without its keys: who issues, and for what.
///
/// Servers notice it within a second (``CertificateAuthority/refresh(from:)``).
package struct AuthorityDesk: Sendable {
    let database: any Database
    let clock: WallClock
    private let profiles: ProfileBook

    package init(database: any Database, clock: WallClock, profiles: ProfileBook = .shipped) {
        self.database = database
        self.clock = clock
        self.profiles = profiles
    }

    /// The CA as it is now.
    package func roster() async throws -> IssuerRoster {
        try await database.read { try $0.issuerRoster() }
    }

    /// Has an authority sign nothing more, other than revocation lists. What it was chosen for goes
    /// back to the installation's own choice.
    package func retire(_ id: ID<CACertificate>) async throws -> CAEntry {
        let now = clock.now
        return try await database.write { [dialect = database.dialect] tx in
            try tx.holdCertificates(dialect)
            let roster = try tx.issuerRoster()
            let entry = try roster.required(id)
            guard entry.retiredAt == nil else { throw AuthorityRefusal.retired(entry.name) }
            guard !entry.isIssuing || roster.issuing.count > 1 else {
                throw AuthorityRefusal.lastIssuing(entry.name)
            }
            try tx.retire(id, inFavourOf: nil, at: now)
            return entry
        }
    }

    /// Has a retired authority sign again.
    package func reinstate(_ id: ID<CACertificate>) async throws -> CAEntry {
        let now = clock.now
        return try await database.write { tx in
            let entry = try tx.issuerRoster().required(id)
            try entry.refuseEnded(at: now)
            guard entry.end == nil else { throw AuthorityRefusal.revoked(entry.name) }
            guard entry.retiredAt != nil else { throw AuthorityRefusal.notRetired(entry.name) }
            try tx.reinstate(id)
            return entry
        }
    }

    /// Chooses who signs the products, or all that have no choice of their own.
    package func choose(_ id: ID<CACertificate>, for products: [Product]) async throws -> CAEntry {
        let profiles = profiles
        let now = clock.now
        return try await database.write { tx in
            let entry = try tx.issuerRoster().required(id)
            guard entry.retiredAt == nil else { throw AuthorityRefusal.retired(entry.name) }
            guard entry.isIssuing else { throw AuthorityRefusal.issuesNothing(entry.name) }
            try entry.refuseEnded(at: now)
            for product in products {
                let purposes = profiles.profile(for: product).purposes
                if let stray = entry.certificate.firstUncovered(of: purposes) {
                    throw AuthorityRefusal.notFor(
                        entry.name, product: product.nameID, purpose: stray.name)
                }
                try tx.set(IssuerChoice(product: product.nameID, issuerID: id))
            }
            if products.isEmpty {
                try profiles.refuseForAll(entry)
                try tx.set(IssuerChoice(product: nil, issuerID: id))
            }
            return entry
        }
    }

    /// Forgets the choices for the products, or the one for all. Returns how many there were.
    package func forgetChoices(for products: [Product]) async throws -> Int {
        try await database.write { tx in
            let names: [String?] = products.isEmpty ? [nil] : products.map(\.nameID)
            return try names.count { try tx.removeIssuerChoice(of: $0) }
        }
    }
}

extension ProfileBook {
    /// Who signs all products has to be for all of them.
    fileprivate func refuseForAll(_ entry: CAEntry) throws(AuthorityRefusal) {
        var purposes: [String] = []
        var products: [String] = []
        for product in ProductCatalog.all {
            let stray = entry.certificate.firstUncovered(of: profile(for: product).purposes)
            if let stray, !purposes.contains(stray.name) { purposes.append(stray.name) }
            if stray == nil { products.append(product.nameID) }
        }
        if !purposes.isEmpty {
            throw .notForAll(entry.name, purposes: purposes.sorted(), products: products.sorted())
        }
    }
}

extension CAEntry {
    fileprivate func refuseEnded(at now: Date) throws(AuthorityRefusal) {
        let end = certificate.validity.notAfter
        guard end > now else { throw .ended(name, on: end.formatted(.iso8601)) }
    }
}

extension IssuerRoster {
    func required(_ id: ID<CACertificate>) throws(AuthorityRefusal) -> CAEntry {
        guard let entry = self[id] else { throw .unknown(id) }
        return entry
    }
}
