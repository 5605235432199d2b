import ArgumentParser
import Foundation
import OrderCore
import Registration
import Server
import Storage

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "API keys of the administrator.",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an API key.",
            discussion: """
                The key is printed this once; only its hash is stored. Works beside a running \
                server, which knows the key at once.
                """)

        @OptionGroup var installation: InstallationOptions

        @Option(help: "What the key is for; shown with the orders that it places.")
        var name = "Command line"

        @Option(
            help: """
                What the key is narrowed to: 0 nothing, 100 orders, 101 orders, domains and \
                organizations, 102 viewing, 103 users.
                """)
        var role = 0

        @Flag(help: "Print one JSON object with id, name, user_id and api_key.")
        var json = false

        func run() async throws {
            guard let keyRole = KeyRole(rawValue: role) else {
                throw ValidationError("--role is \(role); use 0, 100, 101, 102 or 103.")
            }
            try await installation.withInstallation { opened in
                try await opened.requireFounded()
                let made = try await opened.keyDesk.create(name: name, role: keyRole)
                guard json else { return print(made.key) }
                let object = KeyAnswer(
                    id: made.id.rawValue, name: name, userID: made.user.id.rawValue,
                    apiKey: made.key)
                print(try KeyCommand.jsonText(object))
            }
        }
    }

    private struct KeyAnswer: Encodable {
        let id: Int64
        let name: String
        let userID: Int64
        let apiKey: String

        enum CodingKeys: String, CodingKey {
            case id, name
            case userID = "user_id"
            case apiKey = "api_key"
        }
    }

    private struct KeyEntry: Encodable {
        let id: Int64
        let name: String
        let role: Int
        let createdAt: Date
        let revokedAt: Date?

        init(_ key: APIKeyRecord) {
            id = key.id.rawValue
            name = key.name
            role = key.role.rawValue
            createdAt = key.createdAt
            revokedAt = key.revokedAt
        }

        enum CodingKeys: String, CodingKey {
            case id, name, role
            case createdAt = "created_at"
            case revokedAt = "revoked_at"
        }
    }

    private static func jsonText(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.dateEncodingStrategy = .iso8601
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the API keys, in force and revoked.",
            discussion: "The keys themselves are not stored and cannot be shown.")

        @OptionGroup var installation: InstallationOptions

        @Flag(help: "Print a JSON array of objects with id, name, role, created_at and revoked_at.")
        var json = false

        func run() async throws {
            try await installation.withInstallation { opened in
                let keys = try await opened.keyDesk.list()
                guard !json else { return print(try KeyCommand.jsonText(keys.map(KeyEntry.init))) }
                for key in keys {
                    let end = key.revokedAt.map { "revoked \($0.formatted(.iso8601))" } ?? "active"
                    print(
                        """
                        \(key.id)\t\(end)\trole \(key.role.rawValue)\t\
                        made \(key.createdAt.formatted(.iso8601))\t\(key.name)
                        """
                    )
                }
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke an API key.",
            discussion: "A running server refuses the key from its next request on.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The key's id, as `chancery key list` shows it.")
        var id: Int64

        func run() async throws {
            try await installation.withInstallation { opened in
                guard try await opened.keyDesk.revoke(ID(id)) else {
                    throw ValidationError("There is no active API key \(id).")
                }
                print("The API key \(id) is revoked.")
            }
        }
    }
}
