import APIModels
import Hummingbird
import HummingbirdTesting
import Logging
import OrderCore
import Registration
@testable import ServicesAPI
import Storage
import TestKit
import Web

/// Another node on the database of an installation, that has kept no answer. It shows orders and
/// does nothing else: a whole server took as long as all that the test itself asks.
enum FreshNode {
    static func run(
        _ installation: SampleInstallation,
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let registry = installation.registry
        let gate = Gate(
            keys: KeyDesk(
                database: registry.database, clock: registry.clock, tokens: registry.tokens),
            limiter: RateLimiter([], reach: .oneNode), uses: registry.keyUses,
            clock: registry.clock)
        let table = RouteTable(
            router: Router(context: CallContext.self), gate: gate,
            repeats: RepeatGuard(
                desk: RepeatDesk(registry: registry, keptHours: RepeatDesk.keptHours)))
        table.serve(
            .showOrder, needs: .viewOrders, OrderRoutes(desks: Desks(registry: registry)).show)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await Application(responder: table.router.buildResponder(), logger: logger)
            .test(.router) { try await body($0) }
    }
}
