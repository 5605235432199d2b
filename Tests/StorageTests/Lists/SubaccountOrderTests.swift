import OrderCore
import Storage
import TestKit
import Testing

@Suite struct SubaccountOrderTests {
    /// A root with two children; below the first, a grandchild and its child; and a stranger.
    struct Family: Sendable {
        let root: World
        let orders: [String: ID<Order>]
        let stranger: World
    }

    private func withFamily(
        _ engine: Engine, _ body: (any Database, Family) async throws -> Void
    ) async throws {
        try await engine.withStore { store in
            let family = try await store.write { tx in
                let root = try tx.insertWorld("Root")
                let first = try tx.insertWorld("First", below: root.accountID, kind: .managed)
                let second = try tx.insertWorld("Second", below: root.accountID)
                let grandchild = try tx.insertWorld("Grandchild", below: first.accountID)
                let below = try tx.insertWorld("Too deep", below: grandchild.accountID)
                let stranger = try tx.insertWorld("Stranger")
                let child = try tx.insertWorld("Stranger's", below: stranger.accountID)
                let worlds = [
                    "root": root, "first": first, "second": second, "grandchild": grandchild,
                    "below": below, "stranger": stranger, "stranger's": child,
                ]
                let orders = try worlds.mapValues { try tx.place($0).order }
                return Family(root: root, orders: orders, stranger: stranger)
            }
            try await body(store, family)
        }
    }

    @Test("an account sees the orders of its children and grandchildren", arguments: Engine.all)
    func generations(engine: Engine) async throws {
        try await withFamily(engine) { store, family in
            let (listed, others) = try await store.read { tx in
                (
                    try tx.subaccountOrders(of: family.root.accountID, ListQuery()),
                    try tx.subaccountOrders(of: family.stranger.accountID, ListQuery())
                )
            }
            let expected = ["first", "second", "grandchild"].map { family.orders[$0]! }
            #expect(Set(listed.elements.map(\.order.id)) == Set(expected))
            #expect(listed.total == 3)
            #expect(others.elements.map(\.order.id) == [family.orders["stranger's"]!])
            #expect(others.total == 1)
        }
    }

    @Test("one order is found by the same rule", arguments: Engine.all)
    func single(engine: Engine) async throws {
        try await withFamily(engine) { store, family in
            let found = try await store.read { tx in
                try family.orders.filter {
                    try tx.subaccountOrder($0.value, of: family.root.accountID) != nil
                }
            }
            #expect(found.keys.sorted() == ["first", "grandchild", "second"])
        }
    }

    @Test("a filter never reaches beyond the family", arguments: Engine.all)
    func filters(engine: Engine) async throws {
        try await withFamily(engine) { store, family in
            var query = ListQuery<SubaccountOrderProperty>()
            query.filters = [.init(.subaccount, [.contains("First"), .contains("Stranger")])]
            let listed = try await store.read { [query] in
                try $0.subaccountOrders(of: family.root.accountID, query)
            }
            #expect(listed.elements.map(\.order.id) == [family.orders["first"]!])
            #expect(listed.elements.map(\.account.organizationName) == ["First"])
            #expect(listed.total == 1)
        }
    }

    @Test("a subaccount is named by its id, or by its name", arguments: Engine.all)
    func byID(engine: Engine) async throws {
        try await withFamily(engine) { store, family in
            let order = family.orders["first"]!
            let account = try await store.read { try $0.order(order)!.accountID }
            var query = ListQuery<SubaccountOrderProperty>()
            query.filters = [
                .init(.subaccount, [.equals(.id(account)), .equals(.text("Second"))])
            ]
            let listed = try await store.read { [query] in
                try $0.subaccountOrders(of: family.root.accountID, query)
            }
            #expect(
                Set(listed.elements.map(\.order.id)) == [order, family.orders["second"]!])
        }
    }

    /// A certificate is shown to the parent only; a name could otherwise be guessed by asking.
    @Test(
        "an order of a grandchild is not found by what is not shown of it", arguments: Engine.all)
    func hidden(engine: Engine) async throws {
        try await withFamily(engine) { store, family in
            for property in [SubaccountOrderProperty.commonName, .certificateID] {
                let lists = try await store.read { tx in
                    try ["first", "grandchild"].map { name in
                        let order = try tx.order(family.orders[name]!)!
                        var query = ListQuery<SubaccountOrderProperty>()
                        query.filters = [.init(property, [try tx.match(property, of: order)])]
                        return try tx.subaccountOrders(of: family.root.accountID, query)
                    }
                }
                let found = lists.map { Set($0.elements.map(\.order.id)) }
                #expect(found[0].contains(family.orders["first"]!), "\(property)")
                #expect(!found[1].contains(family.orders["grandchild"]!), "\(property)")
            }
        }
    }

    @Test("nor does the order of the rows, or the cursor, tell of it", arguments: Engine.all)
    func hiddenOrder(engine: Engine) async throws {
        try await engine.withStore { store in
            let (root, names) = try await store.write { tx in
                let root = try tx.insertWorld("Root")
                let child = try tx.insertWorld("Child", below: root.accountID)
                let grandchild = try tx.insertWorld("Grandchild", below: child.accountID)
                var names: [ID<Order>: String] = [:]
                for (world, name) in [
                    (child, "m.example.com"), (grandchild, "z.example.com"),
                    (child, "b.example.com"), (grandchild, "a.example.com"),
                ] {
                    names[try tx.place(world) { $0.names = [name] }.order] = name
                }
                return (root, names)
            }
            for direction in [ListQuery<SubaccountOrderProperty>.Direction.ascending, .descending] {
                var query = ListQuery<SubaccountOrderProperty>()
                query.sort = [.init(.commonName, direction)]
                query.page = Page(limit: 1)
                var listed: [String] = []
                var told: [SQLValue] = []
                repeat {
                    let page = try await store.read { [query] in
                        try $0.subaccountOrders(of: root.accountID, query)
                    }
                    listed += page.elements.compactMap { names[$0.order.id] }
                    query.cursor = page.next
                    told += page.next?.values ?? []
                } while query.cursor != nil
                // Those that are not shown stand by their ids, before all others.
                let expected = ["z", "a", "b", "m"].map { $0 + ".example.com" }
                #expect(listed == (direction == .ascending ? expected : expected.reversed()))
                #expect(!told.contains(.text("z.example.com")))
                #expect(!told.contains(.text("a.example.com")))
            }
        }
    }

    @Test("what an order cost is the sum of its receipts", arguments: Engine.all)
    func cost(engine: Engine) async throws {
        try await withFamily(engine) { store, family in
            let id = family.orders["first"]!
            let costs = try await store.write { tx in
                let order = try tx.order(id)!
                let before = try tx.subaccountOrder(id, of: family.root.accountID)?.costCents
                _ = try tx.insert(NewReceipt.sample(order, 399))
                _ = try tx.insert(NewReceipt.sample(order, 1))
                _ = try tx.insert(NewReceipt.sample(order, 200, .refund))
                return [before, try tx.subaccountOrder(id, of: family.root.accountID)?.costCents]
            }
            #expect(costs == [0, 200])
        }
    }
}

extension Transaction {
    /// What finds the order by this property.
    fileprivate func match(
        _ property: SubaccountOrderProperty, of order: Order
    ) throws -> ListMatch {
        property == .certificateID
            ? .equals(.id(order.primaryCertificateID))
            : .equals(.text(try certificate(order.primaryCertificateID)?.content.commonName ?? ""))
    }
}
