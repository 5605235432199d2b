import ArgumentParser
import Foundation
import Registration
import Server

extension AuditCommand {
    struct Prune: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move the oldest part of the log to a file.",
            discussion: """
                Everything is looked at first, as by `audit verify`; nothing is removed from a log \
                that was tampered with. What was sealed before the date is written to the file. \
                Once that is on the disk, it is removed, and an anchor stands where the log begins \
                from then on. The anchor is an entry of the log like any change.

                Keep the file: with --pruned, `audit verify` goes over it, too.

                  chancery audit prune --before 2026-01-01 --to /archive/audit-2025.jsonl
                  chancery audit verify --pruned /archive/audit-2025.jsonl
                """)

        @OptionGroup var installation: InstallationOptions

        @Option(help: "A day (UTC), as in 2026-01-01, or a time, as in 2026-01-01T12:00:00Z.")
        var before: String

        @Option(
            name: .customLong("to"), help: "The file to write. There must be none of that name.",
            completion: .file())
        var file: String

        func run() async throws {
            let time = try Self.time(before)
            try await installation.withInstallation { opened in
                try await opened.requireFounded()
                let cut = try await opened.pruneAuditLog(before: time, to: file)
                print(
                    """
                    \(cut.entries) entries in the seals \(cut.after + 1) to \(cut.last) are in \
                    \(file), and no longer in the log. Keep that file.
                    """)
            }
        }

        private static func time(_ text: String) throws -> Date {
            let day = Date.ISO8601FormatStyle().year().month().day()
            // The one or the other is right.
            if let time = try? Date(text, strategy: .iso8601) { return time }
            guard let time = try? Date(text, strategy: day) else {  // told here
                throw ValidationError(
                    "--before is \(text); write 2026-01-01 or 2026-01-01T12:00:00Z.")
            }
            return time
        }
    }
}
