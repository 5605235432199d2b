package import Foundation

/// A link of the chain: it names the entries that were added since the one before, and by its hash
/// all that came before it.
package struct AuditSeal: Equatable, Sendable {
    package let number: Int64
    package let at: Date
    package let entries: [Sealed]
    /// How far the signing log of the node that sealed had got; absent where it told before.
    package let ledger: String?
    package let hash: [UInt8]

    /// An entry by its number and the end of its code: enough to tell which one was altered,
    /// removed or moved.
    package struct Sealed: Equatable, Sendable {
        package static let codeOctets = 8

        package let id: Int64
        package let code: [UInt8]

        package init(id: Int64, code: [UInt8]) {
            self.id = id
            self.code = Array(code.suffix(Self.codeOctets))
        }
    }

    package init(number: Int64, at: Date, entries: [Sealed], ledger: String?, hash: [UInt8]) {
        self.number = number
        self.at = at
        self.entries = entries
        self.ledger = ledger
        self.hash = hash
    }
}

/// The end of the chain: the one row of the log that changes, and so the one with a code of its
/// own.
package struct AuditHead: Equatable, Sendable {
    /// The number of the last seal; 0 where there is none.
    package var number: Int64 = 0
    /// How many entries are sealed.
    package var entries: Int64 = 0
    /// The highest number of an entry that was looked at.
    package var reached: Int64 = 0
    /// Numbers below that which had no entry, but may get one: somebody holds them in a
    /// transaction that is not done. With the seal that first missed them.
    package var missing: [Missing] = []
    package var hash: [UInt8] = []

    package struct Missing: Equatable, Sendable {
        package let id: Int64
        package let since: Int64

        package init(id: Int64, since: Int64) {
            self.id = id
            self.since = since
        }
    }

    package init() {}

    /// What its code is made from.
    package var octets: [UInt8] {
        var text = AuditOctets("chancery audit head 1")
        text.add(number)
        text.add(entries)
        text.add(reached)
        text.add(missing.text)
        text.add(hash)
        return text.octets
    }
}

extension [AuditHead.Missing] {
    fileprivate var text: String? {
        isEmpty ? nil : map { "\($0.id)@\($0.since)" }.joined(separator: " ")
    }

    fileprivate init(text: String) throws {
        self = try text.split(separator: " ").map { part in
            let numbers = part.split(separator: "@").compactMap { Int64($0) }
            guard numbers.count == 2 else {
                throw StorageProblem.unreadable(column: "missing", value: text)
            }
            return AuditHead.Missing(id: numbers[0], since: numbers[1])
        }
    }
}

extension [AuditSeal.Sealed] {
    package var octets: [UInt8] {
        flatMap { sealed in
            Swift.withUnsafeBytes(of: sealed.id.bigEndian) { [UInt8]($0) } + sealed.code
        }
    }

    fileprivate init(octets: [UInt8]) {
        let size = MemoryLayout<Int64>.size
        let length = size + AuditSeal.Sealed.codeOctets
        self = stride(from: 0, to: octets.count - length + 1, by: length).map { place in
            let id = octets[place..<place + size].reduce(Int64(0)) { $0 << 8 | Int64($1) }
            return AuditSeal.Sealed(id: id, code: [UInt8](octets[place + size..<place + length]))
        }
    }
}

extension Transaction {
    /// The head with its code; none before the first seal.
    package func auditHead() throws -> (head: AuditHead, code: [UInt8])? {
        try row(
            "SELECT number, entries, reached, missing, hash, code FROM audit_head WHERE id = 1", []
        ) { row in
            var head = AuditHead()
            head.number = row.long()
            head.entries = row.long()
            head.reached = row.long()
            head.missing = try row.textIfPresent().map { try [AuditHead.Missing](text: $0) } ?? []
            head.hash = row.bytes()
            return (head, row.bytes())
        }
    }

    /// Entries above a number, some of them, to be sealed.
    package func auditCodes(above id: Int64, max: Int) throws -> [(id: Int64, code: [UInt8])] {
        try rows(
            "SELECT id, code FROM audit_entries WHERE id > $1 ORDER BY id LIMIT $2",
            [.integer(id), .int(max)]
        ) { ($0.long(), $0.bytes()) }
    }

    package func auditCode(of id: Int64) throws -> [UInt8]? {
        try row("SELECT code FROM audit_entries WHERE id = $1", [.integer(id)]) { $0.bytes() }
    }

    /// Adds a link, and moves the head to it.
    package func append(_ seal: AuditSeal, head: AuditHead, code: [UInt8]) throws {
        try post(
            """
            INSERT INTO audit_seals (number, sealed_at, entries, ledgers, hash)
            VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .integer(seal.number), .date(seal.at), .bytes(seal.entries.octets),
                .text(seal.ledger), .bytes(seal.hash),
            ])
        try post(
            """
            INSERT INTO audit_head (id, number, entries, reached, missing, hash, code)
            VALUES (1, $1, $2, $3, $4, $5, $6)
            ON CONFLICT (id) DO UPDATE SET number = excluded.number, entries = excluded.entries,
              reached = excluded.reached, missing = excluded.missing, hash = excluded.hash,
              code = excluded.code
            """,
            [
                .integer(head.number), .integer(head.entries), .integer(head.reached),
                .text(head.missing.text), .bytes(head.hash), .bytes(code),
            ])
    }

    /// The links after a number, some of them, in their order.
    package func auditSeals(
        above number: Int64, max: Int, upTo last: Int64 = .max
    ) throws -> [AuditSeal] {
        try rows(
            """
            SELECT number, sealed_at, entries, ledgers, hash FROM audit_seals
            WHERE number > $1 AND number <= $3 ORDER BY number LIMIT $2
            """, [.integer(number), .int(max), .integer(last)]
        ) { row in
            AuditSeal(
                number: row.long(), at: row.date(), entries: .init(octets: row.bytes()),
                ledger: row.textIfPresent(), hash: row.bytes())
        }
    }

    /// The secret of the log, sealed; made by whoever is first.
    package func auditKey(orKeep sealed: [UInt8]?) throws -> [UInt8]? {
        if let sealed {
            try run(
                "INSERT INTO audit_keys (id, sealed) VALUES (1, $1) ON CONFLICT (id) DO NOTHING",
                [.bytes(sealed)])
        }
        return try row("SELECT sealed FROM audit_keys WHERE id = 1", []) { $0.bytes() }
    }

    /// Keeps the same secret, sealed anew.
    package func replaceAuditKey(_ sealed: [UInt8]) throws {
        try run("UPDATE audit_keys SET sealed = $1 WHERE id = 1", [.bytes(sealed)])
    }
}
