import Foundation
import Issuance
import OrderCore

extension AuthorityWorkshop {
    /// An authority with what signs as it does.
    struct Parent {
        let entry: CAEntry
        let signer: Issuance.Issuer
    }

    /// The authority that is named; or the only one that can sign others.
    ///
    /// - Parameter heir: what a retired authority may vouch for.
    func parent(
        _ wished: ID<CACertificate>?, in roster: IssuerRoster, of heir: SubjectKey? = nil
    ) async throws -> Parent {
        let kept = Set(try await keepers.all.keys().map(\.identifier))
        let entry: CAEntry
        if let wished {
            entry = try roster.required(wished)
            guard entry.role != .issuing else { throw AuthorityRefusal.notAbove(entry.name) }
            guard entry.end == nil else { throw AuthorityRefusal.revoked(entry.name) }
            if entry.retiredAt != nil, !roster.isSucceeded(entry, by: heir) {
                throw AuthorityRefusal.retired(entry.name)
            }
            guard kept.contains(entry.certificate.key.identifier) else {
                throw AuthorityRefusal(absentKeyOf: entry)
            }
        } else {
            let able = roster.entries.filter {
                $0.role == .root && $0.retiredAt == nil
                    && kept.contains($0.certificate.key.identifier)
            }
            guard let only = able.first else {
                let onToken = roster.entries.first {
                    $0.role == .root && $0.retiredAt == nil && $0.keyPlace == .token
                }
                throw onToken.map(AuthorityRefusal.init(absentKeyOf:)) ?? .noParent
            }
            guard able.count == 1 else { throw AuthorityRefusal.severalParents(able.map(\.id)) }
            entry = only
        }
        return Parent(
            entry: entry,
            signer: try Issuance.Issuer(
                certificate: entry.certificate, keeper: keepers.all,
                pointers: publication.pointers(of: entry.id)))
    }

    /// As long as is asked, or as is usual and the authority above lasts.
    func days(
        _ wished: Int?, _ role: AuthorityRole, below parent: CAEntry
    ) throws(AuthorityRefusal) -> Int {
        if let wished { return wished }
        let left = parent.certificate.validity.notAfter.timeIntervalSince(start(below: parent))
        let days = min(AuthorityTerm.days(role), Int(left / Span.daySeconds))
        guard days > 0 else { throw .outlived(parent.name, until: parent.lastDay) }
        return days
    }

    /// Says in words of ours why nothing could be signed below an authority.
    func below<Value>(_ parent: CAEntry, _ sign: () async throws -> Value) async throws -> Value {
        do {
            return try await sign()
        } catch DraftProblem.beginsBeforeIssuer(let begin) {
            throw AuthorityRefusal.notBegun(parent.name, at: begin.formatted(.iso8601))
        } catch DraftProblem.outlivesIssuer {
            throw AuthorityRefusal.outlived(parent.name, until: parent.lastDay)
        } catch AuthorityPathProblem.tooLong(let lengthMax) {
            throw AuthorityRefusal.pathTooLong(parent.name, lengthMax: lengthMax)
        } catch AuthorityPathProblem.noAuthoritiesBelow {
            throw AuthorityRefusal.pathEnds(parent.name)
        } catch AuthorityPathProblem.signsNoCertificates {
            throw AuthorityRefusal.notAbove(parent.name)
        }
    }
}

extension AuthorityRefusal {
    fileprivate init(absentKeyOf entry: CAEntry) {
        self = entry.keyPlace == .token ? .keyOnToken(entry.name) : .keyElsewhere(entry.name)
    }
}

extension CAEntry {
    fileprivate var lastDay: String {
        certificate.validity.notAfter.formatted(.iso8601.year().month().day())
    }
}

extension IssuerRoster {
    /// Two authorities of one name would only be told apart by their keys.
    func refuseName(_ name: AuthorityName) throws(AuthorityRefusal) {
        let holder = entries.first {
            $0.retiredAt == nil && AuthorityName(of: $0.certificate) == name
        }
        if let holder {
            throw .nameTaken(name.commonName ?? name.description, by: holder.id)
        }
    }

    /// Whether a key is that of one that took the place of an authority, or of one after it.
    func isSucceeded(_ entry: CAEntry, by key: SubjectKey?) -> Bool {
        var next = entry.successorID
        for _ in entries {
            guard let heir = next.flatMap({ self[$0] }) else { return false }
            if heir.certificate.key == key { return true }
            next = heir.successorID
        }
        return false
    }

    /// The last of those that an authority was rolled over to.
    func newest(_ id: ID<CACertificate>) -> ID<CACertificate> {
        var newest = id
        for _ in entries { newest = self[newest]?.successorID ?? newest }
        return newest
    }
}
