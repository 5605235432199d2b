package import Foundation

/// Compares with a kept file, whole. `CHANCERY_GOLDEN=record` writes the files instead; then read
/// the difference before you commit it.
package enum Golden {
    package enum Outcome: Equatable {
        case same
        case recorded
        /// The first line that differs, with what was kept and what came.
        case differs(line: Int, kept: String, came: String)
    }

    package static func compare(_ text: String, with file: URL) throws -> Outcome {
        let isRecording = ProcessInfo.processInfo.environment["CHANCERY_GOLDEN"] == "record"
        let kept = FileManager.default.contents(atPath: file.path).map {
            String(decoding: $0, as: UTF8.self)
        }
        if kept == text { return .same }
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return .recorded
        }
        return difference(kept: kept ?? "", came: text)
    }

    private static func difference(kept: String, came: String) -> Outcome {
        let keptLines = kept.split(separator: "\n", omittingEmptySubsequences: false)
        let cameLines = came.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(keptLines, cameLines).prefix { $0 == $1 }.count
        return .differs(
            line: line + 1, kept: line < keptLines.count ? String(keptLines[line]) : "(end)",
            came: line < cameLines.count ? String(cameLines[line]) : "(end)")
    }
}
