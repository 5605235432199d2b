import Configuration
import Foundation
import Issuance
import Logging
import OrderCore
import Registration
import Synchronization
import SystemPackage
import Web

/// A configuration that cannot be used, said so that it can be mended.
package struct SettingsProblem: Error, CustomStringConvertible {
    package let description: String
}

extension Settings {
    /// Reads flags first, then the environment (`CHANCERY_…`), then the file, then the defaults.
    ///
    /// - Parameters:
    ///   - flags: what was given on the command line, by key.
    ///   - file: a YAML or JSON file; without one, `chancery.yaml` in the data folder if there.
    package static func read(
        dataFolder: String, flags: [String: String], file: String?
    ) async throws -> Settings {
        let path = file ?? dataFolder + "/chancery.yaml"
        let fromFile = try await Self.file(path, mayBeMissing: file == nil)
        let given = Dictionary(
            uniqueKeysWithValues: flags.map {
                (
                    AbsoluteConfigKey($0.key.split(separator: ".").map(String.init)),
                    ConfigValue(
                        .string($0.value), isSecret: SettingNames.secret.contains($0.key))
                )
            })
        let reader = ConfigReader(providers: [
            InMemoryProvider(name: "flags", values: given),
            EnvironmentVariablesProvider(
                secretsSpecifier: .specific(Set(SettingNames.secret.map(SettingNames.variable)))
            ).prefixKeys(with: "chancery"),
            fromFile,
        ])
        return try Settings(dataFolder: dataFolder, reader)
    }

    private static func file(
        _ path: String, mayBeMissing: Bool
    ) async throws -> FileProvider<YAMLSnapshot> {
        // Whoever is asked which names are secret is told of all of them.
        let names = NameCollector()
        let options = YAMLSnapshot.ParsingOptions(
            secretsSpecifier: .dynamic { name, _ in
                names.note(name)
                return SettingNames.secret.contains(name)
            })
        let provider: FileProvider<YAMLSnapshot>
        do {
            provider = try await FileProvider(
                parsingOptions: options, filePath: FilePath(path), allowMissing: mayBeMissing)
        } catch {
            throw SettingsProblem(
                description: "The configuration file \(path) cannot be read: \(error)")
        }
        try SettingNames.check(file: path, names: names.all)
        return provider
    }

    /// What there is to say about the environment, before anything is read from it.
    package static var environmentWarnings: [String] {
        SettingNames.warnings(about: ProcessInfo.processInfo.environment)
    }

    private init(dataFolder: String, _ reader: ConfigReader) throws {
        let listen = reader.string(forKey: "http", default: "127.0.0.1:8080")
        guard let address = ListenAddress(listen) else {
            throw SettingsProblem(
                description: "http is \"\(listen)\"; write HOST:PORT, such as 127.0.0.1:8080")
        }
        let level = reader.string(forKey: "log.level", default: "info")
        guard let logLevel = Logger.Level(rawValue: level) else {
            let all = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsProblem(description: "log.level is \"\(level)\", one of \(all)")
        }
        self.dataFolder = dataFolder
        database = try DatabasePlace(reader)
        self.address = address
        self.logLevel = logLevel
        publication = try Publication(reader, listening: address)
        tls = try Self.tls(reader)
        limits = try Self.limits(reader)
        keptAnswerHours = try Self.keptAnswerHours(reader)
        let credentials = Credentials(environment: ProcessInfo.processInfo.environment)
        sealing = try Sealing(reader, credentials, dataFolder: dataFolder)
        token = try Token(reader, credentials)
        isSandbox = try reader.flag("sandbox", else: false)
        approvesOwn = try reader.flag("approval.own", else: false)
        control = Control(
            nameservers: reader.string(forKey: "control.nameservers"),
            httpPort: try reader.number("control.http.port", in: 1...65_535, else: 80),
            httpsPort: try reader.number("control.https.port", in: 1...65_535, else: 443),
            issuers: try Self.issuers(reader.string(forKey: "caa.issuers", default: "")))
        proxies = try TrustedProxies(reader)
        mail = Mail(
            command: reader.string(forKey: "mail.command"),
            sender: reader.string(forKey: "mail.sender", default: "chancery@localhost"))
        ocsp = try OCSPRules(reader)
        transparency = try Transparency(reader)
        noticeDays = try Self.noticeDays(reader)
        profiles = ProfileFolder(
            path: reader.string(forKey: "profiles") ?? "\(dataFolder)/\(ProfileFolder.usualName)",
            isOptional: reader.string(forKey: "profiles") == nil)
        founding = FoundingWords(
            organization: reader.string(
                forKey: "founding.organization", default: "Example Organization"),
            country: reader.string(forKey: "founding.country", default: "us"),
            domain: reader.string(forKey: "founding.domain", default: "example.com"),
            administratorEmail: reader.string(
                forKey: "founding.email", default: "admin@example.com"),
            keyPlace: try KeyPlace(reader))
    }

