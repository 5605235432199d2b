package import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import HummingbirdTLS
import Issuance
package import Logging
import NIOSSL
import Publication
package import Registration
import ServiceLifecycle
import ServicesAPI
import Storage
package import Web

/// Puts the faces on the desks: one router for the API, what is published, and what is observed.
package struct WebServer {
    package let router: Router<CallContext>
    package let table: RouteTable

    package let limiter: RateLimiter

    private let repeats: RepeatDesk
    private let observer: RequestObserver
    private let ocsp: OCSPRoutes
    private let clock: WallClock

    package init(
        registry: Registry, limits: [RateLimiter.Window],
        keptAnswerHours: Int = RepeatDesk.keptHours, ocsp: OCSPRules = .standard,
        proxies: TrustedProxies = .none
    ) {
        clock = registry.clock
        repeats = RepeatDesk(registry: registry, keptHours: keptAnswerHours)
        let meter = RequestMeter()
        router = Router(context: CallContext.self, options: .autoGenerateHeadEndpoints)
        observer = RequestObserver(meter: meter, proxies: proxies)
        router.add(middleware: observer)
        let keys = KeyDesk(
            database: registry.database, clock: registry.clock, tokens: registry.tokens)
        // A file is one node's; a server may be several nodes'.
        let reach: RateLimiter.Reach =
            registry.database.dialect == .postgres ? .severalNodes : .oneNode
        limiter = RateLimiter(limits, reach: reach)
        let gate = Gate(
            keys: keys, limiter: limiter, uses: registry.keyUses, clock: registry.clock)
        table = RouteTable(router: router, gate: gate, repeats: RepeatGuard(desk: repeats))
        ServicesRoutes(desks: Desks(registry: registry)).add(to: table)
        PublicationRoutes(authority: registry.authority).add(to: router)
        CRLRoutes(registry: registry).add(to: router)
        self.ocsp = OCSPRoutes(registry: registry, rules: ocsp)
        self.ocsp.add(to: router)
        ConfirmationRoutes(desk: InvitationDesk(registry: registry)).add(to: router)
        HostedRoutes(registry: registry).add(to: router)
        GuestRoutes(registry: registry).add(to: router)
        VisitRoutes(registry: registry).add(to: router)
        HealthRoutes(registry: registry, meter: meter).add(to: router)
        observer.know(router)
    }

    /// What answers requests.
    package var responder: some HTTPResponder<CallContext> {
        ShortWays(
            operations: table.operations, ocsp: ocsp, observer: observer,
            others: router.buildResponder())
    }

    /// What answers questions about certificates, before anything else sees them.
    package func exchange(_ logger: Logger) -> OCSPExchange {
        OCSPExchange(routes: ocsp, observer: observer, clock: clock, logger: logger)
    }

    /// A step that is done before anybody asks for it. Where the disk is full, what is there is
    /// served all the same, and the step is done when somebody needs it, or at the next start.
    private static func prepare(_ logger: Logger, _ step: () async throws -> Void) async throws {
        do {
            try await step()
        } catch StorageProblem.unavailable(let reason) {
            logger.warning("not prepared", metadata: ["error": "\(reason)"])
        }
    }

    /// The application, ready to run: the listener, and the worker beside it.
    package func application(
        _ settings: Settings, registry: Registry, logger: Logger,
        onListening: @escaping @Sendable (Int) -> Void
    ) async throws -> some ApplicationProtocol {
        var application = Application(
            responder: responder, server: try await settings.tls.server(registry, exchange(logger)),
            configuration: .init(
                address: .hostname(settings.address.host, port: settings.address.port),
                serverName: nil),
            onServerRunning: { channel in
                onListening(channel.localAddress?.port ?? settings.address.port)
            }, logger: logger)
        let worker = IssuanceWorker(registry: registry, logger: logger)
        let repeats = repeats
        let mail = MailWorker(
            registry: registry, carrier: settings.mail.command.map(SendmailCarrier.init),
            sender: settings.mail.sender, logger: logger)
        try await Self.prepare(logger) { try await mail.begin() }
        let control = ControlWorker(registry: registry, logger: logger)
        let upkeep = UpkeepWorker(
            registry: registry, noticeDays: settings.noticeDays, logger: logger)
        let guests = GuestQuestionDesk(registry: registry)
        let status = StatusWorker(registry: registry, logger: logger)
        let logs = LogWorker(registry: registry, logger: logger)
        try await Self.prepare(logger) { try await registry.takeCRLPlaces() }
        try await Self.prepare(logger) { _ = try await status.runOnce() }
        try await registry.openOrderIndex(logger)
        application.addServices(
            WorkerService(
                description: "authorities", idleSeconds: CertificateAuthority.idleSeconds,
                logger: logger
            ) { try await registry.noticeAuthorities(logger) },
            WorkerService(
                description: "status", idleSeconds: StatusWorker.idleSeconds, logger: logger
            ) { try await status.runOnce() },
            WorkerService(
                description: "waiting work", idleSeconds: IssuanceWorker.idleSeconds,
                logger: logger
            ) { try await worker.runOnce() },
            WorkerService(
                description: "public logs", idleSeconds: LogWorker.idleSeconds, logger: logger
            ) { try await logs.runOnce() },
            WorkerService(
                description: "domain control", idleSeconds: ControlWorker.idleSeconds,
                logger: logger
            ) { try await control.runOnce() },
            WorkerService(
                description: "mail", idleSeconds: MailWorker.idleSeconds, logger: logger
            ) { try await mail.runOnce() },
            WorkerService(
                description: "guests", idleSeconds: GuestQuestionDesk.idleSeconds, logger: logger
            ) { try await guests.runOnce() },
            WorkerService(
                description: "upkeep", idleSeconds: UpkeepWorker.idleSeconds, logger: logger
            ) { try await upkeep.runOnce() },
            WorkerService(
                description: "kept answers", idleSeconds: RepeatDesk.sweepSeconds, logger: logger
            ) { try await repeats.sweep() })
        let sealing = AuditSealing(
            database: registry.database, key: registry.auditKey, clock: registry.clock)
        application.addServices(
            WorkerService(
                description: "audit log", idleSeconds: AuditSealing.pauseSeconds, logger: logger
            ) { try await sealing.runOnce(ledger: try registry.signings?.newMark()?.text) },
            WorkerService(
                description: "key uses", idleSeconds: KeyUses.pauseSeconds, logger: logger
            ) { try await registry.keepKeyUses() },
            WorkerService(
                description: "order index", idleSeconds: OrderIndex.idleSeconds, logger: logger
            ) { try await registry.orderIndex.keep(registry.database) })
        if let signings = registry.signings {
            application.addServices(SigningLogService(ledger: signings, logger: logger))
        }
        if limiter.isShared {
            let exchange = LimitExchange(limiter: limiter, desk: CountDesk(registry: registry))
            application.addServices(LimitService(exchange: exchange, logger: logger))
        }
        return application
    }
}

extension Settings.TLS {
    fileprivate func server(
        _ registry: Registry, _ ocsp: OCSPExchange
    ) async throws -> HTTPServerBuilder {
        let channels = HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionHandlers(ocsp: ocsp)])
        switch self {
        case .off:
            return .http1(configuration: channels)
        case .files(let certificate, let key):
            let material = try Self.material(certificate: certificate, key: key)
            return try Self.server(chain: material.chain, key: material.key, channels)
        case .own(let names):
            let own = try await registry.ownServerCertificate(for: names)
            return try Self.server(
                chain: try NIOSSLCertificate.fromPEMBytes(Array(own.chainPEM.utf8)),
                key: try NIOSSLPrivateKey(bytes: own.keyDER, format: .der), channels)
        }
    }

    /// HTTP/2 where the client knows it, HTTP/1.1 where not.
    private static func server(
        chain: [NIOSSLCertificate], key: NIOSSLPrivateKey, _ channels: HTTP1Channel.Configuration
    ) throws -> HTTPServerBuilder {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return try .http2Upgrade(
            tlsConfiguration: configuration, configuration: .init(streamConfiguration: channels))
    }
}
