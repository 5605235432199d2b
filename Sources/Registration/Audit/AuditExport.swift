import Foundation
import Issuance
import OrderCore
package import Storage

/// Gives the entries of the audit log out, a batch at a time, however many there are.
package struct AuditExport: Sendable {
    package static let batchMax = 1000

    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// The newest ones, oldest first.
    package func latest(_ count: Int) async throws -> [AuditEntry] {
        try await database.read { tx in
            let last = try tx.lastAuditEntryNumber()
            return try tx.auditEntries(from: last - Int64(count) + 1, to: last)
        }
    }

    /// All from a number on, one JSON object a line.
    package func each(from first: Int64, _ body: (String) throws -> Void) async throws {
        var reached = first - 1
        while true {
            let start = reached
            let entries = try await database.read { tx -> [AuditEntry] in
                let codes = try tx.auditCodes(above: start, max: Self.batchMax)
                guard let first = codes.first, let last = codes.last else { return [] }
                return try tx.auditEntries(from: first.id, to: last.id)
            }
            guard let last = entries.last else { return }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            try body(
                try entries.map {
                    String(decoding: try encoder.encode(ExportedEntry($0)), as: UTF8.self) + "\n"
                }.joined())
            reached = last.id
        }
    }
}

/// An entry as it is exported: all that its code is made from, and the code.
private struct ExportedEntry: Encodable {
    let id: Int64
    let at: Int64
    let accountID: Int64?
    let author: String
    let authorName: String
    let operation: String
    let userID: Int64?
    let apiKeyID: Int64?
    let requestID: String?
    let address: String?
    let forwarded: String?
    let object: String
    let objectID: Int64?
    /// The text itself: its code is over its octets.
    let changes: String
    let code: String

    init(_ entry: AuditEntry) {
        let content = entry.content
        let author = content.author
        id = entry.id
        at = content.at.milliseconds
        accountID = content.accountID
        self.author = author.kind.rawValue
        authorName = author.name
        operation = author.operation
        userID = author.userID
        apiKeyID = author.apiKeyID
        requestID = author.source.requestID
        address = author.source.address
        forwarded = author.source.forwarded
        object = content.object
        objectID = content.objectID
        changes = content.changes
        code = entry.code.hexadecimal.lowercased()
    }

    enum CodingKeys: String, CodingKey {
        case id, at, author, operation, address, forwarded, object, changes, code
        case accountID = "account_id"
        case authorName = "author_name"
        case userID = "user_id"
        case apiKeyID = "api_key_id"
        case requestID = "request_id"
        case objectID = "object_id"
    }
}
