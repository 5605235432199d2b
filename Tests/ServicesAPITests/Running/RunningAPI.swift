import DomainControl
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Issuance
import Logging
import NIOCore
import OrderCore
import Registration
import Server
import Storage
import TestKit
import Testing
import Transparency
import Web

/// The whole API in process, on a sample installation: requests in, answers out, no network.
struct RunningAPI: Sendable {
    let installation: SampleInstallation
    let client: any TestClientProtocol
    /// Where questions about certificates are answered before the framework sees them.
    let exchange: OCSPExchange?
    /// Whether requests or statements are counted, so that none may be added to those of the test.
    private let isCounted: Bool
    private let indexed: IndexedNode?

    /// The same installation once more, whose lists are answered from the index of the orders.
    private struct IndexedNode {
        let client: any TestClientProtocol
        let index: OrderIndex
    }

    init(
        installation: SampleInstallation, client: any TestClientProtocol, isCounted: Bool = true
    ) {
        self.init(
            installation: installation, client: client, exchange: nil, isCounted: isCounted,
            indexed: nil)
    }

    private init(
        installation: SampleInstallation, client: any TestClientProtocol,
        exchange: OCSPExchange?, isCounted: Bool, indexed: IndexedNode?
    ) {
        self.installation = installation
        self.client = client
        self.exchange = exchange
        self.isCounted = isCounted
        self.indexed = indexed
    }

    /// Runs `body` with an API that lasts as long as it does.
    static func run(
        limits: [RateLimiter.Window] = [], control: any ControlChecker = BlindChecker(),
        steps: StepRule = .people, approvals: ApprovalRule = .asked,
        keeper: (any Keeper)? = nil, ocsp: OCSPRules = .standard,
        profiles: ProfileBook = .shipped, wrap: ((any Database) -> any Database)? = nil,
        logs: (StoppedClock) throws -> PublicLogs? = { _ in nil },
        _ body: @escaping @Sendable (RunningAPI) async throws -> Void
    ) async throws {
        let installation = try await SampleInstallation(
            control: control, steps: steps, approvals: approvals, keeper: keeper,
            profiles: profiles,
            wrap: wrap ?? { $0 }, logs: logs)
        try await serve(
            installation, limits: limits, isCounted: !limits.isEmpty || wrap != nil, ocsp: ocsp,
            body)
        try await installation.registry.database.close()
    }

    /// Another node on the same database.
    static func serve(
        _ node: Registry, _ installation: SampleInstallation,
        _ body: @escaping @Sendable (RunningAPI) async throws -> Void
    ) async throws {
        let server = WebServer(registry: node, limits: [])
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await Application(responder: server.responder, logger: logger).test(.router) { client in
            try await body(RunningAPI(installation: installation, client: client))
        }
    }

    private static func serve(
        _ installation: SampleInstallation, limits: [RateLimiter.Window], isCounted: Bool,
        ocsp: OCSPRules, _ body: @escaping @Sendable (RunningAPI) async throws -> Void
    ) async throws {
        let server = WebServer(registry: installation.registry, limits: limits, ocsp: ocsp)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(responder: server.responder, logger: logger)
        let exchange = server.exchange(logger)
        let index = OrderIndex()
        let indexed = Application(
            responder: LateResponder {
                WebServer(registry: installation.registry.listing(from: index), limits: limits)
                    .responder
            }, logger: logger)
        try await application.test(.router) { client in
            try await indexed.test(.router) { indexedClient in
                try await body(
                    RunningAPI(
                        installation: installation, client: client,
                        exchange: exchange, isCounted: isCounted,
                        indexed: isCounted ? nil : IndexedNode(client: indexedClient, index: index))
                )
            }
        }
    }