    /// Days before the end, or after it below zero: `90,60,30,7,3,-7`; `off` for none.
    private static func noticeDays(_ reader: ConfigReader) throws -> NoticeDays {
        guard let text = reader.string(forKey: "notices.days") else { return .standard }
        if text.lowercased() == "off" { return NoticeDays([])! }
        let parts = text.split(separator: ",").map { Int($0.filter { !$0.isWhitespace }) }
        let days = parts.compactMap(\.self)
        guard days.count == parts.count, let notices = NoticeDays(days) else {
            throw SettingsProblem(
                description: """
                    notices.days is "\(text)"; write up to \(NoticeDays.countMax) numbers from \
                    \(NoticeDays.latestMin) to \(NoticeDays.earliestMax), or off
                    """)
        }
        return notices
    }

    private static func tls(_ reader: ConfigReader) throws -> TLS {
        let certificate = reader.string(forKey: "tls.certificate")
        let key = reader.string(forKey: "tls.key")
        let names = reader.string(forKey: "tls.names")
        if names != nil, certificate != nil || key != nil {
            throw SettingsProblem(
                description: """
                    tls.names has the CA make a certificate, tls.certificate brings one: set one \
                    of the two
                    """)
        }
        switch (certificate, key) {
        case (let certificate?, let key?): return .files(certificate: certificate, key: key)
        case (nil, nil): break
        case (_?, nil), (nil, _?):
            throw SettingsProblem(description: "tls.certificate and tls.key belong together")
        }
        guard let names else { return .off }
        return .own(names: try Self.names(names, setting: "tls.names").map(\.name))
    }

    private static func issuers(_ text: String) throws -> Set<String> {
        Set(
            try names(text, setting: "caa.issuers").map { text, name in
                if case .ip = name {
                    throw SettingsProblem(
                        description: "caa.issuers has \"\(text)\", which is no DNS name")
                }
                return text.lowercased()
            })
    }

    private static func names(
        _ text: String, setting: String
    ) throws -> [(text: String, name: SubjectAlternativeName)] {
        try text.split(separator: ",").map { part in
            let text = String(part).trimmingSpaces
            do {
                return (text, try SubjectAlternativeName(text))
            } catch {
                throw SettingsProblem(
                    description: """
                        \(setting) has "\(text)", which is neither a DNS name nor an IP address; \
                        names are separated by commas
                        """)
            }
        }
    }

    private static func keptAnswerHours(_ reader: ConfigReader) throws -> Int {
        let text = reader.string(forKey: "idempotency.hours", default: "\(RepeatDesk.keptHours)")
        guard let hours = Int(text), (1...RepeatDesk.keptHoursMax).contains(hours) else {
            throw SettingsProblem(
                description:
                    "idempotency.hours is \"\(text)\", from 1 to \(RepeatDesk.keptHoursMax)")
        }
        return hours
    }

    /// `on` (the contract's), `off`, or windows such as `100/5,1000/180`.
    private static func limits(_ reader: ConfigReader) throws -> [RateLimiter.Window] {
        let text = reader.string(forKey: "limits", default: "on")
        switch text.lowercased() {
        case "on", "true": return RateLimiter.contract
        case "off", "false", "none": return []
        default:
            return try text.split(separator: ",").map { part in
                let numbers = part.split(separator: "/").map {
                    Int($0.filter { !$0.isWhitespace }) ?? 0
                }
                guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 }) else {
                    throw SettingsProblem(
                        description: "limits is \"\(text)\"; write on, off or REQUESTS/SECONDS,…")
                }
                return RateLimiter.Window(requestsMax: numbers[0], seconds: Double(numbers[1]))
            }
        }
    }
}

/// The names of what a file sets.
private final class NameCollector: Sendable {
    private let names = Mutex<Set<String>>([])

    func note(_ name: String) { names.withLock { _ = $0.insert(name) } }

    var all: Set<String> { names.withLock { $0 } }
}
