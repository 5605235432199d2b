import Crypto
import Foundation
package import Storage

/// Chains the entries of the audit log, a batch at a time.
///
/// Entries are added by transactions that run side by side; were each to wait for the one before
/// it to be done, all would. So they are added unchained, each with a code of its own, and within
/// about a second somebody names all that are new in a seal (``AuditSeal``). Any number of nodes
/// may: a seal is written alone, and whoever comes second finds nothing left.
package struct AuditSealing: Sendable {
    /// How long an entry may wait where little is written.
    package static let pauseSeconds = 1
    /// The most entries of one seal.
    static let entriesMax = 10_000
    /// A number without an entry is looked at with each of so many seals, then now and then.
    static let missedOften: Int64 = 16
    static let lookAgainEvery: Int64 = 64
    /// After so many seals a number without an entry is given up: its transaction is long gone.
    static let missedMax: Int64 = 86_400
    /// The most numbers that are waited for.
    static let missingMax = 10_000

    private let database: any Database
    private let key: AuditKey
    private let clock: WallClock

    package init(database: any Database, key: AuditKey, clock: WallClock) {
        self.database = database
        self.key = key
        self.clock = clock
    }

    /// Seals what is new. Returns how many entries that was.
    ///
    /// - Parameter ledger: how far the signing log of this node has got, where it has not been told
    ///   of yet.
    package func runOnce(ledger: String? = nil) async throws -> Int {
        // Not alone yet: an idle log should keep nobody waiting.
        let isNew = try await database.read { tx in
            let head = try tx.auditHead()?.head ?? AuditHead()
            if try !tx.auditCodes(above: head.reached, max: 1).isEmpty { return true }
            return try head.missing.contains {
                head.number - $0.since <= Self.missedOften
                    ? try tx.auditCode(of: $0.id) != nil : false
            }
        }
        guard isNew || ledger != nil else { return 0 }
        try await key.prepare(database)
        let (key, now) = (key, clock.now)
        return try await database.write { try $0.seal(with: key, ledger: ledger, at: now) }
    }
}

extension Transaction {
    fileprivate func seal(with key: AuditKey, ledger: String?, at now: Date) throws -> Int {
        let known = try auditHead()
        if let known, try !key.isCode(known.code, of: known.head.octets) {
            throw AuditSealingProblem.headAltered
        }
        var head = known?.head ?? AuditHead()
        let number = head.number + 1
        var found: [(id: Int64, code: [UInt8])] = []
        var missing: [AuditHead.Missing] = []
        for one in head.missing {
            let age = number - one.since
            if age <= AuditSealing.missedOften || age.isMultiple(of: AuditSealing.lookAgainEvery),
                let code = try auditCode(of: one.id)
            {
                found.append((one.id, code))
            } else if age <= AuditSealing.missedMax {
                missing.append(one)
            }
        }
        for entry in try auditCodes(above: head.reached, max: AuditSealing.entriesMax) {
            let gap = head.reached + 1..<max(entry.id, head.reached + 1)
            missing += gap.suffix(AuditSealing.missingMax).map { .init(id: $0, since: number) }
            head.reached = entry.id
            found.append(entry)
        }
        guard !found.isEmpty || ledger != nil else { return 0 }
        let hash = AuditChain.hash(
            after: head.hash, number: number, at: now, entries: found, ledger: ledger)
        head.number = number
        head.entries += Int64(found.count)
        head.missing = missing.suffix(AuditSealing.missingMax)
        head.hash = hash
        try append(
            AuditSeal(
                number: number, at: now,
                entries: found.map { AuditSeal.Sealed(id: $0.id, code: $0.code) }, ledger: ledger,
                hash: hash),
            head: head, code: try key.code(of: head.octets))
        return found.count
    }
}

package enum AuditSealingProblem: Error, CustomStringConvertible {
    /// Somebody else wrote the head; whoever goes on from it would vouch for what they wrote.
    case headAltered

    package var description: String {
        "The head of the audit log was altered, so nothing is sealed. See: chancery audit verify"
    }
}

/// How the links of the chain hang together.
enum AuditChain {
    static func hash(
        after previous: [UInt8], number: Int64, at time: Date,
        entries: [(id: Int64, code: [UInt8])], ledger: String?
    ) -> [UInt8] {
        var text = AuditOctets("chancery audit seal 1")
        text.add(previous)
        text.add(number)
        text.add(time.milliseconds)
        text.add(ledger)
        var digest = SHA256()
        digest.update(data: text.octets)
        for entry in entries {
            withUnsafeBytes(of: entry.id.bigEndian) { digest.update(bufferPointer: $0) }
            digest.update(data: entry.code)
        }
        return Array(digest.finalize())
    }
}
