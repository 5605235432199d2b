import Foundation
package import Issuance
package import OrderCore
import Storage

/// What an authority from elsewhere is to be here.
package struct AuthorityIntake: Sendable {
    /// Its certificate and those above it, in any order.
    package let certificates: [SignedCertificate]
    /// Absent where the keeper has the key already, or nobody here is to have it.
    package let key: ImportedKey?
    /// Whether it is to sign other authorities, and no orders.
    package var isIntermediate = false
    /// The authority that is retired in favour of it.
    package var replacedID: ID<CACertificate>?

    package init(_ certificates: [SignedCertificate], key: ImportedKey? = nil) {
        self.certificates = certificates
        self.key = key
    }
}

extension AuthorityWorkshop {
    /// Takes in an authority that was certified elsewhere: for a key that comes with it, or one
    /// that was made here for a request. A root alone is taken in without its key.
    ///
    /// Everything is checked before a key is kept, and written down in one transaction. Returns
    /// those that were added, the highest first.
    package func install(_ intake: AuthorityIntake) async throws -> [CAEntry] {
        let roster = try await database.read { try $0.issuerRoster() }
        let keys = try await keepers.all.keys()
        let lowest = try lowest(of: intake, keys: keys)
        let chain = try AuthorityChain(
            of: lowest, among: intake.certificates + roster.entries.map(\.certificate),
            at: clock.now)
        if intake.isIntermediate, lowest.pathLength == 0 { throw AuthorityRefusal.nothingBelow }
        if let key = intake.key {
            guard let taker = keepers.intake else { throw IntakeRefusal.keysNotTaken }
            if let holder = roster.entries.first(where: { $0.certificate.key == lowest.key }),
                holder.certificate != lowest || keys.contains(lowest.key)
            {
                throw IntakeRefusal.keyTaken(lowest.subjectName, by: holder.id)
            }
            _ = try await taker.take(key)
        }
        let places = try await keepers.places()
        let now = clock.now
        let isKeyNew = !keys.contains(lowest.key)
        return try await database.write { tx in
            try tx.install(chain, intake, isKeyNew: isKeyNew, places: places, at: now)
        }
    }

    /// The certificate whose key is here, or is brought; or a root whose key stays where it is.
    private func lowest(
        of intake: AuthorityIntake, keys: [SubjectKey]
    ) throws(IntakeRefusal) -> SignedCertificate {
        guard let first = intake.certificates.first else { throw .noCertificate }
        if let key = intake.key {
            guard let own = intake.certificates.first(where: { $0.key == key.publicKey }) else {
                throw .keyUnfit(first.subjectName)
            }
            return own
        }
        if let own = intake.certificates.first(where: { keys.contains($0.key) }) { return own }
        guard intake.certificates.count == 1, first.isRoot else {
            throw .keyMissing(first.subjectName)
        }
        return first
    }
}

extension Transaction {
    fileprivate func install(
        _ chain: AuthorityChain, _ intake: AuthorityIntake, isKeyNew: Bool,
        places: [KeyIdentifier: KeyPlace], at now: Date
    ) throws -> [CAEntry] {
        var roster = try issuerRoster()
        let replaced = try intake.replacedID.map { try roster.required($0) }
        if let replaced, replaced.retiredAt != nil { throw AuthorityRefusal.retired(replaced.name) }
        var parentID: ID<CACertificate>?
        var added: [ID<CACertificate>] = []
        for (depth, certificate) in chain.certificates.enumerated().reversed() {
            let place = places[certificate.key.identifier] ?? .elsewhere
            if let known = roster.entries.first(where: { $0.certificate == certificate }) {
                if depth == 0 {
                    // A key that was elsewhere comes here, or one that was lost comes back.
                    guard known.keyPlace == .elsewhere || isKeyNew, place != .elsewhere else {
                        throw IntakeRefusal.known(certificate.subjectName)
                    }
                    if known.keyPlace == .elsewhere { try takeOverList(of: known) }
                    try setKeyPlace(place, of: known.id, at: now)
                    added.append(known.id)
                }
                parentID = known.id
                continue
            }
            if let holder = roster.entries.first(where: { $0.certificate.key == certificate.key }) {
                throw IntakeRefusal.keyTaken(certificate.subjectName, by: holder.id)
            }
            try refuseLost(certificate.key)
            try refuseListed(certificate, below: parentID, in: roster)
            let id = try insert(
                NewIssuer(
                    parentID: parentID, name: certificate.commonName ?? certificate.subjectName,
                    keyID: certificate.key.identifier.hex, der: certificate.der, createdAt: now,
                    role: certificate.isRoot
                        ? .root : depth > 0 || intake.isIntermediate ? .intermediate : .issuing,
                    keyPlace: place))
            added.append(id)
            parentID = id
        }
        if let replaced, let id = added.last {
            if roster.defaultID == replaced.id {
                try set(IssuerChoice(product: nil, issuerID: id))
            }
            try retire(replaced.id, inFavourOf: id, at: now)
        }
        roster = try issuerRoster()
        return try added.map { try roster.required($0) }
    }
}

/// Why an authority from elsewhere is not taken in.
package enum IntakeRefusal: Error, Equatable, CustomStringConvertible {
    case noCertificate
    case keyUnfit(String)
    case keyMissing(String)
    case keyTaken(String, by: ID<CACertificate>)
    case known(String)
    case keysNotTaken

    package var description: String {
        switch self {
        case .noCertificate: "There is no certificate in the file."
        case .keyUnfit(let name):
            "The private key is not that of the certificate of \(name.quoted), or of one beside it."
        case .keyMissing(let name):
            """
            The key of \(name.quoted) is not here. Bring it with its certificate (chancery ca \
            import FILE --key KEY), or have a certificate signed for a key that is made here \
            (chancery ca request).
            """
        case .keyTaken(let name, let id):
            """
            The key of \(name.quoted) has a certificate already, that of CA certificate \(id). \
            Authorities have one each.
            """
        case .known(let name): "\(name.quoted) is here already."
        case .keysNotTaken:
            """
            This keeper takes in no keys. Put the key on the token with the token's own tools, \
            and leave --key out.
            """
        }
    }
}
