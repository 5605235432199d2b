import Foundation
package import Issuance
package import OrderCore
package import Storage

/// The certificates of the CA as they were at one version: who issues, for what, and who stands
/// above whom.
package struct IssuerRoster: Sendable {
    package let version: Int64
    /// In the order in which they were made.
    package let entries: [CAEntry]
    package let crossCertificates: [CrossEntry]
    package let choices: [IssuerChoice]
    /// Keys that wait for a certificate from elsewhere, in the order in which they were made.
    package let requests: [AuthorityRequest]
    /// The keys of all of these, which no order may have.
    private let keys: Set<KeyIdentifier>
    private let places: [ID<CACertificate>: Int]
    private let defaults: Defaults
    private var links: [ID<CACertificate>: [ChainLink]] = [:]

    private struct Defaults: Sendable {
        let everything: ID<CACertificate>
        let products: [String: ID<CACertificate>]
    }

    init(_ rows: AuthorityRows) throws {
        version = rows.version
        entries = try rows.issuers.map(CAEntry.init)
        crossCertificates = try rows.crossCertificates.map(CrossEntry.init)
        choices = rows.choices
        let certified = Set(
            (entries.map(\.certificate) + crossCertificates.map(\.certificate))
                .map(\.key.identifier))
        let asked = rows.requests.filter { request in
            KeyIdentifier(hex: request.keyID).map { !certified.contains($0) } ?? false
        }
        requests = asked
        keys = certified.union(asked.compactMap { KeyIdentifier(hex: $0.keyID) })
        let places = Dictionary(uniqueKeysWithValues: zip(entries.map(\.id), entries.indices))
        self.places = places
        let entries = entries
        let active = choices.filter { choice in
            places[choice.issuerID].map { entries[$0].isIssuing } ?? false
        }
        guard
            let everything = active.first(where: { $0.product == nil })?.issuerID
                ?? entries.first(where: \.isIssuing)?.id
        else { throw AuthorityProblem.noIssuer }
        defaults = Defaults(
            everything: everything,
            products: Dictionary(
                uniqueKeysWithValues: active.compactMap { choice in
                    choice.product.map { ($0, choice.issuerID) }
                }))
        for entry in entries {
            links[entry.id] = path(from: entry.id).map {
                ChainLink(commonName: $0.commonName ?? "", pem: $0.pem)
            }
        }
    }

    package subscript(id: ID<CACertificate>) -> CAEntry? { places[id].map { entries[$0] } }

    /// Whether a key is that of an authority, made or vouched for here, or waits to become one.
    func isAuthority(_ key: SubjectKey) -> Bool { keys.contains(key.identifier) }

    /// Those that sign orders, in the order in which they were made.
    package var issuing: [CAEntry] { entries.filter(\.isIssuing) }

    /// Who signs where nothing else is chosen.
    package var defaultID: ID<CACertificate> { defaults.everything }

    /// Who signs for a product where the order does not name anyone.
    package func defaultID(for product: String) -> ID<CACertificate> {
        defaults.products[product] ?? defaults.everything
    }

    /// The issuer itself, or, where it was rolled over, the one that issues in its place; nil where
    /// nobody does.
    package func standIn(for id: ID<CACertificate>) -> ID<CACertificate>? {
        var entry = self[id]
        // As many steps as there are issuers, should the rows ever go round in a ring.
        for _ in entries {
            guard let now = entry, !now.isIssuing, let successor = now.successorID else { break }
            entry = self[successor]
        }
        return entry.flatMap { $0.isIssuing ? $0.id : nil }
    }

    /// Who signs: whom the order names, if somebody still issues in that name, or who signs the
    /// product.
    package func issuerID(
        wished: ID<CACertificate>?, product: String
    ) -> ID<CACertificate> {
        wished.flatMap(standIn) ?? defaultID(for: product)
    }

    /// The certificates above one issued by `id`, its own first, up to the root.
    package func path(from id: ID<CACertificate>) -> [SignedCertificate] {
        var path: [SignedCertificate] = []
        var next: ID<CACertificate>? = id
        while let entry = next.flatMap({ self[$0] }), path.count < entries.count {
            path.append(entry.certificate)
            next = entry.parentID
        }
        return path
    }

    /// The same as every answer about a certificate of `id` carries them.
    func links(from id: ID<CACertificate>) -> [ChainLink] { links[id] ?? [] }

    /// The certificates that others signed for the key of this one, and for its name, and did not
    /// revoke.
    package func crossCertificates(for entry: CAEntry) -> [SignedCertificate] {
        crossCertificates.filter { $0.end == nil }.map(\.certificate).filter {
            $0.key == entry.certificate.key && $0.subjectName == entry.certificate.subjectName
        }
    }
}

/// What a roster is made of, read in one transaction.
struct AuthorityRows: Sendable {
    let version: Int64
    let issuers: [IssuerRecord]
    let choices: [IssuerChoice]
    let crossCertificates: [CrossCertificateRecord]
    let requests: [AuthorityRequest]
}

extension Transaction {
    /// The rows, unless they are those of a version that is known.
    func authorityRows(unless known: Int64?) throws -> AuthorityRows? {
        let version = try authorityVersion()
        guard version != known else { return nil }
        return AuthorityRows(
            version: version, issuers: try issuers(), choices: try issuerChoices(),
            crossCertificates: try crossCertificates(), requests: try authorityRequests())
    }

    /// The CA as it is now.
    func issuerRoster() throws -> IssuerRoster {
        // There are always rows where none are known.
        guard let rows = try authorityRows(unless: nil) else { throw AuthorityProblem.noIssuer }
        return try IssuerRoster(rows)
    }
}
