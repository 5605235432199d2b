package import Foundation
package import Registration

extension Installation {
    /// Writes what was sealed before a time to a file, and removes it from the audit log once the
    /// file is whole and on its disk.
    package func pruneAuditLog(
        before time: Date, to path: String
    ) async throws -> AuditPruning.Cut {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw BackupProblem.exists(path: path)
        }
        let pruning = auditPruning
        let cut = try await pruning.cut(before: time)
        let draft = path + ".partial"
        _ = unlink(draft)  // what a crash left behind; mostly there is none
        defer { _ = unlink(draft) }
        let file = try PlainFile(draft, for: .making)
        try await pruning.export(cut) { try file.write(Array($0.utf8)) }
        try file.sync()
        try PlainFile.publish(draft, as: path)
        try await pruning.prune(cut)
        return cut
    }
}
