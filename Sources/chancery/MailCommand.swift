import ArgumentParser
import Foundation
import Server
import Storage

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Messages to people outside.", subcommands: [List.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the messages that have not left, with their text.",
            discussion: """
                They wait for a mail command (mail.command in the configuration), or the command \
                fails. Links in them work all the same.
                """)

        static let shownMax = 1000

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.withInstallation { opened in
                let messages = try await opened.database.read {
                    try $0.waitingMessages(max: Self.shownMax)
                }
                for message in messages {
                    print(
                        """
                        \(message.id)  \(message.createdAt.formatted(.iso8601))
                        To: \(message.recipient)
                        Subject: \(message.subject)
                        Waits: \(message.failure ?? "for the server")

                        \(message.body)

                        """)
                }
                print("\(messages.count) waiting.")
            }
        }
    }
}
