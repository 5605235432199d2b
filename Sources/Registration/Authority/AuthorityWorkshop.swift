import Foundation
package import Issuance
package import OrderCore
package import Storage

/// Where authorities are made: what is changed about the CA with its keys.
///
/// A key is made first and recorded with its certificate in one transaction; one that was made
/// before a crash is without a certificate and does no harm.
package struct AuthorityWorkshop: Sendable {
    let database: any Database
    let keepers: Keepers
    let serials: any SerialSource
    let clock: WallClock
    let publication: Publication

    package init(
        database: any Database, keepers: Keepers, serials: any SerialSource, clock: WallClock,
        publication: Publication
    ) {
        self.database = database
        self.keepers = keepers
        self.serials = serials
        self.clock = clock
        self.publication = publication
    }

    /// Makes a root, or an authority below another.
    package func create(_ order: NewAuthority) async throws -> CAEntry {
        let roster = try await database.read { try $0.issuerRoster() }
        let name = AuthorityName(order.subject)
        try roster.refuseName(name)
        guard order.role != .intermediate || order.pathLength != 0 else {
            throw AuthorityRefusal.nothingBelow
        }
        let maker = try maker(at: order.keyPlace)
        guard order.role != .root else {
            let plan = AuthorityPlan(
                order.subject, key: order.key, validityDays: order.days ?? AuthorityTerm.rootDays)
            let certificate = try await maker.makeRoot(plan, now: start)
            return try await record(certificate, as: .root, below: nil, order.keyPlace)
        }
        let parent = try await parent(order.parentID, in: roster)
        let plan = AuthorityPlan(
            order.subject, key: order.key,
            validityDays: try days(order.days, order.role, below: parent.entry),
            purposes: order.purposes, pathLength: order.role == .issuing ? 0 : order.pathLength)
        let certificate = try await below(parent.entry) {
            try await maker.makeIssuing(
                plan, under: parent.signer, now: start(below: parent.entry))
        }
        return try await record(certificate, as: order.role, below: parent.entry, order.keyPlace)
    }

    /// Makes a new key and certificate under the name of an authority, and retires it in favour of
    /// the new one: what names the old one, or was chosen for it, goes to the new one.
    package func roll(
        _ id: ID<CACertificate>, key: KeyKind?, days wished: Int?, keyPlace wishedPlace: KeyPlace?
    ) async throws -> CAEntry {
        let roster = try await database.read { try $0.issuerRoster() }
        let old = try roster.required(id)
        guard old.retiredAt == nil else { throw AuthorityRefusal.retired(old.name) }
        let keyPlace = wishedPlace ?? old.keyPlace
        let maker = try maker(at: keyPlace)
        let kind = key ?? old.certificate.key.kind
        let certificate: SignedCertificate
        var above: CAEntry?
        if let parentID = old.parentID {
            let parent = try await parent(roster.newest(parentID), in: roster)
            above = parent.entry
            let plan = AuthorityPlan(
                like: old.certificate, key: kind,
                validityDays: try days(wished, old.role, below: parent.entry))
            certificate = try await below(parent.entry) {
                try await maker.makeIssuing(
                    plan, under: parent.signer, now: start(below: parent.entry))
            }
        } else {
            let plan = AuthorityPlan(
                like: old.certificate, key: kind, validityDays: wished ?? AuthorityTerm.rootDays)
            certificate = try await maker.makeRoot(plan, now: start)
        }
        return try await record(
            certificate, as: old.role, below: above, keyPlace, replacing: old)
    }

    /// Makes keys in a place, and certificates for them.
    func maker(at place: KeyPlace) throws -> AuthorityMaker {
        AuthorityMaker(keeper: try keepers.keeper(at: place), serials: serials)
    }

    /// CA certificates begin this long before they are made: what they issue begins before now.
    private var start: Date { clock.now.addingTimeInterval(-AuthorityTerm.headStartSeconds) }

    /// The same below one that may be younger than that.
    func start(below parent: CAEntry) -> Date {
        parent.certificate.validity.start(below: clock.now, early: AuthorityTerm.headStartSeconds)
    }

    /// Writes down what was signed, unless the CA was changed meanwhile in a way that matters.
    func record(
        _ certificate: SignedCertificate, as role: AuthorityRole, below parent: CAEntry?,
        _ place: KeyPlace, replacing old: CAEntry? = nil
    ) async throws -> CAEntry {
        let now = clock.now
        return try await database.write { tx in
            let roster = try tx.issuerRoster()
            if let parent, roster[parent.id]?.retiredAt != nil {
                throw AuthorityRefusal.changedMeanwhile
            }
            let id = try tx.insert(
                NewIssuer(
                    parentID: parent?.id, name: certificate.commonName ?? certificate.subjectName,
                    keyID: certificate.key.identifier.hex, der: certificate.der, createdAt: now,
                    role: role, keyPlace: place))
            if let old {
                guard roster[old.id]?.retiredAt == nil else {
                    throw AuthorityRefusal.changedMeanwhile
                }
                // Who signs by being the first of all is replaced by name.
                if roster.defaultID == old.id {
                    try tx.set(IssuerChoice(product: nil, issuerID: id))
                }
                try tx.retire(old.id, inFavourOf: id, at: now)
            }
            return try tx.issuerRoster().required(id)
        }
    }
}
