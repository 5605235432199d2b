import ArgumentParser
import Foundation
import Issuance
import OrderCore
import Registration
import Server
import Storage

struct CAListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the authorities, one a line.",
        discussion: """
            Columns: id, role, state, key, where the key is, last day, name, and the products that \
            it signs by choice (* for all that have no choice of their own). The id is what \
            clients name in ca_cert_id. A key whose file is not in this data folder is missing.

            With --cross: the certificates that authorities signed for others, by columns id, \
            issuer, state, last day, name and serial number. The id is what `ca revoke --cross` \
            takes.

            With --requests: the keys that wait for a certificate from elsewhere (chancery ca \
            request), by columns key, kind, where it is, day, name.
            """)

    @OptionGroup var installation: InstallationOptions

    @Flag(help: "List the certificates that authorities signed for others.")
    var cross = false

    @Flag(help: "List the keys that wait for a certificate.")
    var requests = false

    @Flag(help: "Print one JSON list.")
    var json = false

    func validate() throws {
        if cross, requests {
            throw ValidationError("--cross and --requests exclude each other.")
        }
    }

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            let roster = try await opened.authorities.roster()
            guard !requests else { return try list(roster.requests) }
            guard !cross else { return try list(roster.crossCertificates) }
            guard !json else {
                return print(
                    try JSONText.of(
                        roster.entries.map {
                            AuthorityAnswer(
                                $0, in: roster, isKeyMissing: opened.lacksKeyFile(of: $0))
                        }))
            }
            for entry in roster.entries {
                let end = entry.certificate.validity.notAfter
                print(
                    """
                    \(entry.id)\t\(entry.role.rawValue)\t\
                    \(entry.state(at: opened.now))\t\
                    \(entry.certificate.key.kind)\t\
                    \(opened.lacksKeyFile(of: entry) ? "missing" : entry.keyPlace.rawValue)\t\
                    \(end.formatted(.iso8601.year().month().day()))\t\(entry.name)\t\
                    \(roster.signed(by: entry.id).joined(separator: " "))
                    """)
            }
        }
    }
}

extension CAListCommand {
    private func list(_ requests: [AuthorityRequest]) throws {
        let read = try requests.map { ($0, try SigningRequest(der: $0.der)) }
        guard !json else {
            return print(
                try JSONText.of(
                    read.map { RequestAnswer($1, name: $0.name, place: $0.keyPlace) }))
        }
        for (request, csr) in read {
            let day = request.createdAt.formatted(.iso8601.year().month().day())
            print(
                """
                \(request.keyID)\t\(csr.key.kind)\t\(request.keyPlace.rawValue)\t\(day)\t\
                \(request.name)
                """)
        }
    }

    private func list(_ entries: [CrossEntry]) throws {
        guard !json else { return print(try JSONText.of(entries.map { CrossAnswer($0) })) }
        for entry in entries {
            let end = entry.certificate.validity.notAfter
            print(
                """
                \(entry.id)\t\(entry.issuerID)\t\(entry.end == nil ? "active" : "revoked")\t\
                \(end.formatted(.iso8601.year().month().day()))\t\(entry.name)\t\
                \(entry.certificate.serial.hex)
                """)
        }
    }
}

struct CAShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the CA certificates.",
        discussion: """
            With --pem, prints them in PEM: what relying parties have to trust. With an id, that \
            one only.
            """)

    @OptionGroup var installation: InstallationOptions

    @Argument(help: "The id of an authority. (default: all of them)")
    var id: Int64?

    @Flag(help: "Print the certificates themselves.")
    var pem = false

    @Flag(help: "Print one JSON list.")
    var json = false

    func run() async throws {
        try await installation.withInstallation { opened in
            try await opened.requireFounded()
            let roster = try await opened.authorities.roster()
            let wished = roster.entries.filter { id == nil || $0.id.rawValue == id }
            guard !wished.isEmpty else { throw AuthorityRefusal.unknown(ID(id ?? 0)) }
            if json {
                return print(try JSONText.of(wished.map { AuthorityAnswer($0, in: roster) }))
            }
            for entry in wished {
                print(pem ? entry.certificate.pem : roster.text(of: entry, at: opened.now))
            }
        }
    }
}
