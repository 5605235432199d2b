import Foundation
import OrderCore
import TestKit
import Testing

@testable import Storage

/// The index of the orders against SQL, which is the reference: whatever is asked, both answer
/// alike, also while orders change.
@Suite struct OrderIndexTests {
    private typealias Query = ListQuery<OrderProperty>

    /// Drawers so small that there are many, and nothing sorted that can be chosen.
    private static let small = OrderIndex.Measures(rowsPerDrawer: 4, sortedMax: 1)
    private static let rounds = 12
    private static let questionsEach = 25

    @Test("any question is answered as SQL does", arguments: [1, 2, 3], Engine.all)
    func reference(seed: UInt64, engine: Engine) async throws {
        try await engine.withStore { store in
            var chance = SeededGenerator(seed: seed)
            var town = try await store.write { try OrderTown(tx: $0) }
            let measures = seed == 1 ? OrderIndex.Measures.standard : Self.small
            let index = OrderIndex(measures)
            for _ in 0..<30 {
                town = try await store.write { [town, chance] tx in
                    var (town, chance) = (town, chance)
                    try town.place(tx, &chance)
                    return town
                }
                _ = chance.next()
            }
            try await index.load(store)
            for _ in 0..<Self.rounds {
                for _ in 0..<Self.questionsEach {
                    let (scope, query) = (town.scope(&chance), town.query(&chance))
                    try await expectSame(store, index, scope, query)
                }
                for _ in 0..<chance.below(6) {
                    let seed = chance.next()
                    town = try await store.write { [town] tx in
                        var (town, chance) = (town, SeededGenerator(seed: seed))
                        try town.change(tx, &chance)
                        return town
                    }
                }
            }
        }
    }

    private func expectSame(
        _ store: any Database, _ index: OrderIndex, _ scope: Scope, _ query: Query
    ) async throws {
        var query = query
        for _ in 0..<3 {
            let dialect = store.dialect
            let (own, reference) = try await store.read { [query] tx in
                let cards = try #require(try index.cards(tx, dialect))
                return (
                    try #require(try tx.orders(in: scope, query, among: cards)),
                    try tx.orders(in: scope, query)
                )
            }
            let question = "\(scope) \(query)"
            #expect(own.total == reference.total, "\(question)")
            #expect(
                own.elements.map(\.order.id) == reference.elements.map(\.order.id),
                "\(question)")
            #expect(
                own.elements.map(\.customFields) == reference.elements.map(\.customFields))
            #expect(own.elements.map(\.order) == reference.elements.map(\.order))
            #expect(own.next == reference.next, "\(question)")
            guard let next = reference.next else { return }
            query.cursor = next
        }
    }

    @Test("a list shows what was committed before it", arguments: Engine.all)
    func freshness(engine: Engine) async throws {
        try await engine.withStore { store in
            let world = try await store.write { try $0.insertWorld() }
            let index = OrderIndex()
            #expect(try await index.keep(store) == 0)
            #expect(!index.isReady, "nobody has asked for a list")
            _ = try await store.orders(in: world.scope, Query(), from: index)
            #expect(try await index.keep(store) == 0)
            #expect(index.isReady)
            for number in 1...20 {
                let pair = try await store.write { try $0.place(world) }
                let listed = try await store.orders(in: world.scope, Query(), from: index)
                #expect(listed.total == number)
                #expect(listed.elements.last?.order.id == pair.order)
            }
        }
    }

    @Test("writers and readers at once lose nothing", arguments: Engine.all)
    func concurrency(engine: Engine) async throws {
        try await engine.withStore { store in
            let world = try await store.write { try $0.insertWorld() }
            let index = OrderIndex(Self.small)
            try await index.load(store)
            try await withThrowingTaskGroup { group in
                for writer in 0..<4 {
                    group.addTask {
                        for number in 0..<15 {
                            let pair = try await store.writeGuarded {
                                try $0.place(world) {
                                    $0.names = ["w\(writer)-\(number).example.com"]
                                }
                            }
                            var query = Query()
                            query.filters = [.init(.search, [.contains("W\(writer)-")])]
                            query.sort = [.init(.commonName, .descending)]
                            let listed = try await store.orders(
                                in: world.scope, query, from: index)
                            #expect(listed.total == number + 1)
                            #expect(listed.elements.contains { $0.order.id == pair.order })
                        }
                    }
                }
                try await group.waitForAll()
            }
            let all = try await store.orders(in: world.scope, Query(), from: index)
            #expect(all.total == 60)
            #expect(index.isReady)
        }
    }

    @Test("past its measure, lists are answered without it", arguments: Engine.shared)
    func refusal(engine: Engine) async throws {
        try await engine.withStore { store in
            let world = try await store.write { tx in
                let world = try tx.insertWorld()
                for _ in 0..<9 { _ = try tx.place(world) }
                return world
            }
            let index = OrderIndex(OrderIndex.Measures(octetsMax: 500))
            try await index.load(store)
            #expect(!index.isReady)
            #expect(try await store.orders(in: world.scope, Query(), from: index).total == 9)
        }
    }
}
