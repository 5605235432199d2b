import Foundation
import OrderCore
import Synchronization
import TestKit
import Testing

@testable import Storage

/// When the file with the index of the orders is used, and when it is not. That lists from it are
/// those of SQL, ``OrderIndexTests`` show.
@Suite struct IndexFileTests {
    private static let name = "orders.index"
    private static let measures = OrderIndex.Measures(rowsPerDrawer: 4, filedMin: 0)

    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func index(_ measures: OrderIndex.Measures = Self.measures) -> OrderIndex {
        OrderIndex(measures, file: IndexFile(path: folder.path + Self.name))
    }

    /// A store with nine orders, and the file that a node left which had it.
    private func withFile(
        _ engine: Engine, _ body: @Sendable (any Database, World) async throws -> Void
    ) async throws {
        try await engine.withStore { store in
            let world = try await store.write { tx in
                let world = try tx.insertWorld()
                for _ in 0..<9 { _ = try tx.place(world) }
                return world
            }
            let first = index()
            #expect(try await first.open(store) == false, "there is no file yet")
            try await first.load(store)
            try await first.save(store)
            try await body(store, world)
        }
    }

    @Test("the next run goes on from it, with what was placed meanwhile", arguments: Engine.all)
    func nextRun(engine: Engine) async throws {
        try await withFile(engine) { store, world in
            let pair = try await store.write { try $0.place(world) }
            let second = index()
            #expect(try await second.open(store))
            #expect(second.isReady)
            let listed = try await store.orders(
                in: world.scope, ListQuery(now: noon), from: second)
            #expect(listed.total == 10)
            #expect(listed.elements.last?.order.id == pair.order)
        }
    }

    @Test("it is the owner's alone, and written again only where something has changed")
    func writing() async throws {
        try await withFile(.file) { store, world in
            let path = folder.path + Self.name
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? Int) == 0o600)
            let before = try folder.read(Self.name)
            let second = index()
            #expect(try await second.open(store))
            try await second.save(store)
            #expect(try folder.read(Self.name) == before)
            _ = try await store.write { try $0.place(world) }
            _ = try await second.keep(store)
            try await second.save(store)
            #expect(try folder.read(Self.name) != before)
        }
    }

    @Test("of few orders, none is written")
    func few() async throws {
        try await withFile(.file) { store, _ in
            try FileManager.default.removeItem(atPath: folder.path + Self.name)
            let second = index(OrderIndex.Measures(rowsPerDrawer: 4, filedMin: 10))
            try await second.load(store)
            try await second.save(store)
            #expect(try await index().open(store) == false)
        }
    }

    @Test("a database that does not know it has another past", arguments: Engine.all)
    func anotherPast(engine: Engine) async throws {
        try await withFile(engine) { store, _ in
            let tokens = try await store.read {
                try $0.rows("SELECT f.token FROM order_index_files f", []) { $0.text() }
            }
            #expect(tokens.count == 1)
            _ = try await store.write { try $0.run("DELETE FROM order_index_files", []) }
            #expect(try await index().open(store) == false)
        }
    }

    @Test("one with drawers of another size is not used")
    func otherMeasures() async throws {
        try await withFile(.file) { store, _ in
            let other = index(OrderIndex.Measures(rowsPerDrawer: 8))
            let isUsed = try await other.open(store)
            #expect(!isUsed)
        }
    }

    @Test("one that is ahead of the database is not used")
    func ahead() async throws {
        try await withFile(.file) { store, _ in
            _ = try await store.write { try $0.run("UPDATE orders SET change = change - 1", []) }
            #expect(try await index().open(store) == false)
        }
    }

    @Test("one that is damaged anywhere is not used")
    func damage() async throws {
        try await withFile(.file) { store, _ in
            let whole = try folder.read(Self.name)
            for place in stride(from: 0, to: whole.count, by: 37) {
                var octets = whole
                octets[place] ^= 1
                try await expectUseless(octets, store, "octet \(place) is another one")
                try await expectUseless(Array(whole[..<place]), store, "it ends at \(place)")
            }
            try await expectUseless(whole + [0], store, "it goes on")
            try folder.write(Self.name, whole)
            #expect(try await index().open(store))
        }
    }

    private func expectUseless(
        _ octets: [UInt8], _ store: any Database, _ comment: Comment
    ) async throws {
        try folder.write(Self.name, octets)
        let other = index()
        // Whether it says so or throws.
        _ = try? await other.open(store)
        #expect(!other.isReady, comment)
    }

    @Test("the database knows the newest files alone")
    func newest() async throws {
        try await withFile(.file) { store, world in
            let second = index()
            #expect(try await second.open(store))
            for _ in 0..<OrderIndex.filesMax + 3 {
                _ = try await store.write { try $0.place(world) }
                _ = try await second.keep(store)
                try await second.save(store)
            }
            let count = try await store.read {
                try $0.row("SELECT count(*) FROM order_index_files", []) { $0.int() }
            }
            #expect(count == OrderIndex.filesMax)
            #expect(try await index().open(store))
        }
    }
}

extension IndexFile {
    private static let count = Atomic(0)

    /// With tokens that are counted.
    init(path: String) {
        self.init(path: path) {
            "token \(Self.count.wrappingAdd(1, ordering: .relaxed).newValue)"
        }
    }
}
