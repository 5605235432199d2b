import ArgumentParser
import Foundation
import OrderCore
import Server
import Storage
import Synchronization

struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copy the database of an installation to another engine.",
        discussion: """
            From SQLite to PostgreSQL or back, or between two of a kind: each side is a data \
            folder or a postgres:// URL. Everything is copied in one transaction, read back and \
            compared by number of rows and checksum before it is kept. A target that holds \
            anything is refused. Stop the servers first: what they write later is not copied.

            The copy is an entry of the copied audit log. So the secret that seals the keys is \
            needed, as the data folder's configuration or the environment names it.

            Private keys stay in the data folder. To serve a copied database, give its URL with \
            --database and the folder with --data.
            """)

    @Option(help: "What to copy: a data folder, or postgres://USER@HOST/DATABASE.")
    var from: String

    @Option(help: "Where to copy it: a data folder, or postgres://USER@HOST/DATABASE.")
    var to: String

    @Option(
        name: .customLong("data"),
        help: """
            The data folder with the keys. (default: what is a folder of --from and --to, else \
            ./var)
            """)
    var dataFolder: String?

    func run() async throws {
        let folder = dataFolder ?? DatabaseCopy.folder(from, to) ?? "./var"
        let sealing = try await Settings.read(dataFolder: folder, flags: [:], file: nil).sealing
        let copy = try DatabaseCopy(from: from, to: to, sealing: sealing)
        let bar = ProgressBar()
        let reports: [Copying.Report]
        do {
            reports = try await Author.$current.withValue(.commandLine) {
                try await copy.run { bar.show($0) }
            }
        } catch {
            throw SettingsProblem(opening: error, with: sealing) ?? error
        }
        bar.end()
        for report in reports where report.rows > 0 {
            let checksum = String(report.checksum, radix: 16)
            print("\(report.table)\t\(report.rows) rows\tchecksum \(checksum)")
        }
        let rows = reports.reduce(0) { $0 + $1.rows }
        print("Copied \(rows) rows from \(copy.sourceName) to \(copy.targetName).")
    }
}

/// How far a copy is: a bar where standard error is a terminal, else a line for each tenth.
private final class ProgressBar: Sendable {
    private static let width = 40

    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let shown = Mutex(-1)

    func show(_ progress: Copying.Progress) {
        let steps = isTerminal ? 1000 : 10
        let step = progress.rowsDone * steps / max(progress.rowsTotal, 1)
        let isNew = shown.withLock { shown in
            defer { shown = step }
            return shown != step
        }
        guard isNew else { return }
        let percent = progress.rowsDone * 100 / max(progress.rowsTotal, 1)
        let words = "\(percent)% \(progress.table) \(progress.rowsDone)/\(progress.rowsTotal)"
        guard isTerminal else { return write(words + "\n") }
        let filled = percent * Self.width / 100
        let bar =
            String(repeating: "#", count: filled)
            + String(repeating: ".", count: Self.width - filled)
        // Back to the start of the line, and clear what is left of it.
        write("\r[\(bar)] \(words)\u{1B}[K")
    }

    func end() {
        if isTerminal { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
