import Foundation
import OrderCore
import Storage
import TestKit
import Testing

/// Every property of every list, as a filter in every comparison of its form and as a sort.
@Suite struct ListPropertyTests {
    @Test("orders", arguments: OrderProperty.allCases, Engine.all)
    func orders(property: OrderProperty, engine: Engine) async throws {
        try await check(property, engine) { try $0.orders(in: $1.scope, $2).map(\.order.id) }
    }

    @Test("requests", arguments: RequestProperty.allCases, Engine.all)
    func requests(property: RequestProperty, engine: Engine) async throws {
        try await check(property, engine) { try $0.requests(in: $1.scope, $2).map(\.request.id) }
    }

    @Test("users", arguments: UserProperty.allCases, Engine.all)
    func users(property: UserProperty, engine: Engine) async throws {
        try await check(property, engine) { try $0.users(in: $1.scope, $2).map(\.id) }
    }

    @Test("organizations", arguments: OrganizationProperty.allCases, Engine.all)
    func organizations(property: OrganizationProperty, engine: Engine) async throws {
        try await check(property, engine) { try $0.organizations(in: $1.scope, $2).map(\.id) }
    }

    @Test("domains", arguments: DomainProperty.allCases, Engine.all)
    func domains(property: DomainProperty, engine: Engine) async throws {
        try await check(property, engine) { try $0.domains(in: $1.scope, $2).map(\.id) }
    }

    @Test("subaccounts", arguments: SubaccountProperty.allCases, Engine.all)
    func subaccounts(property: SubaccountProperty, engine: Engine) async throws {
        try await check(property, engine) { try $0.subaccounts(of: $1.accountID, $2).map(\.id) }
    }

    @Test("orders of subaccounts", arguments: SubaccountOrderProperty.allCases, Engine.all)
    func subaccountOrders(property: SubaccountOrderProperty, engine: Engine) async throws {
        try await check(property, engine) {
            try $0.subaccountOrders(of: $1.accountID, $2).map(\.order.id)
        }
    }

    @Test("voucher orders", arguments: VoucherOrderProperty.allCases, Engine.all)
    func voucherOrders(property: VoucherOrderProperty, engine: Engine) async throws {
        try await check(property, engine) { try $0.voucherOrders(of: $1.accountID, $2).map(\.id) }
    }

    @Test("unit orders", arguments: UnitOrderProperty.allCases, Engine.all)
    func unitOrders(property: UnitOrderProperty, engine: Engine) async throws {
        try await check(property, engine) { try $0.unitOrders(of: $1.accountID, $2).map(\.id) }
    }

    private typealias List<Property: ListProperty, Entity> =
        @Sendable (any Transaction, World, ListQuery<Property>) throws -> Listed<ID<Entity>>

    /// Filters leave some of the list, sorts all of it, and downwards is upwards turned around.
    private func check<Property: ListProperty, Entity>(
        _ property: Property, _ engine: Engine, _ list: @escaping List<Property, Entity>
    ) async throws {
        try await engine.withStore { store in
            let world = try await store.write { try $0.insertListWorld() }
            let all = try await store.read { try list($0, world, ListQuery()) }
            #expect(all.total == 3)
            for match in property.form.samples {
                var query = ListQuery<Property>()
                query.filters = [.init(property, [match, match])]
                let filtered = try await store.read { [query] in try list($0, world, query) }
                #expect(Set(filtered.elements).isSubset(of: all.elements))
                #expect(filtered.total == filtered.elements.count)
            }
            var sorted: [Set<ID<Entity>>] = []
            for direction in [ListQuery<Property>.Direction.ascending, .descending] {
                var query = ListQuery<Property>()
                query.sort = [.init(property, direction)]
                sorted.append(
                    Set(try await store.read { [query] in try list($0, world, query).elements }))
            }
            #expect(sorted == [Set(all.elements), Set(all.elements)])
        }
    }
}

