package import Foundation
package import OrderCore

/// One entry of the audit log, before it has a number.
package struct NewAuditEntry: Equatable, Sendable {
    package let at: Date
    package let author: Author
    package let accountID: Int64?
    package let object: String
    package let objectID: Int64?
    /// A JSON array, an object for each row that changed.
    package let changes: String

    package init(
        at: Date, author: Author, accountID: Int64?, object: String, objectID: Int64?,
        changes: String
    ) {
        self.at = at
        self.author = author
        self.accountID = accountID
        self.object = object
        self.objectID = objectID
        self.changes = changes
    }

    /// All that the entry says, one way only: what its code is made from.
    package var octets: [UInt8] {
        var text = AuditOctets("chancery audit entry 1")
        text.add(at.milliseconds)
        text.add(accountID)
        text.add(author.kind.rawValue)
        text.add(author.name)
        text.add(author.operation)
        text.add(author.userID)
        text.add(author.apiKeyID)
        text.add(author.source.requestID)
        text.add(author.source.address)
        text.add(author.source.forwarded)
        text.add(object)
        text.add(objectID)
        text.add(changes)
        return text.octets
    }
}

/// One entry of the audit log as it is kept.
package struct AuditEntry: Equatable, Sendable {
    package let id: Int64
    package let content: NewAuditEntry
    package let code: [UInt8]

    static let columns = """
        e.id, e.at, e.account_id, e.author, e.author_name, e.operation, e.user_id, e.api_key_id, \
        e.request_id, e.address, e.forwarded, e.object, e.object_id, e.changes, e.code
        """

    init(row: inout Columns) throws {
        id = row.long()
        let at = row.date()
        let accountID = row.longIfPresent()
        var author = Author(
            try row.word(), name: row.text(), operation: row.text(), accountID: accountID,
            userID: row.longIfPresent(), apiKeyID: row.longIfPresent())
        author.source = Author.Source(
            requestID: row.textIfPresent(), address: row.textIfPresent(),
            forwarded: row.textIfPresent())
        content = NewAuditEntry(
            at: at, author: author, accountID: accountID, object: row.text(),
            objectID: row.longIfPresent(), changes: row.text())
        code = row.bytes()
    }
}

extension Transaction {
    /// Adds an entry, which then waits to be sealed.
    func post(_ entry: NewAuditEntry, code: [UInt8]) throws {
        let author = entry.author
        try post(
            """
            INSERT INTO audit_entries (at, account_id, author, author_name, operation, user_id,
              api_key_id, request_id, address, forwarded, object, object_id, changes, code)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            [
                .date(entry.at), .integer(entry.accountID), .text(author.kind.rawValue),
                .text(author.name), .text(author.operation), .integer(author.userID),
                .integer(author.apiKeyID), .text(author.source.requestID),
                .text(author.source.address), .text(author.source.forwarded),
                .text(entry.object), .integer(entry.objectID), .text(entry.changes), .bytes(code),
            ])
    }

    /// The entries with these numbers, in their order.
    package func auditEntries(from first: Int64, to last: Int64) throws -> [AuditEntry] {
        try rows(
            """
            SELECT \(AuditEntry.columns) FROM audit_entries e WHERE e.id BETWEEN $1 AND $2
            ORDER BY e.id
            """, [.integer(first), .integer(last)]
        ) { try AuditEntry(row: &$0) }
    }

    /// The highest number of an entry; 0 where there is none.
    package func lastAuditEntryNumber() throws -> Int64 {
        try row("SELECT max(id) FROM audit_entries", []) { $0.longIfPresent() }.flatMap { $0 } ?? 0
    }

    /// The numbers of entries between two others, some of them.
    package func auditEntryNumbers(
        above low: Int64, below high: Int64, max: Int
    ) throws -> [Int64] {
        try rows(
            """
            SELECT id FROM audit_entries WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3
            """, [.integer(low), .integer(high), .int(max)]
        ) { $0.long() }
    }
}

extension SQLValue {
    static func integer(_ value: Int64?) -> SQLValue { value.map { .integer($0) } ?? .null }
}

/// Values one after the other so that no two lists of them give the same octets: each begins with
/// its kind, and texts with their length.
package struct AuditOctets {
    package private(set) var octets: [UInt8]

    package init(_ purpose: String) {
        octets = []
        octets.reserveCapacity(1024)
        add(purpose)
    }

    package mutating func add(_ integer: Int64?) {
        guard let integer else { return octets.append(0) }
        octets.append(1)
        withUnsafeBytes(of: integer.bigEndian) { octets.append(contentsOf: $0) }
    }

    package mutating func add(_ text: String?) {
        guard let text else { return octets.append(0) }
        add(Array(text.utf8))
    }

    package mutating func add(_ bytes: [UInt8]) {
        octets.append(2)
        withUnsafeBytes(of: Int64(bytes.count).bigEndian) { octets.append(contentsOf: $0) }
        octets.append(contentsOf: bytes)
    }
}
