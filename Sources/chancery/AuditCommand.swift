import ArgumentParser
import Foundation
import Registration
import Server

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The log of every change.",
        subcommands: [Verify.self, List.self, Export.self, Prune.self])

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

                A log of signatures that the log of changes knows, and that is not there, is \
                named. With SQLite that is a finding: all logs are in the data folder, or in a \
                folder of --log.

                Of what was pruned, the log knows the last hash: with --pruned, the file that it \
                was moved to is gone over, too.

                Ends with 0 where all is well, with 1 where something was found, and with 2 where \
                only signing logs were missing that other nodes may have (PostgreSQL), or the head \
                of --head lies in what was pruned.
                """)

        static let incomplete = ExitCode(2)

        @OptionGroup var installation: InstallationOptions

        @Option(help: "A head that an earlier run has printed, as NUMBER:HASH.")
        var head: String?

        @Option(
            name: .customLong("log"),
            help: "A folder with the signing logs of another node. May be repeated.")
        var logs: [String] = []

        @Option(help: "A file that a part of the log was pruned to. May be repeated.")
        var pruned: [String] = []

        func run() async throws {
            let kept = try head.map { text in
                guard let head = AuditReport.Head(text) else {
                    throw ValidationError("--head is \(text); it is a number, a colon and 64 hex.")
                }
                return head
            }
            let outcome = try await installation.withInstallation { opened in
                // Signatures of what is recorded meanwhile are in the logs before.
                let signing = try await opened.signingInspection(others: logs).run()
                let inspection = opened.auditInspection
                var outcome = Outcome(log: try await inspection.run(kept: kept), signing: signing)
                for path in pruned {
                    let file = try await inspection.run(onPruned: URL(filePath: path), kept: kept)
                    outcome.files.append((path, file))
                }
                return outcome
            }
            outcome.print()
            if outcome.isSound, outcome.isComplete {
                return print("Everything is as it was written.")
            }
            guard outcome.isSound else {
                print("NOT everything is as it was written.")
                throw ExitCode(1)
            }
            print("What was looked at is as it was written; NOT all of it was there to look at.")
            throw Self.incomplete
        }
    }

    /// What was looked at, and what was found.
    private struct Outcome {
        let log: AuditReport
        let signing: SigningReport
        /// What was pruned, by the file that it was moved to.
        var files: [(path: String, report: AuditReport)] = []

        var isSound: Bool {
            ([log] + files.map(\.report)).allSatisfy(\.findings.isEmpty) && signing.isOnlyIncomplete
        }

        var isComplete: Bool { signing.findings.isEmpty && !isKeptMissing }

        /// Whether the head that was kept lies in what was pruned, and in no file that was given.
        private var isKeptMissing: Bool {
            log.isKeptPruned && files.allSatisfy(\.report.isKeptPruned)
        }

        func print() {
            for finding in log.findings { Swift.print(finding) }
            for (path, report) in files {
                for finding in report.findings { Swift.print("\(path): \(finding)") }
            }
            for finding in signing.findings { Swift.print(finding) }
            Swift.print(log.summary)
            for (path, report) in files { Swift.print("\(path): \(report.summary)") }
            Swift.print(signing.summary)
            if let head = log.head { Swift.print("head \(head.text)") }
            if isKeptMissing {
                Swift.print(
                    "The head of --head lies in what was pruned: give its file with --pruned.")
            }
        }
    }
}

extension AuditReport {
    fileprivate var summary: String {
        "\(entries) entries in \(seals) seals, \(waiting) not sealed yet, \(pruned) pruned"
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
        if unlogged > 0 { parts.append("\(unlogged) certificates that a log knew which is gone") }
        if lostWithPower > 0 {
            parts.append("\(lostWithPower) certificates whose lines were lost with power")
        }
        return parts.joined(separator: "; ")
    }
}