    /// Sends one request below `/services/v2`. Without a key, the administrator's is shown.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, key: String? = nil,
        idempotencyKey: String? = nil, accept: String? = nil, ifNoneMatch: String? = nil,
        contentType: String? = nil
    ) async throws -> Exchange {
        let isPicture = body?.hasPrefix("<") == true
        let usual = isPicture ? "image/svg+xml" : "application/json"
        var headers: HTTPFields = [.contentType: contentType ?? usual]
        headers[.init("X-DC-DEVKEY")!] = key ?? installation.apiKey
        if let idempotencyKey { headers[.init("Idempotency-Key")!] = idempotencyKey }
        headers[.accept] = accept
        headers[.ifNoneMatch] = ifNoneMatch
        let isFollowed = method != .get && !isCounted
        let entriesBefore = isFollowed ? try await installation.lastAuditEntry() : 0
        var exchange = try await exchange(method, path, body, headers)
        let problems = try DescribedAPI.served.get().problems(exchange)
        #expect(problems.isEmpty, "\(problems)")
        if method == .get, path == Self.orders || path.hasPrefix(Self.orders + "?") {
            try await expectSame(exchange, path, headers)
        }
        if isFollowed {
            exchange.entries = try await installation.auditLines(after: entriesBefore)
            try await checkKeptAnswers()
        }
        return exchange
    }

    private static let orders = "/order/certificate"

    /// A list of orders, answered by SQL, is the same where it is answered from the index.
    private func expectSame(
        _ exchange: Exchange, _ path: String, _ headers: HTTPFields
    ) async throws {
        guard let indexed else { return }
        if !indexed.index.isReady {
            try await indexed.index.load(installation.registry.database)
        }
        let twin = RunningAPI(installation: installation, client: indexed.client)
        let other = try await twin.exchange(.get, path, nil, headers)
        #expect(indexed.index.isReady)
        #expect(other.transcript == exchange.transcript, "from the index: \(path)")
    }

    private func exchange(
        _ method: HTTPRequest.Method, _ path: String, _ body: String?, _ headers: HTTPFields
    ) async throws -> Exchange {
        let uri = "/services/v2" + path
        let response = try await client.execute(
            uri: uri, method: method, headers: headers,
            body: body.map { ByteBuffer(string: $0) })
        return Exchange(
            method: method.rawValue, path: uri, sent: body, status: response.status.code,
            headers: response.headers, body: Array(response.body.readableBytesView))
    }

    /// Opens a page outside the API, as anybody may.
    func open(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:],
        body: [UInt8]? = nil
    ) async throws -> Exchange {
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
        let answer = Exchange(
            method: method.rawValue, path: path, sent: nil, status: response.status.code,
            headers: response.headers, body: Array(response.body.readableBytesView))
        if path.hasPrefix("/ocsp") { try await expectSame(answer, headers, body) }
        return answer
    }

    /// A question that the framework answered is answered the same right behind the parser.
    private func expectSame(
        _ answer: Exchange, _ headers: HTTPFields, _ body: [UInt8]?
    ) async throws {
        guard let exchange, !isCounted else { return }
        let connection = try await ParsedConnection(exchange)
        var fields = headers
        if let body { fields[.contentLength] = "\(body.count)" }
        let lines = fields.map { "\($0.name): \($0.value)\r\n" }.joined()
        try await connection.send(
            Array("\(answer.method) \(answer.path) HTTP/1.1\r\nhost: a\r\n\(lines)\r\n".utf8)
                + (body ?? []))
        guard try await connection.handedOn().isEmpty else { return }
        let other = try await connection.answer()
        #expect(other.status == answer.status)
        for name in [HTTPField.Name.contentType, .cacheControl] {
            #expect(other.fields[name.canonicalName] == answer.headers[name])
        }
        // What no cache keeps is signed each time.
        if answer.headers[.cacheControl] != "no-store" { #expect(other.body == answer.body) }
    }

    /// After every change, every order is asked for here, where an answer from before may have been
    /// kept, and of another node on the same database, which has kept none.
    private func checkKeptAnswers() async throws {
        let listed = try await send(.get, "/order/certificate").json["orders"]
        let paths = ((listed as? [[String: Any]]) ?? []).map { "/order/certificate/\($0["id"]!)" }
        guard !paths.isEmpty else { return }
        try await FreshNode.run(installation) { client in
            let fresh = RunningAPI(installation: installation, client: client)
            for path in paths {
                let here = try await send(.get, path)
                let there = try await fresh.send(.get, path)
                #expect(here.text == there.text, "an answer was kept that no longer holds: \(path)")
            }
        }
    }

    /// Has numbers go on from those that are kept: on PostgreSQL, what was refused leaves gaps.
    func closeGaps() async throws {
        let database = installation.registry.database
        try await database.write { [dialect = database.dialect] in
            try $0.resetIdentities(dialect)
        }
    }

    /// Waiting work, done now.
    func work() async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await ControlWorker(registry: installation.registry, logger: logger).runOnce()
        try await IssuanceWorker(registry: installation.registry, logger: logger).runOnce()
    }

    /// Responders and revocation lists that are due, made now.
    func publish() async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await StatusWorker(registry: installation.registry, logger: logger).runOnce()
    }
}
