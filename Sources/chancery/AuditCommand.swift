import ArgumentParser
import Foundation
import Registration
import Server

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The log of every change.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "See whether the log is as it was written.",
            discussion: """
                Goes over every entry and the chain of seals, and names each entry that was \
                altered, removed, added or moved. Prints the head of the chain: kept in another \
                place and given with --head later, it shows that nothing before it was changed, \
                even by somebody who has the secrets of this machine.

                Ends with 0 where all is well, with 1 where something was found.
                """)

        @OptionGroup var installation: InstallationOptions

        @Option(help: "A head that an earlier run has printed, as NUMBER:HASH.")
        var head: String?

        func run() async throws {
            let kept = try head.map { text in
                guard let head = AuditReport.Head(text) else {
                    throw ValidationError("--head is \(text); it is a number, a colon and 64 hex.")
                }
                return head
            }
            let report = try await installation.withInstallation { opened in
                try await opened.auditInspection.run(kept: kept)
            }
            for finding in report.findings { print(finding) }
            print(
                """
                \(report.entries) entries in \(report.seals) seals, \(report.waiting) not sealed yet
                """)
            if let head = report.head { print("head \(head.text)") }
            guard report.findings.isEmpty else {
                print("The log is NOT as it was written.")
                throw ExitCode(1)
            }
            print("The log is as it was written.")
        }
    }
}
