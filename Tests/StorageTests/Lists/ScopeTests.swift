import OrderCore
import Storage
import TestKit
import Testing

@Suite struct ScopeTests {
    /// Two orders in the root by one user, one in the division by another, one of a stranger.
    private func withOrders(
        _ engine: Engine, _ body: (any Database, World, [ID<Order>]) async throws -> Void
    ) async throws {
        try await engine.withStore { store in
            let (world, orders) = try await store.write { tx in
                let world = try tx.insertWorld()
                let pairs = [
                    try tx.place(world), try tx.place(world),
                    try tx.place(world) {
                        $0.container = world.divisionID
                        $0.user = world.otherUserID
                    },
                ]
                for pair in pairs { _ = try tx.insert(NewRequest.sample(world, pair, in: tx)) }
                let stranger = try tx.insertWorld("Stranger")
                _ = try tx.insert(
                    NewRequest.sample(stranger, try tx.place(stranger), in: tx))
                return (world, pairs.map(\.order))
            }
            try await body(store, world, orders)
        }
    }

    @Test(
        "a scope leaves the orders and requests of its account, containers and owner",
        arguments: Engine.all)
    func scopes(engine: Engine) async throws {
        try await withOrders(engine) { store, world, orders in
            let account = world.accountID
            let scopes = [
                Scope(accountID: account),
                Scope(accountID: account, containerIDs: [world.divisionID]),
                Scope(accountID: account, containerIDs: [world.rootID, world.divisionID]),
                Scope(accountID: account, ownerID: world.userID),
                Scope(accountID: account, containerIDs: [world.divisionID], ownerID: world.userID),
                Scope(accountID: 4711),
            ]
            let seen = [
                orders, [orders[2]], orders, Array(orders.prefix(2)), [], [],
            ]
            for (scope, expected) in zip(scopes, seen) {
                let (listed, requests) = try await store.read { tx in
                    (
                        try tx.orders(in: scope, ListQuery()),
                        try tx.requests(in: scope, ListQuery())
                    )
                }
                #expect(listed.elements.map(\.order.id) == expected)
                #expect(listed.total == expected.count)
                #expect(requests.elements.map(\.request.orderID) == expected)
                #expect(requests.total == expected.count)
            }
        }
    }

    @Test("users, containers and domains are seen from their containers", arguments: Engine.all)
    func things(engine: Engine) async throws {
        try await engine.withStore { store in
            let world = try await store.write { tx in
                let world = try tx.insertWorld()
                _ = try tx.insert(NewDomain.sample(world, "a.com"))
                _ = try tx.insert(NewDomain.sample(world, "b.com", container: world.divisionID))
                return world
            }
            let scope = Scope(accountID: world.accountID, containerIDs: [world.divisionID])
            let (users, containers, domains) = try await store.read { tx in
                (
                    try tx.users(in: scope, ListQuery()).elements.map(\.id),
                    try tx.containers(in: scope).map(\.id),
                    try tx.domains(in: scope, ListQuery()).elements.map(\.name)
                )
            }
            #expect(users == [world.otherUserID])
            #expect(containers == [world.divisionID])
            #expect(domains == ["b.com"])
        }
    }
}
