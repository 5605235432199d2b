import Foundation
import Issuance
import OrderCore
import Storage

/// An entry as it is exported: all that its code is made from, and the code.
struct ExportedEntry: Codable {
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

    /// The entry and its code once more; nil where it says what no entry says.
    var entry: (content: NewAuditEntry, code: [UInt8])? {
        guard let kind = Author.Kind(rawValue: author), let code = [UInt8](hex: code) else {
            return nil
        }
        let author = Author(
            kind, name: authorName, operation: operation, accountID: accountID, userID: userID,
            apiKeyID: apiKeyID,
            source: Author.Source(requestID: requestID, address: address, forwarded: forwarded))
        let content = NewAuditEntry(
            at: Date(milliseconds: at), author: author, accountID: accountID, object: object,
            objectID: objectID, changes: changes)
        return (content, code)
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

/// A seal as it is exported, behind its entries.
struct ExportedSeal: Codable {
    let seal: Int64
    let sealedAt: Int64
    /// Number and the end of the code, of each entry.
    let entries: [String]
    let ledger: String?
    let hash: String

    init(_ seal: AuditSeal) {
        self.seal = seal.number
        sealedAt = seal.at.milliseconds
        entries = seal.entries.map { "\($0.id):\($0.code.hexadecimal.lowercased())" }
        ledger = seal.ledger
        hash = seal.hash.hexadecimal.lowercased()
    }

    /// Nil where it says what no seal says.
    var content: AuditSeal? {
        let named = entries.compactMap { text -> AuditSeal.Sealed? in
            let parts = text.split(separator: ":")
            guard parts.count == 2, let id = Int64(parts[0]),
                let code = [UInt8](hex: String(parts[1]))
            else { return nil }
            return AuditSeal.Sealed(id: id, code: code)
        }
        guard named.count == entries.count, let hash = [UInt8](hex: hash) else { return nil }
        return AuditSeal(
            number: seal, at: Date(milliseconds: sealedAt), entries: named, ledger: ledger,
            hash: hash)
    }

    enum CodingKeys: String, CodingKey {
        case seal
        case sealedAt = "sealed_at"
        case entries, ledger, hash
    }
}

/// The first line of what was pruned: on which seal it follows.
struct ExportedStart: Codable {
    let after: Int64
    let hash: String
}

extension JSONEncoder {
    /// One object on a line of its own.
    static var line: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    func line(_ value: some Encodable) throws -> String {
        String(decoding: try encode(value), as: UTF8.self) + "\n"
    }
}
