package import Foundation
package import Issuance

/// What holding the logs of signatures against the database has found.
package struct SigningReport: Equatable, Sendable {
    package var logs = 0
    package var signatures = 0
    /// Signed in vain, and written down as that: a race was lost, or the database was away.
    package var abandoned = 0
    /// At the end of a log that was not ended in order: whoever signed died before recording it, or
    /// is still at work.
    package var interrupted = 0
    /// Certificates from before the first log, or after the last line that reached the disk before
    /// the machine lost power.
    package var older = 0
    package var lostWithPower = 0
    /// Certificates that no log knows of which is there, while others are not.
    package var unlogged = 0
    /// Whether nodes with folders of their own may have logs that are not in those looked at: a
    /// file is one node's, and so are its logs.
    package var mayLieElsewhere = false
    package var findings: [Finding] = []

    package enum Finding: Equatable, Sendable {
        /// A line is not as it was written; nothing after it can be relied on.
        case logAltered(String, line: Int)
        case logUnreadable(String)
        /// The audit log knows more lines of it than there are.
        case logCut(String, records: Int, known: Int)
        /// The audit log knows of it, and it is in none of the folders.
        case logMissing(String, known: Int)
        /// Its line is another one than the audit log knows.
        case logReplaced(String)
        /// A signature that nothing recorded bears.
        case unrecorded(
            String, line: Int, purpose: Signing.Purpose, serial: String?, at: Date)
        /// A certificate that was recorded, and no log says that it was signed here.
        case unsigned(table: String, id: Int64)
    }

    /// Whether nothing was found but that logs of other nodes, perhaps, were not there to be looked
    /// at.
    package var isOnlyIncomplete: Bool {
        findings.allSatisfy { finding in
            switch finding {
            case .logMissing: mayLieElsewhere
            // It may be in one of those.
            case .unsigned: findings.contains { if case .logMissing = $0 { true } else { false } }
            case .logAltered, .logUnreadable, .logCut, .logReplaced, .unrecorded: false
            }
        }
    }
}

extension SigningReport.Finding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .logAltered(let log, let line): "The log \(log) was altered at line \(line + 1)."
        case .logUnreadable(let log): "The log \(log) cannot be read."
        case .logCut(let log, let records, let known):
            "The log \(log) was cut: it has \(records) lines, and had \(known)."
        case .logMissing(let log, let known):
            """
            The log \(log) is gone: the audit log knows \(known) lines of it. If another node \
            wrote it, or it was kept apart from a backup, give its folder with --log.
            """
        case .logReplaced(let log): "The log \(log) is not the one that was written."
        case .unrecorded(let log, let line, let purpose, let serial, let at):
            """
            A \(purpose.rawValue)\(serial.map { " with serial number \($0)" } ?? "") was signed at \
            \(at.formatted(.iso8601)) and never recorded (line \(line + 1) of \(log)).
            """
        case .unsigned(let table, let id):
            "No log says that the certificate \(id) of \(table) was signed."
        }
    }
}
