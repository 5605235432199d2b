import ArgumentParser
import Foundation
import OrderCore
import Registration
import Server
import Storage

struct DomainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domain", abstract: "Domains that certificates are made for.",
        subcommands: [Validate.self])

    struct Validate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Vouch for the control of a domain.",
            discussion: """
                Marks the domain, and everything below it, as validated; adds it if it is not \
                there. Orders that waited for it are issued by the running server.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The name of the domain.")
        var name: String

        @Option(help: "The id of a subaccount. (default: the installation's own account)")
        var account: Int64?

        func run() async throws {
            try await installation.withInstallation { opened in
                let own = try await opened.database.read { try $0.ownAccount().id }
                let desk = DomainDesk(registry: try await opened.registry())
                let domain = try await desk.validate(name, of: account.map { ID($0) } ?? own)
                let end = domain.control.proof?.validUntil.formatted(.iso8601) ?? ""
                print("\(domain.name) is validated until \(end).")
            }
        }
    }
}

struct OrganizationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organization", abstract: "Organizations that certificates are made for.",
        subcommands: [Validate.self])

    struct Validate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Vouch for an organization.",
            discussion: """
                Marks its validations as complete. Orders that waited for them are issued by the \
                running server.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The organization's id.")
        var id: Int64

        @Option(
            help: "What was checked: ov, ev, cs, ev_cs, ds, smime or vmc; may be given again.")
        var type = ["ov"]

        func run() async throws {
            let types = try type.map { text in
                guard let type = ValidationType(rawValue: text.lowercased()),
                    ValidationType.ofOrganizations.contains(type)
                else {
                    let all = ValidationType.ofOrganizations.map(\.rawValue)
                    throw ValidationError("--type is \(text); use \(all.joined(separator: ", ")).")
                }
                return type
            }
            try await installation.withInstallation { opened in
                let desk = OrganizationDesk(registry: try await opened.registry())
                let organization = try await desk.validate(ID(id), types)
                print("\(organization.displayName) is validated.")
            }
        }
    }
}
