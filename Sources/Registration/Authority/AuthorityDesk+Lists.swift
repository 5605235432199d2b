import Crypto
import Foundation
package import Issuance
package import OrderCore
import Storage

/// Revocation lists that were signed elsewhere.
extension AuthorityDesk {
    /// Publishes a list of an authority whose key is elsewhere, in the place of the one before.
    package func publish(
        _ file: [UInt8], of id: ID<CACertificate>
    ) async throws -> (entry: CAEntry, list: ForeignRevocationList) {
        let now = clock.now
        return try await database.write { tx in
            let entry = try tx.issuerRoster().required(id)
            guard entry.keyPlace == .elsewhere else {
                throw AuthorityRefusal.listMadeHere(entry.name)
            }
            let list: ForeignRevocationList
            do throws(ForeignListProblem) {
                list = try ForeignRevocationList(file, by: entry.certificate)
            } catch {
                throw AuthorityRefusal.listUnfit(entry.name, error)
            }
            guard list.nextUpdate > now else {
                throw AuthorityRefusal.listEnded(
                    entry.name, on: list.nextUpdate.formatted(.iso8601))
            }
            try tx.publish(list, of: entry)
            return (entry, list)
        }
    }
}

extension Transaction {
    fileprivate func publish(_ list: ForeignRevocationList, of entry: CAEntry) throws {
        guard let partition = try crlPartition(of: entry.id, number: 0) else {
            throw StorageProblem.unreadable(column: "issuer_id", value: "\(entry.id)")
        }
        let previous = try crlMark(partition.id)
        // One without a number is as new as its date says.
        let number = list.number ?? Int64(list.thisUpdate.timeIntervalSince1970)
        if let previous, previous.number >= number {
            throw AuthorityRefusal.listOlder(entry.name, number: previous.number)
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
