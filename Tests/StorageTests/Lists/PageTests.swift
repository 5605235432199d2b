import OrderCore
import Storage
import TestKit
import Testing

@Suite struct PageTests {
    private static let names = (1...7).map { "n\($0).example.com" }

    private func withOrders(
        _ engine: Engine, _ body: (any Database, World) async throws -> Void
    ) async throws {
        try await engine.withStore { store in
            let world = try await store.write { tx in
                let world = try tx.insertWorld()
                for name in Self.names { _ = try tx.place(world) { $0.names = [name] } }
                return world
            }
            try await body(store, world)
        }
    }

    private static func list(
        _ store: any Database, _ world: World,
        _ change: (inout ListQuery<OrderProperty>) -> Void
    ) async throws -> (names: [String], total: Int) {
        var query = ListQuery<OrderProperty>()
        change(&query)
        let listed = try await store.read { [query] in try $0.orders(in: world.scope, query) }
        return (listed.elements.map(\.certificate.content.commonName), listed.total)
    }

    @Test("pages put together are the list, each with the total of all", arguments: Engine.all)
    func pages(engine: Engine) async throws {
        try await withOrders(engine) { store, world in
            var names: [String] = []
            for offset in [0, 3, 6] {
                let page = try await Self.list(store, world) {
                    $0.page = Page(limit: 3, offset: offset)
                }
                names += page.names
                #expect(page.total == 7)
            }
            #expect(names == Self.names)
        }
    }

    @Test("a page beyond the end is empty and knows the total", arguments: Engine.all)
    func beyond(engine: Engine) async throws {
        try await withOrders(engine) { store, world in
            let page = try await Self.list(store, world) { $0.page = Page(limit: 3, offset: 7) }
            #expect(page.names == [])
            #expect(page.total == 7)
        }
    }

    @Test("equal places are settled by the id, the way the sort goes", arguments: Engine.all)
    func ties(engine: Engine) async throws {
        try await withOrders(engine) { store, world in
            for direction in [ListQuery<OrderProperty>.Direction.ascending, .descending] {
                let page = try await Self.list(store, world) {
                    $0.sort = [.init(.status, direction)]
                }
                #expect(
                    page.names == (direction == .ascending ? Self.names : Self.names.reversed()))
            }
        }
    }

    @Test(
        "marks of the pattern language in a text mean themselves",
        arguments: [
            ("%", ["100% sure"]), ("_", ["snake_case"]), ("!", ["wow!"]), ("0%", ["100% sure"]),
            ("e_c", ["snake_case"]), ("!%", []), ("", ["100% sure", "snake_case", "wow!"]),
            ("'", []), ("w!", ["wow!"]),
        ], Engine.all)
    func patterns(sample: (text: String, found: [String]), engine: Engine) async throws {
        try await engine.withStore { store in
            let world = try await store.write { tx in
                let world = try tx.insertWorld()
                for name in ["100% sure", "snake_case", "wow!"] {
                    _ = try tx.place(world) { $0.names = [name] }
                }
                return world
            }
            let page = try await Self.list(store, world) {
                $0.filters = [.init(.commonName, [.contains(sample.text)])]
            }
            #expect(page.names == sample.found)
            #expect(page.total == sample.found.count)
        }
    }
}
