import ArgumentParser
import Foundation
import Registration
import Server

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The log of every change.",
        subcommands: [Verify.self, List.self, Export.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "See whether the log is as it was written, and every signature recorded.",
            discussion: """
                Goes over every entry and the chain of seals, and names each entry that was \
                altered, removed, added or moved. Then holds the logs of signatures against the \
                database: a signature of the CA that nothing recorded bears is named, and a \
                certificate that no log knows of.

                Prints the head of the chain: kept in another place and given with --head later, \
                it shows that nothing before it was changed, even by somebody who has the secrets \
                of this machine.

                Ends with 0 where all is well, with 1 where something was found, and with 2 where \
                only the signing logs of other nodes were missing.
                """)

        static let incomplete = ExitCode(2)

        @OptionGroup var installation: InstallationOptions

        @Option(help: "A head that an earlier run has printed, as NUMBER:HASH.")
        var head: String?

        @Option(
            name: .customLong("log"),
            help: "A folder with the signing logs of another node. May be repeated.")
        var logs: [String] = []

        func run() async throws {
            let kept = try head.map { text in
                guard let head = AuditReport.Head(text) else {
                    throw ValidationError("--head is \(text); it is a number, a colon and 64 hex.")
                }
                return head
            }
            let (audit, signing) = try await installation.withInstallation { opened in
                // Signatures of what is recorded meanwhile are in the logs before.
                let signing = try await opened.signingInspection(others: logs).run()
                return (try await opened.auditInspection.run(kept: kept), signing)
            }
            for finding in audit.findings { print(finding) }
            for finding in signing.findings { print(finding) }
            print(audit.summary)
            print(signing.summary)
            if let head = audit.head { print("head \(head.text)") }
            if audit.findings.isEmpty, signing.findings.isEmpty {
                return print("Everything is as it was written.")
            }
            guard audit.findings.isEmpty, signing.isOnlyIncomplete else {
                print("NOT everything is as it was written.")
                throw ExitCode(1)
            }
            print("What was looked at is as it was written; logs are missing.")
            throw Self.incomplete
        }
    }
}

extension AuditReport {
    fileprivate var summary: String {
        "\(entries) entries in \(seals) seals, \(waiting) not sealed yet"
    }
}

extension SigningReport {
    fileprivate var summary: String {
        var parts = ["\(signatures) signatures in \(logs) logs"]
        if abandoned > 0 {
            parts.append("\(abandoned) of things given up before they were recorded")
        }
        if interrupted > 0 {
            parts.append("\(interrupted) at the end of a log that broke off or goes on")
        }
        if older > 0 { parts.append("\(older) certificates from before the first log") }
        if lostWithPower > 0 {
            parts.append("\(lostWithPower) certificates whose lines were lost with power")
        }
        return parts.joined(separator: "; ")
    }
}
