import Foundation
import OrderCore
import TestKit
import Testing

@testable import Storage

/// What each filter of the orders finds among five orders that differ in everything.
@Suite struct OrderListTests {
    /// The orders that are found, by their place in the world, 1 to 5; `matches` is given those.
    struct Question: Sendable, CustomTestStringConvertible {
        let property: OrderProperty
        let matches: @Sendable (World, [Pair]) -> [ListMatch]
        let found: [Int]

        var testDescription: String { "\(property.rawValue) finds \(found)" }

        init(
            _ property: OrderProperty, _ found: [Int],
            _ matches: @escaping @Sendable (World, [Pair]) -> [ListMatch]
        ) {
            self.property = property
            self.matches = matches
            self.found = found
        }
    }

    static let questions = [
        Question(.id, [2]) { [.equals(.id($1[1].order))] },
        Question(.orderID, [2, 3]) { [.equals(.id($1[1].order)), .equals(.id($1[2].order))] },
        Question(.orderID, [3, 4, 5]) { [.above(.id($1[1].order))] },
        Question(.orderID, [1]) { [.below(.id($1[1].order))] },
        Question(.orderID, [2, 3]) { [.between(.id($1[1].order), .id($1[2].order))] },
        Question(.status, [2, 5]) { _, _ in [.equals(.text("issued"))] },
        Question(.organizationID, [1, 2, 3, 4, 5]) { world, _ in
            [.equals(.id(world.organizationID))]
        },
        Question(.productNameID, [3]) { _, _ in [.equals(.text("ssl_wildcard"))] },
        Question(.validTill, [2]) { _, _ in [.below(.date(noon.addingTimeInterval(2_000_000)))] },
        Question(.validityYears, [4]) { _, _ in [.equals(.int(2))] },
        Question(.userID, [4]) { world, _ in [.equals(.id(world.otherUserID))] },
        Question(.commonName, [1]) { _, _ in [.equals(.text("one.example.com"))] },
        Question(.domainName, [1]) { _, _ in [.contains("other.org")] },
        Question(.dateCreated, [4, 5]) { _, _ in [.above(.date(noon.addingTimeInterval(250)))] },
        Question(.containerID, [4]) { world, _ in [.equals(.id(world.divisionID))] },
        Question(.metadataID, [1]) { world, _ in [.equals(.id(world.fieldID))] },
        Question(.metadataValue, [1]) { _, _ in [.equals(.text("4711"))] },
        Question(.isRenewed, [2]) { _, _ in [.equals(.flag(true))] },
        Question(.isRenewed, [1, 3, 4, 5]) { _, _ in [.equals(.flag(false))] },
        Question(.disableRenewalNotifications, [3]) { _, _ in [.equals(.flag(true))] },
        Question(.email, [4]) { _, _ in [.equals(.text("rory@Example.org"))] },
        Question(.certificateID, [3]) { [.equals(.id($1[2].certificate))] },
        Question(.origin, [1, 2, 3, 4, 5]) { _, _ in [.equals(.text("certcentral"))] },
        Question(.origin, []) { _, _ in [.equals(.text("migrated"))] },
        Question(.serialNumber, [5]) { _, _ in [.equals(.bytes([7, 5]))] },
        Question(.search, [4]) { _, _ in [.contains("rory@")] },
        Question(.search, [1]) { _, _ in [.contains("other.org")] },
        Question(.search, [3]) { _, _ in [.contains("*.three")] },
    ]

