import ArgumentParser
import Foundation
import OrderCore
import Server
import Storage

struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Renewals and reissues that failed.",
        subcommands: [List.self, Retry.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what failed and is not done, and when it is tried again.")

        static let shownMax = 1000

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.withInstallation { opened in
                let chores = try await opened.database.read {
                    try $0.failedChores(max: Self.shownMax)
                }
                for chore in chores {
                    let next = chore.dueAt.map { "again \($0.formatted(.iso8601))" } ?? "given up"
                    print(
                        """
                        \(chore.kind.rawValue)\torder \(chore.orderID)\t\
                        tried \(chore.attempts) times\t\(next)\t\(chore.failure ?? "")
                        """)
                }
                print("\(chores.count) failed.")
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have everything that failed tried again at once, by the server.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.withInstallation { opened in
                let now = opened.now
                let count = try await opened.database.write { try $0.retryChores(at: now) }
                print("\(count) are tried again.")
            }
        }
    }
}
