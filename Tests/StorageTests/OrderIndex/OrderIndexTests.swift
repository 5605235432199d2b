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
    private static let small = OrderIndex.Measures(rowsPerDrawer: 4, sortedMax: 1, filedMin: 0)
    /// Every so many rounds, a new index goes on from the file of the one before.
    private static let roundsAFile = 3
    private static let rounds = 12
    private static let questionsEach = 9

    @Test("any question is answered as SQL does", arguments: [1, 2, 3], Engine.all)
    func reference(seed: UInt64, engine: Engine) async throws {
        try await engine.withStore { store in
            var chance = SeededGenerator(seed: seed)
            var town = try await store.write { try OrderTown(tx: $0) }
            let measures = seed == 1 ? OrderIndex.Measures(filedMin: 0) : Self.small
            let folder = try ScratchFolder()
            let file = IndexFile(path: folder.path + "orders.index")
            var index = OrderIndex(measures, file: file)
            for _ in 0..<30 {
                town = try await store.write { [town, chance] tx in
                    var (town, chance) = (town, chance)
                    try town.place(tx, &chance)
                    return town
                }
                _ = chance.next()
            }
            try await index.load(store)
            for round in 0..<Self.rounds {
                if round % Self.roundsAFile == 1 { try await index.save(store) }
                if round % Self.roundsAFile == 2 {
                    index = OrderIndex(measures, file: file)
                    #expect(try await index.open(store))
                }
                for _ in 0..<Self.questionsEach {
                    let scope = town.scope(&chance)
                    try await expectSame(
                        store, index, town.query(&chance),
                        { try $0.orders(in: scope, $1, among: $2) },
                        { try $0.orders(in: scope, $1) })
                    try await expectSame(
                        store, index, town.query(&chance),
                        { try $0.requests(in: scope, $1, among: $2) },
                        { try $0.requests(in: scope, $1) })
                    try await expectSame(
                        store, index, town.query(&chance),
                        { try $0.subaccountOrders(of: scope.accountID, $1, among: $2) },
                        { try $0.subaccountOrders(of: scope.accountID, $1) })
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

    /// Asks the cards and SQL in one snapshot, and for two more pages in each one's own words.
    private func expectSame<Property: ListProperty, Element: Shown>(
        _ store: any Database, _ index: OrderIndex, _ query: ListQuery<Property>,
        _ among:
            @escaping @Sendable (
                any Transaction, ListQuery<Property>, OrderCards
            ) throws -> Listed<Element>?,
        _ sql:
            @escaping @Sendable (
                any Transaction, ListQuery<Property>
            ) throws -> Listed<Element>
    ) async throws {
        var query = query
        for _ in 0..<3 {
            let dialect = store.dialect
            let (own, reference) = try await store.read { [query] tx in
                let cards = try #require(try index.cards(tx, dialect))
                return (try among(tx, query, cards), try sql(tx, query))
            }
            guard let own else {
                Issue.record("not in the cards: \(query)")
                return
            }
            #expect(own.total == reference.total, "\(query)")
            #expect(own.elements.map(\.shown) == reference.elements.map(\.shown), "\(query)")
            #expect(own.next == reference.next, "\(query)")
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

    @Test(
        "past its measure, lists are answered without it", arguments: Engine.shared,
        [9, 2 * 500 / CardLoading.octetsPerCardMin])
    func refusal(engine: Engine, count: Int) async throws {
        try await engine.withStore { store in
            let world = try await store.write { tx in
                let world = try tx.insertWorld()
                for _ in 0..<count { _ = try tx.place(world) }
                return world
            }
            let index = OrderIndex(OrderIndex.Measures(octetsMax: 500))
            try await index.load(store)
            #expect(!index.isReady)
            #expect(try await store.orders(in: world.scope, Query(), from: index).total == count)
        }
    }
}

/// What two answers have to show alike.
private protocol Shown: Sendable {
    var shown: String { get }
}

extension OrderEntry: Shown {
    fileprivate var shown: String { "\(order) \(customFields)" }
}

extension RequestEntry: Shown {
    fileprivate var shown: String { "\(request) \(commonName)" }
}

extension SubaccountEntry: Shown {
    fileprivate var shown: String { "\(order) \(certificate)" }
}