    @Test("a filter finds what it names", arguments: questions, Engine.all)
    func filters(question: Question, engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, pairs) = try await store.write { try $0.insertFiveOrders() }
            var query = ListQuery<OrderProperty>()
            query.filters = [.init(question.property, question.matches(world, pairs))]
            let found = try await store.read { [query] in
                try $0.orders(in: world.scope, query).elements.map(\.order.id)
            }
            #expect(found == question.found.map { pairs[$0 - 1].order })
        }
    }

    @Test(
        "a sort puts the orders in its order, both ways",
        arguments: [
            (OrderProperty.orderID, [1, 2, 3, 4, 5]), (.dateCreated, [1, 2, 3, 4, 5]),
            (.commonName, [3, 5, 4, 1, 2]),
        ], Engine.all)
    func sorts(sample: (property: OrderProperty, upwards: [Int]), engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, pairs) = try await store.write { try $0.insertFiveOrders() }
            for isUpwards in [true, false] {
                var query = ListQuery<OrderProperty>()
                query.sort = [.init(sample.property, isUpwards ? .ascending : .descending)]
                let sorted = try await store.read { [query] in
                    try $0.orders(in: world.scope, query).elements.map(\.order.id)
                }
                let places = isUpwards ? sample.upwards : sample.upwards.reversed()
                #expect(sorted == places.map { pairs[$0 - 1].order })
            }
        }
    }

    @Test("all filters have to hold", arguments: Engine.all)
    func conjunction(engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, pairs) = try await store.write { try $0.insertFiveOrders() }
            var query = ListQuery<OrderProperty>()
            query.filters = [
                .init(.status, [.equals(.text("issued"))]),
                .init(.isRenewed, [.equals(.flag(false))]),
            ]
            let listed = try await store.read { [query] in try $0.orders(in: world.scope, query) }
            #expect(listed.elements.map(\.order.id) == [pairs[4].order])
            #expect(listed.total == 1)
        }
    }

    @Test("a field and its value are those of one field", arguments: Engine.all)
    func fields(engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, other, order) = try await store.write { tx in
                let world = try tx.insertWorld()
                let other = try tx.insert(
                    NewCustomField(
                        accountID: world.accountID, label: "Other", description: nil,
                        isRequired: false, format: .text))
                let order = try tx.place(world) {
                    $0.answers = [
                        CustomFieldAnswer(fieldID: world.fieldID, label: "", value: "4711"),
                        CustomFieldAnswer(fieldID: other, label: "", value: "x"),
                    ]
                }
                return (world, other, order.order)
            }
            let index = OrderIndex(.standard)
            try await index.load(store)
            for (field, value, found) in [
                (world.fieldID, "4711", [order]), (world.fieldID, "x", []),
                (other, "x", [order]), (other, "4711", []),
            ] {
                var query = ListQuery<OrderProperty>()
                query.filters = [
                    .init(.metadataID, [.equals(.id(field))]),
                    .init(.metadataValue, [.equals(.text(value))]),
                ]
                let lists = [
                    try await store.read { [query] in try $0.orders(in: world.scope, query) },
                    try await store.orders(in: world.scope, query, from: index),
                ]
                #expect(lists.map { $0.elements.map(\.order.id) } == [found, found])
            }
        }
    }

    @Test("duplicates and reissues are counted apart", arguments: Engine.all)
    func counts(engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, pairs) = try await store.write { tx in
                let (world, pairs) = try tx.insertFiveOrders()
                for (serial, kind) in [
                    (91, Certificate.Kind.duplicate(subID: 1)), (92, .duplicate(subID: 2)),
                    (93, .reissue),
                ] {
                    let id = try tx.insertFurther(kind, of: pairs[1], world)
                    try tx.save(.issued(world.issuance(UInt8(serial))), of: id)
                }
                // What waits has not been issued.
                _ = try tx.insertFurther(.duplicate(subID: 3), of: pairs[1], world)
                _ = try tx.insertFurther(.reissue, of: pairs[1], world)
                return (world, pairs)
            }
            let entry = try await store.read { tx in
                try tx.orders(in: world.scope, ListQuery()).elements.first {
                    $0.order.id == pairs[1].order
                }
            }
            #expect(entry?.duplicatesCount == 2)
            #expect(entry?.reissuesCount == 1)
            #expect(entry?.containerName == "Example")
            #expect(entry?.organizationName == "Example")
        }
    }
}

extension Transaction {
    fileprivate func insertFiveOrders() throws -> (World, [Pair]) {
        let world = try insertWorld()
        var pairs = [
            try place(world) {
                $0.names = ["one.example.com", "other.org"]
                $0.answers = [CustomFieldAnswer(fieldID: world.fieldID, label: "", value: "4711")]
            },
            try place(world) {
                $0.names = ["two.example.com"]
                $0.createdAt = noon.addingTimeInterval(100)
            },
            try place(world) {
                $0.names = ["*.three.example.com"]
                $0.product = "ssl_wildcard"
                $0.createdAt = noon.addingTimeInterval(200)
                $0.settings.disableRenewalNotifications = true
            },
            try place(world) {
                $0.names = ["four.example.com"]
                $0.length = .years(2)
                $0.container = world.divisionID
                $0.user = world.otherUserID
                $0.createdAt = noon.addingTimeInterval(300)
            },
        ]
        pairs.append(
            try place(world) { [renewed = pairs[1].order] in
                $0.names = ["five.example.com"]
                $0.renewalOf = renewed
                $0.createdAt = noon.addingTimeInterval(400)
            })
        try issue(pairs[1], world, serial: 2, days: 20)
        try issue(pairs[4], world, serial: 5)
        try markRenewed(pairs[1].order, by: pairs[4].order)
        return (world, pairs)
    }
}
