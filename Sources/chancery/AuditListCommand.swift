import ArgumentParser
import Foundation
import OrderCore
import Registration
import Server
import Storage

extension AuditCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the latest entries.", discussion: "The newest one comes last.")

        @OptionGroup var installation: InstallationOptions

        @Option(help: "How many entries.")
        var count = 50

        func validate() throws {
            guard (1...AuditExport.batchMax).contains(count) else {
                throw ValidationError("--count is \(count); use 1 to \(AuditExport.batchMax).")
            }
        }

        func run() async throws {
            try await installation.withInstallation { opened in
                for entry in try await opened.auditExport.latest(count) {
                    let content = entry.content
                    let author = content.author
                    let object =
                        content.objectID.map { "\(content.object) \($0)" } ?? content.object
                    print(
                        """
                        \(entry.id)\t\(content.at.formatted(.iso8601))\t\
                        \(author.kind.rawValue) \(author.name)\t\(author.operation)\t\(object)\t\
                        \(content.changes)
                        """)
                }
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write all entries, or those after one, one JSON object a line.",
            discussion: """
                The code of each entry is among its members; --from begins where an earlier export \
                ended:

                  chancery audit export --from 1201 >> audit.jsonl
                """)

        @OptionGroup var installation: InstallationOptions

        @Option(help: "The number of the first entry.")
        var from: Int64 = 1

        func run() async throws {
            try await installation.withInstallation { opened in
                try await opened.auditExport.each(from: from) { lines in
                    FileHandle.standardOutput.write(Data(lines.utf8))
                }
            }
        }
    }
}
