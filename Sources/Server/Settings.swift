package import Issuance
package import Logging
package import OrderCore
package import Registration
package import Web

/// Everything that can be configured, read once at the start and passed down.
///
/// The keys, with their environment variables, are listed in `docs/configuration.md`.
package struct Settings: Sendable {
    package let dataFolder: String
    package let database: DatabasePlace
    package let address: ListenAddress
    /// Where certificates say that the CA publishes, and letters that people open pages.
    package let publication: Publication
    package let tls: TLS
    package let limits: [RateLimiter.Window]
    package let sealing: Sealing
    package let token: Token?
    package let logLevel: Logger.Level
    /// How long answers to requests with an `Idempotency-Key` are kept.
    package let keptAnswerHours: Int
    package let mail: Mail
    package let ocsp: OCSPRules
    package let transparency: Transparency
    package let control: Control
    /// Who is believed about whom they ask for.
    package let proxies: TrustedProxies
    /// Whether the steps that people do count as done.
    package let isSandbox: Bool
    /// Whether certificates that approvers ask for are approved as they are asked for.
    package let approvesOwn: Bool
    /// When people are told that a certificate ends.
    package let noticeDays: NoticeDays
    package let profiles: ProfileFolder
    package let founding: FoundingWords

    package enum DatabasePlace: Sendable {
        /// A file in the data folder, on SQLite.
        case dataFolder
        /// A PostgreSQL server, and how many connections this node may hold.
        case server(url: String, connectionsMax: Int)
    }

    package enum TLS: Sendable {
        case off
        /// A certificate chain and its key, both PEM files.
        case files(certificate: String, key: String)
        /// A certificate of the own CA for these names, made anew at each start.
        case own(names: [SubjectAlternativeName])
    }

    /// How mail leaves.
    package struct Mail: Sendable {
        /// A command that works as sendmail does; without one, messages wait.
        package let command: String?
        package let sender: String
    }

    /// How proofs of control over names are looked for.
    package struct Control: Sendable {
        /// `ADDRESS:PORT,…`; without any, those of the machine.
        package let nameservers: String?
        package let httpPort: Int
        package let httpsPort: Int
        /// By which names CAA records mean this authority; without any, they are not asked for.
        package let issuers: Set<String>
    }

    /// Which logs certificates are shown to before they are issued.
    package struct Transparency: Sendable {
        /// A file that names them; without one, nothing is logged.
        package let listPath: String?
        /// How many timestamps each certificate has; by default by how long it lives.
        package let timestamps: Int?
        /// How long a request waits for logs.
        package let patienceSeconds: Int
    }

    /// What a new installation is called.
    package struct FoundingWords: Sendable {
        package let organization: String
        package let country: String
        package let domain: String
        package let administratorEmail: String
        /// Where the keys of its CA are made.
        package let keyPlace: KeyPlace
    }
}

/// `HOST:PORT`, an IPv6 host in brackets.
package struct ListenAddress: Equatable, Sendable, CustomStringConvertible {
    package let host: String
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
        else { return nil }
        let host = text[..<colon].trimmingPrefix("[")
        self.host = String(host.hasSuffix("]") ? host.dropLast() : host)
        self.port = port
        if self.host.isEmpty { return nil }
    }

    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

extension Settings {
    package var usesTLS: Bool {
        switch tls {
        case .off: false
        case .files, .own: true
        }
    }
}
