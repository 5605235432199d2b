import ArgumentParser
import Foundation
import OrderCore
import Server
import Storage
import Transparency

struct CTCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ct", abstract: "Public logs that certificates are shown to.",
        subcommands: [Logs.self, Check.self, Waiting.self, Retry.self])

    struct Logs: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the configured logs, one a line.",
            discussion: """
                Columns: state, which certificates it takes by their end, operator, name, address.
                """)

        @OptionGroup var installation: InstallationOptions
        @OptionGroup var choice: LogListOption

        func run() async throws {
            for log in try await choice.logs(installation).list.logs {
                let span = log.interval.map { interval in
                    "\(interval.lowerBound.formatted(.iso8601)) "
                        + "to \(interval.upperBound.formatted(.iso8601))"
                }
                print(
                    """
                    \(log.state.rawValue)\t\(span ?? "all")\t\(log.operatorName)\t\(log.name)\t\
                    \(log.url)
                    """)
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "See whether the list has enough logs for the certificates of a year.",
            discussion: "Asks no log. Ends with 1 where there are not enough for some.")

        static let daysAhead = 366
        static let livesDays = [47, 90, 199]

        @OptionGroup var installation: InstallationOptions
        @OptionGroup var choice: LogListOption

        func run() async throws {
            let logs = try await choice.logs(installation)
            var hasGap = false
            for life in Self.livesDays {
                let gap = logs.firstGap(
                    lifeDays: life, from: Installation.now, within: Self.daysAhead)
                hasGap = hasGap || gap != nil
                let verdict =
                    gap.map { "not enough logs from \($0.formatted(.iso8601)) on" }
                    ?? "enough logs for a year"
                print("certificates of \(life) days\t\(verdict)")
            }
            if hasGap { throw ExitCode.failure }
        }
    }

    struct Waiting: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show certificates that logs keep waiting, and why.",
            discussion: """
                Columns: order, certificate, how often logs were asked, when they are asked again, \
                what went wrong the last time.
                """)

        static let shownMax = 1000

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.withInstallation { opened in
                let now = opened.now
                let failed = try await opened.database.read {
                    try $0.failedSubmissions(max: Self.shownMax, at: now)
                }
                for one in failed {
                    let next = one.nextAt.map { "again \($0.formatted(.iso8601))" }
                    print(
                        """
                        order \(one.orderID)\tcertificate \(one.certificateID)\t\
                        tried \(one.attempts) times\t\(next ?? "being tried")\t\
                        \(one.failure)
                        """)
                }
                print("\(failed.count) waiting.")
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have logs asked again at once, by the server.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.withInstallation { opened in
                let now = opened.now
                let count = try await opened.database.write { try $0.retrySubmissions(at: now) }
                print("\(count) are tried again.")
            }
        }
    }
}

/// A list of logs other than the configured one.
struct LogListOption: ParsableArguments {
    @Option(name: .customLong("ct-logs"), help: "A list of logs. (default: the configured one)")
    var logList: String?

    func logs(_ installation: InstallationOptions) async throws -> PublicLogs {
        let flags = ["ct.logs": logList].compactMapValues(\.self)
        guard let logs = try await installation.settings(flags).transparency.logs() else {
            throw ValidationError("No logs are configured; name a list with --ct-logs.")
        }
        return logs
    }
}
