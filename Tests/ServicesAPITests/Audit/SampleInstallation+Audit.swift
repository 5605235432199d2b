import OrderCore
import Registration
import Storage
import TestKit

extension SampleInstallation {
    func lastAuditEntry() async throws -> Int64 {
        try await registry.database.read { try $0.lastAuditEntryNumber() }
    }

    /// Entries in writing: who, what, about what; then each row that changed.
    func auditLines(after number: Int64) async throws -> [String] {
        let entries = try await registry.database.read {
            try $0.auditEntries(from: number + 1, to: .max)
        }
        return entries.flatMap { entry in
            let content = entry.content
            let author = content.author
            let object = content.objectID.map { "\(content.object) \($0)" } ?? content.object
            let key = author.apiKeyID.map { " with key \($0)" } ?? ""
            let source = author.source.requestID == nil ? "" : ", in a request"
            return [
                "entry: \(author.operation)",
                "  \(author.kind.rawValue) \(author.name)\(key)\(source): \(object)",
            ]
                + content.changes.dropFirst().dropLast()
                .replacing("},{\"object\"", with: "}\n{\"object\"")
                .split(separator: "\n").map { "  \($0)" }
        }
    }
}
