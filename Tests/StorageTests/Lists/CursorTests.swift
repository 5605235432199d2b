import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@Suite struct CursorTests {
    private typealias Query = ListQuery<OrderProperty>

    private static func page(
        _ store: any Database, _ world: World, _ sort: [Query.Sort], limit: Int,
        after cursor: ListCursor? = nil
    ) async throws -> Listed<OrderEntry> {
        var query = Query()
        query.sort = sort
        query.page = Page(limit: limit)
        // As it travels.
        query.cursor = cursor.flatMap { ListCursor($0.text) }
        return try await store.read { [query] in try $0.orders(in: world.scope, query) }
    }

    /// Nine orders, some of them issued, with names, lengths and times that repeat.
    private static func insertOrders(_ tx: any Transaction) throws -> World {
        let world = try tx.insertWorld()
        for number in 0..<9 {
            let pair = try tx.place(world) {
                $0.names = ["n\(number % 4).example.com"]
                $0.product = number % 2 == 0 ? "ssl_plus" : "ssl_multi_domain"
                $0.length = number % 3 == 0 ? .days(10) : .years(number % 3)
                $0.createdAt = noon.addingTimeInterval(Double(number % 5))
            }
            if number % 3 != 1 {
                try tx.issue(pair, world, serial: UInt8(number), days: 10 + number % 2)
            }
        }
        return world
    }

    @Test(
        "pages by cursor, put together, are the list, in every order",
        arguments: OrderProperty.allCases.filter { $0.order != nil }, Engine.all)
    func walk(property: OrderProperty, engine: Engine) async throws {
        try await engine.withStore { store in
            let world = try await store.write { try Self.insertOrders($0) }
            for direction in [Query.Direction.ascending, .descending] {
                let sort = [Query.Sort(property, direction), Query.Sort(.dateCreated, .ascending)]
                for sort in [sort, [sort[0]]] {
                    let all = try await Self.page(store, world, sort, limit: 100)
                    #expect(all.next == nil)
                    var seen: [ID<Order>] = []
                    var cursor: ListCursor?
                    repeat {
                        let page = try await Self.page(
                            store, world, sort, limit: 2, after: cursor)
                        #expect(page.total == 9)
                        seen += page.elements.map(\.order.id)
                        cursor = page.next
                    } while cursor != nil && seen.count < 20
                    #expect(seen == all.elements.map(\.order.id))
                }
            }
        }
    }

    @Test("what is added before a cursor moves nothing behind it", arguments: Engine.all)
    func stability(engine: Engine) async throws {
        try await engine.withStore { store in
            let world = try await store.write { try Self.insertOrders($0) }
            let sort = [Query.Sort(.commonName, .descending)]
            let first = try await Self.page(store, world, sort, limit: 4)
            let rest = try await Self.page(store, world, sort, limit: 9, after: first.next)
            _ = try await store.write { tx in
                try tx.place(world) { $0.names = ["z.example.com"] }
            }
            let later = try await Self.page(store, world, sort, limit: 9, after: first.next)
            #expect(later.elements.map(\.order.id) == rest.elements.map(\.order.id))
            #expect(later.total == 10)
        }
    }

    @Test(
        "a cursor survives its way over the wire",
        arguments: [
            ListCursor(order: "", values: [], key: 7),
            ListCursor(
                order: "-common_name,id", values: [.text("ä.b|c"), .integer(-5), .null], key: 1),
            ListCursor(order: "x", values: [.text("")], key: .max),
        ])
    func text(cursor: ListCursor) {
        #expect(ListCursor(cursor.text) == cursor)
        #expect(cursor.text.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) })
    }

    @Test("what is no cursor is none", arguments: ["", "x", "....", "YQ", "!", "Zm9vLmJhcg"])
    func nonsense(text: String) {
        #expect(ListCursor(text) == nil)
    }
}
