import ArgumentParser
import Foundation
import Hummingbird
import Logging
import OrderCore
import Registration
import Server
import Storage

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the API, and make the installation if there is none.",
        discussion: """
            Flags win over environment variables (CHANCERY_HTTP, CHANCERY_LIMITS …), those over \
            the configuration file. Logs go to standard error, one JSON object a line. Ctrl-C and \
            SIGTERM let requests in flight finish, then end the server.
            """)

    @OptionGroup var installation: InstallationOptions

    @Option(help: "Where to listen, as HOST:PORT. (default: 127.0.0.1:8080)")
    var http: String?

    @Option(
        name: .customLong("publication-url"),
        help: "The base URL that certificates name for CA certificates, CRLs and OCSP.")
    var publicationURL: String?

    @Option(help: "Rate limits a key: on (the contract's), off, or REQUESTS/SECONDS,…")
    var limits: String?

    @Option(
        name: .customLong("tls-certificate"),
        help: "A PEM file with the server's certificate and its issuers.")
    var tlsCertificate: String?

    @Option(name: .customLong("tls-key"), help: "The PEM file with its private key.")
    var tlsKey: String?

    @Option(
        name: .customLong("tls-names"),
        help: "Serve TLS with a certificate of the own CA for these names, separated by commas.")
    var tlsNames: String?

    @Option(
        name: .customLong("ct-logs"),
        help: "A list of public logs, as JSON; certificates for browsers are shown to them first.")
    var logList: String?

    @Flag(help: "Count as done what people or the network would have to confirm.")
    var sandbox = false

    @Flag(
        name: .customLong("approve-own"),
        help: "Approve what those who may approve order, unless they say otherwise.")
    var approvesOwn = false

    @Option(
        name: .customLong("log-level"),
        help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: String?

    func run() async throws {
        let runsOnEventLoops = EventLoopExecutor.install()
        let given = [
            "http": http, "publication.url": publicationURL, "limits": limits,
            "tls.certificate": tlsCertificate, "tls.key": tlsKey, "tls.names": tlsNames,
            "log.level": logLevel, "ct.logs": logList, "sandbox": sandbox ? "true" : nil,
            "approval.own": approvesOwn ? "true" : nil,
        ]
        let flags = given.compactMapValues(\.self)
        let settings = try await installation.settings(flags)
        try settings.checkStart()
        try await installation.withInstallation(flags, mayBeNew: true, isServing: true) { opened in
            try await serve(opened, settings, runsOnEventLoops)
        }
    }

    private func serve(
        _ opened: Installation, _ settings: Settings, _ runsOnEventLoops: Bool
    ) async throws {
        let spool = LogSpool(file: STDERR_FILENO)
        defer { spool.flush() }
        let logger = Logger(label: "chancery") { _ in
            LogLines(level: settings.logLevel, spool: spool)
        }
        for warning in Settings.environmentWarnings {
            logger.warning("environment", metadata: ["warning": "\(warning)"])
        }
        if !runsOnEventLoops { logger.warning("tasks run on their own pool, and slower") }
        let steps = FirstSteps(
            apiKey: try await opened.foundIfNew(), domain: settings.founding.domain)
        do {
            try await begin(opened, settings, steps, logger)
        } catch {
            // The installation stays, and nobody else will ever tell its key.
            if let text = steps.untold(url: Self.url(settings, port: settings.address.port)) {
                print(text)
            }
            throw error
        }
    }

    private static func url(_ settings: Settings, port: Int) -> String {
        let address = ListenAddress(host: settings.address.host, port: port)
        return "\(settings.usesTLS ? "https" : "http")://\(address)"
    }

    private func begin(
        _ opened: Installation, _ settings: Settings, _ steps: FirstSteps, _ logger: Logger
    ) async throws {
        do {
            if let change = try await opened.keepAddress(), settings.usesServer {
                // Where another node has it, each start takes it back, and lists have two names.
                logger.warning(
                    "certificates name another address from now on",
                    metadata: ["before": "\(change.before)", "now": "\(change.now)"])
            }
        } catch StorageProblem.unavailable(let reason) {
            // What is there is served, also from a full disk; the next start keeps it.
            logger.warning("address not kept", metadata: ["error": "\(reason)"])
        }
        let registry = try await opened.registry()
        registry.tellAbsentKeys(logger)
        let server = WebServer(
            registry: registry, limits: settings.limits,
            keptAnswerHours: settings.keptAnswerHours, ocsp: settings.ocsp,
            proxies: settings.proxies)
        let application = try await server.application(
            settings, registry: registry, logger: logger
        ) { port in
            let url = Self.url(settings, port: port)
            if let text = steps.untold(url: url) { print(text) }
            print("Serving on \(url)")
            // Standard output may be a pipe; whoever waits for the line should not wait longer.
            fflush(nil)
        }
        // What the server does from here on, it does for others.
        do {
            try await Author.$current.withValue(nil) { try await application.runService() }
        } catch {
            throw SettingsProblem(listening: error, at: settings.address) ?? error
        }
        try await registry.leaveOrderIndex(logger)
    }
}
