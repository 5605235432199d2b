import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

struct AuditRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) async throws -> AuditEntryList {
        let query = try ListQuery<AuditProperty>(
            call.query, usualSort: AuditProperty.date.rawValue)
        let listed = try await desks.audit.entries(query, for: call.caller)
        return AuditEntryList(
            entries: listed.elements.map(AuditEntryDetails.init), page: .init(listed, query))
    }
}

extension AuditEntryDetails {
    init(_ entry: AuditEntry) {
        let content = entry.content
        let author = content.author
        self.init(
            id: Int(entry.id), date: Timestamp(content.at), operation: author.operation,
            author: AuditAuthor(
                type: author.kind.rawValue, name: author.name, userID: author.userID.map(Int.init),
                apiKeyID: author.apiKeyID.map(Int.init)),
            object: AuditObject(type: content.object, id: content.objectID.map(Int.init)),
            requestID: author.source.requestID, ipAddress: author.source.address,
            forwardedAddress: author.source.forwarded,
            changes: AuditChange.list(in: content.changes))
    }
}

extension AuditChange {
    /// The log has them as JSON. What cannot be read was altered; `chancery audit verify` says so.
    static func list(in text: String) -> [AuditChange] {
        let rows = try? JSONDecoder().decode([Row].self, from: Data(text.utf8))  // as said above
        return (rows ?? []).compactMap(AuditChange.init)
    }

    private struct Row: Decodable {
        let object: String?
        let id: Int?
        let key: [String: Value]?
        let before: [String: Value]?
        let after: [String: Value]?
    }

    /// A number, a text, or nothing.
    private struct Value: Decodable {
        let text: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                text = nil
            } else if let number = try? container.decode(Int64.self) {  // or else a text
                text = "\(number)"
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    private init?(_ row: Row) {
        guard let object = row.object else { return nil }
        let before = row.before ?? [:]
        let after = row.after ?? [:]
        let names = Set(before.keys).union(after.keys).sorted()
        let key = (row.key ?? [:]).sorted { $0.key < $1.key }.map { name, value in
            AuditMember(
                name: name, before: row.before == nil ? nil : value.text,
                after: row.after == nil ? nil : value.text)
        }
        let action = row.before == nil ? "added" : row.after == nil ? "removed" : "changed"
        self.init(
            object: AuditObject(type: object, id: row.id), action: action,
            members: key
                + names.map {
                    AuditMember(name: $0, before: before[$0]?.text, after: after[$0]?.text)
                })
    }
}
