import Crypto
import Foundation
package import Issuance
package import OrderCore
import Storage

/// Revocation lists that were signed elsewhere.
extension AuthorityDesk {
    /// A list that is published, and the authorities here that it revokes.
    package struct PublishedList: Sendable {
        package let issuer: CAEntry
        package let list: ForeignRevocationList
        package let revoked: [CAEntry]
    }

    /// By so much the clock of whoever signed a list may be ahead of the one here.
    package static let clockSlackSeconds: Double = 300

    /// Publishes a list of an authority whose key is elsewhere, in the place of the one before.
    /// Authorities here that it revokes are revoked from then on.
    package func publish(
        _ file: [UInt8], of id: ID<CACertificate>
    ) async throws -> PublishedList {
        let now = clock.now
        return try await database.write { [dialect = database.dialect] tx in
            try tx.holdCertificates(dialect)
            let roster = try tx.issuerRoster()
            let entry = try roster.required(id)
            guard entry.keyPlace == .elsewhere else {
                throw AuthorityRefusal.listMadeHere(entry.name)
            }
            let list: ForeignRevocationList
            do throws(ForeignListProblem) {
                list = try ForeignRevocationList(file, by: entry.certificate)
            } catch {
                throw AuthorityRefusal.listUnfit(entry.name, error)
            }
            let urls = try tx.listURLs(of: entry, in: roster)
            do throws(ForeignListProblem) {
                try list.check(publishedAt: urls)
            } catch {
                throw AuthorityRefusal.listUnfit(entry.name, error)
            }
            guard list.thisUpdate <= now.addingTimeInterval(Self.clockSlackSeconds) else {
                throw AuthorityRefusal.listNotBegun(
                    entry.name, at: list.thisUpdate.formatted(.iso8601))
            }
            guard list.nextUpdate > now else {
                throw AuthorityRefusal.listEnded(
                    entry.name, on: list.nextUpdate.formatted(.iso8601))
            }
            try tx.publish(list, of: entry)
            return PublishedList(
                issuer: entry, list: list, revoked: try tx.end(by: list, of: entry, in: roster))
        }
    }
}

extension AuthorityEnd {
    /// A reason that is none of an authority's here is as good as none.
    fileprivate init(_ entry: ForeignRevocationList.Entry) {
        self.init(
            reason: Reason.allCases.first { $0.crlCode == entry.reason } ?? .unspecified,
            date: entry.date)
    }
}

extension Transaction {
    /// Ends the authorities below one that are on its list, unless none would be left that issues.
    fileprivate func end(
        by list: ForeignRevocationList, of issuer: CAEntry, in roster: IssuerRoster
    ) throws -> [CAEntry] {
        let revoked = roster.entries.filter {
            $0.parentID == issuer.id && $0.end == nil && list.entry(of: $0.certificate) != nil
        }
        let left = roster.issuing.filter { issuing in !revoked.contains { $0.id == issuing.id } }
        guard !left.isEmpty else { throw AuthorityRefusal.lastIssuingListed(issuer.name) }
        for entry in revoked {
            if let listed = list.entry(of: entry.certificate) {
                try end(entry.id, AuthorityEnd(listed))
            }
        }
        return revoked
    }

    /// Refuses an authority that the published list of the one above it revokes, where that is
    /// elsewhere.
    func refuseListed(
        _ certificate: SignedCertificate, below parent: ID<CACertificate>?, in roster: IssuerRoster
    ) throws {
        guard let parent = parent.flatMap({ roster[$0] }), parent.keyPlace == .elsewhere,
            let list = try publishedList(of: parent)
        else { return }
        guard list.entry(of: certificate) == nil else {
            throw AuthorityRefusal.revoked(certificate.commonName ?? certificate.subjectName)
        }
    }

    /// Has the lists that are made here from now on say what the last one from elsewhere says.
    func takeOverList(of issuer: CAEntry) throws {
        guard let list = try publishedList(of: issuer) else { return }
        for (serial, entry) in list.entries {
            // When a certificate ends that is not here, nobody here knows.
            try insertRevocation(
                of: serial.magnitude, until: issuer.certificate.validity.notAfter,
                at: entry.date, reason: entry.reason, by: issuer.id)
        }
    }

    /// Where a list is published: here, and where certificates of its issuer say.
    fileprivate func listURLs(of issuer: CAEntry, in roster: IssuerRoster) throws -> Set<String> {
        let below = roster.entries.filter { $0.parentID == issuer.id && $0.id != issuer.id }
        let here = try publishedAddress().map {
            Publication(baseURL: $0.url).crlURL(of: issuer.id, part: 0)
        }
        return Set(below.flatMap(\.certificate.listURLs) + [here].compactMap(\.self))
    }

    private func publishedList(of issuer: CAEntry) throws -> ForeignRevocationList? {
        guard let partition = try crlPartition(of: issuer.id, number: 0),
            let der = try crl(partition.id)?.der
        else { return nil }
        return try ForeignRevocationList(der, by: issuer.certificate)
    }

    fileprivate func publish(_ list: ForeignRevocationList, of entry: CAEntry) throws {
        guard let partition = try crlPartition(of: entry.id, number: 0) else {
            throw StorageProblem.unreadable(column: "issuer_id", value: "\(entry.id)")
        }
        let previous = try crlMark(partition.id)
        guard let number = list.number else {
            throw AuthorityRefusal.listUnfit(entry.name, .numberless)
        }
        if let previous, previous.number >= number {
            // Lists without a number were taken once, and count by their date.
            let isNumbered = try publishedList(of: entry)?.number != nil
            guard !isNumbered, previous.thisUpdate < list.thisUpdate else {
                throw AuthorityRefusal.listOlder(entry.name, number: previous.number)
            }
        }
        let mark = CRLMark(
            partitionID: partition.id, number: number, thisUpdate: list.thisUpdate,
            nextUpdate: list.nextUpdate)
        guard try replace(previous, by: mark, der: list.der) else {
            throw AuthorityRefusal.changedMeanwhile
        }
        note(
            NotedChange(
                "crls", id: partition.id.rawValue, before: previous?.members(of: entry),
                after: mark.members(of: entry)))
    }
}

extension CRLMark {
    fileprivate func members(of issuer: CAEntry) -> NotedChange.Members {
        [
            "issuer_id": .id(issuer.id), "number": .integer(number),
            "this_update": .date(thisUpdate), "next_update": .date(nextUpdate),
        ]
    }
}