extension ListForm {
    /// Comparisons as the faces make them of this form.
    var samples: [ListMatch] {
        switch self {
        case .integer:
            [.equals(.int(1)), .above(.int(1)), .below(.int(1)), .between(.int(1), .int(2))]
        case .fragment: [.contains("example")]
        case .text, .host: [.equals(.text("example.com")), .contains("example")]
        case .idOrName: [.equals(.int(1)), .equals(.text("example")), .contains("example")]
        case .idOrFragment: [.equals(.int(1)), .contains("example")]
        case .flag: [.equals(.flag(true)), .equals(.flag(false))]
        case .date:
            [
                .equals(.date(noon)), .above(.date(noon)), .below(.date(noon)),
                .between(.date(noon), .date(noon)),
            ]
        case .hex: [.equals(.bytes([7, 1]))]
        case .words(let words): words.values.joined().sorted().map { .equals(.text($0)) }
        }
    }
}

extension Transaction {
    /// Three of everything that is listed, and a stranger's beside it.
    func insertListWorld() throws -> World {
        let world = try insertWorld()
        for number in 1...3 {
            let pair = try place(world) { $0.names = ["n\(number).example.com"] }
            _ = try insert(NewRequest.sample(world, pair, in: self))
            let child = try insertWorld("Child \(number)", below: world.accountID)
            _ = try place(child)
            try insertDeals(world, child, number)
            _ = try insert(NewDomain.sample(world, "n\(number).example.com"))
        }
        _ = try insert(NewUser.sample(world.accountID, world.rootID, "third", .manager))
        for name in ["Second", "Third"] {
            _ = try insert(NewOrganization.sample(world.accountID, world.rootID, name))
        }
        let stranger = try insertWorld("Stranger")
        _ = try insert(NewRequest.sample(stranger, try place(stranger), in: self))
        _ = try insert(NewDomain.sample(stranger, "n1.example.com"))
        return world
    }
}

extension Transaction {
    /// A voucher and a unit, bought.
    private func insertDeals(_ world: World, _ child: World, _ number: Int) throws {
        let product = ProductCatalog.product("ssl_plus")!
        let receipt = try insert(
            NewReceipt(
                accountID: world.accountID, orderID: nil, cost: Money(cents: 100 * number),
                payment: .balance, paidAt: noon))
        _ = try insert(
            NewVoucherOrder(
                accountID: world.accountID, userID: world.userID, name: "Customer \(number)",
                notes: nil, cost: Money(cents: 100 * number), receiptID: receipt,
                createdAt: noon, expiresAt: noon),
            [
                NewVoucher(
                    code: "CODE \(number)", product: product,
                    names: PurchasedNames(dns: 0, wildcard: 0), length: .years(1))
            ])
        _ = try insert(
            NewUnitOrder(
                accountID: world.accountID, unitAccountID: child.accountID,
                userID: world.userID, notes: nil,
                bundle: [
                    .init(product: product, units: 1, spent: 0, cost: Money(cents: 100))
                ], receiptID: receipt, createdAt: noon, expiresAt: noon))
    }
}

extension NewRequest {
    static func sample(
        _ world: World, _ pair: Pair, in tx: any Transaction
    ) throws -> NewRequest {
        NewRequest(
            about: try tx.order(pair.order)!, by: world.userID,
            subject: .newOrder(pair.certificate), state: .pending, decision: nil, comments: nil,
            createdAt: noon)
    }
}

extension NewDomain {
    static func sample(
        _ world: World, _ name: String, container: ID<Container>? = nil,
        control: DomainControl = DomainControl(
            method: .dnsTXT, token: nil, submittedAt: nil, proof: nil)
    ) -> NewDomain {
        NewDomain(
            accountID: world.accountID, containerID: container ?? world.rootID,
            organizationID: world.organizationID, name: name, createdAt: noon,
            validationTypes: [.dv], control: control)
    }
}
