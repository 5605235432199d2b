import OrderCore
import TestKit
import Testing

@testable import Storage

/// How the engine answers lists: out of indexes, whatever they are narrowed or ordered by.
///
/// A table that grows without bounds is never read from end to end, but for what looks inside
/// texts; and a page in the order of one property is read in that order, not sorted.
@Suite struct PlanTests {
    /// What may be read from end to end: a page, or what an account is above.
    private static let small: Set<Substring> = ["page", "ancestor", "k", "u", "g", "CONSTANT"]
    /// Indexes that are read from end to end where a text is looked for inside others.
    private static let searched: Set<Substring> = ["n", "v"]

    @Test("orders", arguments: OrderProperty.allCases)
    func orders(property: OrderProperty) async throws {
        try await check(property) { _ = try $0.orders(in: $1.scope, $2) }
    }

    @Test("requests", arguments: RequestProperty.allCases)
    func requests(property: RequestProperty) async throws {
        try await check(property) { _ = try $0.requests(in: $1.scope, $2) }
    }

    @Test("orders of subaccounts", arguments: SubaccountOrderProperty.allCases)
    func subaccountOrders(property: SubaccountOrderProperty) async throws {
        try await check(property, sorts: false) {
            _ = try $0.subaccountOrders(of: $1.accountID, $2)
        }
    }

    @Test("vouchers", arguments: VoucherOrderProperty.allCases)
    func vouchers(property: VoucherOrderProperty) async throws {
        try await check(property, sorts: false) { _ = try $0.voucherOrders(of: $1.accountID, $2) }
    }

    @Test("units", arguments: UnitOrderProperty.allCases)
    func units(property: UnitOrderProperty) async throws {
        try await check(property, sorts: false) { _ = try $0.unitOrders(of: $1.accountID, $2) }
    }

    @Test("domains", arguments: DomainProperty.allCases)
    func domains(property: DomainProperty) async throws {
        try await check(property, sorts: false) { _ = try $0.domains(in: $1.scope, $2) }
    }

    @Test("a request is found without its order")
    func requestsAlone() async throws {
        var query = ListQuery<RequestProperty>()
        query.filters = [
            .init(.containerID, [.equals(.integer(1))]),
            .init(.status, [.equals(.text("pending"))]),
        ]
        let plans = try await Self.statements { [query] tx, world in
            let confined = Scope(
                accountID: world.accountID, containerIDs: [world.divisionID],
                ownerID: world.userID)
            _ = try tx.requests(in: confined, query)
            _ = try tx.waitingRequests(in: confined, container: world.divisionID)
        }
        for plan in [plans[0], plans[2]] {
            #expect(plan.lines.allSatisfy { $0.detail.contains("COVERING INDEX") }, "\(plan)")
        }
        query.filters = [.init(.metadataValue, [.equals(.text("x"))])]
        let sought = try await Self.statements { [query] in _ = try $0.requests(in: $1.scope, query)
        }
        for plan in sought {
            let places = plan.lines.map(\.detail).filter { $0.contains("SEARCH r ") }
            #expect(places.first?.contains("requests_by_order") == true, "\(plan)")
        }
    }

    @Test("organizations", arguments: OrganizationProperty.allCases)
    func organizations(property: OrganizationProperty) async throws {
        try await check(property, sorts: false) { _ = try $0.organizations(in: $1.scope, $2) }
    }

    @Test("users", arguments: UserProperty.allCases)
    func users(property: UserProperty) async throws {
        try await check(property, sorts: false) { _ = try $0.users(in: $1.scope, $2) }
    }

    @Test("subaccounts", arguments: SubaccountProperty.allCases)
    func subaccounts(property: SubaccountProperty) async throws {
        try await check(property, sorts: false) { _ = try $0.subaccounts(of: $1.accountID, $2) }
    }

    @Test("the audit log", arguments: AuditProperty.allCases)
    func auditLog(property: AuditProperty) async throws {
        try await check(property) { _ = try $0.auditEntries(of: $1.accountID, $2) }
    }

    private static let searchers: [(AuditProperty, String)] = [
        (.userID, "audit_entries_by_user"), (.apiKeyID, "audit_entries_by_key"),
        (.requestID, "audit_entries_by_request"), (.operation, "audit_entries_by_operation"),
        (.object, "audit_entries_by_kind"), (.objectID, "audit_entries_by_object"),
        (.date, "audit_entries_by_time"), (.author, "audit_entries_by_time"),
    ]

    @Test("the audit log is searched by what it is asked for", arguments: searchers)
    func auditIndexes(property: AuditProperty, index: String) async throws {
        var query = ListQuery<AuditProperty>()
        query.filters = [.init(property, [property.form.samples[0]])]
        query.sort = [.init(.date, .descending)]
        let plans = try await Self.statements { [query] in
            _ = try $0.auditEntries(of: $1.accountID, query)
        }
        for plan in plans {
            let found = plan.lines.contains {
                $0.detail.contains("SEARCH e ") && $0.detail.contains("INDEX \(index) ")
            }
            #expect(found, "\(plan)")
        }
    }

    @Test("what belongs to one order")
    func partsOfOrders() async throws {
        let statements = try await Self.statements { tx, world in
            let order = ID<Order>(1)
            _ = try tx.orderFile(order)
            _ = try tx.entries(.reissue, of: order, archived: .shown)
            _ = try tx.entries(.duplicate, of: order, archived: .hidden)
            _ = try tx.notes(of: order)
            _ = try tx.requests(of: order)
            _ = try tx.customFields(of: order)
            _ = try tx.domains(of: order)
            _ = try tx.emailProofs(of: order)
            _ = try tx.guestVisits(to: order, email: "a@example.com", since: noon)
            _ = try tx.guestOrders(certifying: "a.example.com", in: world.accountID, max: 10)
            _ = try tx.statusChanges(in: world.scope, from: noon, to: noon, max: 10)
            _ = try tx.subaccountOrder(order, of: world.accountID)
        }
        #expect(statements.count >= 11)
        for plan in statements { expectIndexed(plan, searches: false) }
    }

    @Test("reports")
    func reports() async throws {
        let statements = try await Self.statements { tx, world in
            _ = try tx.expiring(in: world.scope, container: nil, at: noon)
            _ = try tx.expiring(in: world.scope, container: world.divisionID, at: noon)
            _ = try tx.waitingRequests(in: world.scope, container: nil)
            _ = try tx.orderFiles(in: world.scope, ListQuery(), after: 7, max: 10)
        }
        for plan in statements { expectIndexed(plan, searches: false) }
    }

    @Test("what the index of the orders reads")
    func orderIndex() async throws {
        let statements = try await Self.statements { tx, world in
            _ = try tx.indexMark(.sqlite)
            _ = try tx.place(world)
            _ = try tx.ids(of: "orders")
            _ = try tx.ids(of: "requests")
            _ = try tx.cards(in: .min ... .max, limit: 10)
            let since = IndexMark.number(.max).changes(since: .number(-1))
            _ = try tx.cards(where: since?.condition ?? "", since?.values ?? [], max: 10)
            _ = try tx.orders([ID(1)])
            _ = try tx.requestCards(in: .min ... .max, limit: 10)
            // There is none; the statement is what counts.
            _ = try? tx.requestEntries([ID(1)])
            _ = try tx.subaccountEntries([ID(1)])
            _ = try tx.accounts(below: world.accountID)
        }
        let reads = statements.filter { $0.sql.hasPrefix("SELECT") }
        #expect(reads.count == 19)
        for plan in reads { expectIndexed(plan, searches: false) }
    }

    @Test("upkeep")
    func upkeep() async throws {
        let mark = NoticeMark(days: 30, reachedAt: noon, reachedID: 5)
        let statements = try await Self.statements { tx, world in
            _ = try tx.ordersToRenew(between: noon, and: noon, max: 10)
            _ = try tx.ordersToReissue(between: noon, and: noon, max: 10)
            _ = try tx.ordersEnding(after: mark, by: noon, max: 10)
            _ = try tx.hasDueChores(at: noon)
        }
        for (plan, index) in zip(
            statements,
            [
                "orders_by_auto_renewal", "orders_by_auto_reissue", "orders_by_certificate_end",
                "chores_by_due",
            ])
        {
            expectIndexed(plan, searches: false)
            #expect(plan.lines[0].detail.contains(index), "\(plan)")
            #expect(!plan.lines.contains { $0.detail.contains("TEMP B-TREE") }, "\(plan)")
        }
    }

    private func check<Property: ListProperty>(
        _ property: Property, sorts: Bool = true,
        _ list: @escaping @Sendable (any Transaction, World, ListQuery<Property>) throws -> Void
    ) async throws {
        for match in property.form.samples {
            var query = ListQuery<Property>()
            query.filters = [.init(property, [match])]
            let plans = try await Self.statements { [query] in try list($0, $1, query) }
            var searches = false
            if case .contains = match { searches = true }
            for plan in plans { expectIndexed(plan, searches: searches) }
        }
        guard property.order != nil else { return }
        for direction in [ListQuery<Property>.Direction.ascending, .descending] {
            var query = ListQuery<Property>()
            query.sort = [.init(property, direction)]
            for plan in try await Self.statements({ [query] in try list($0, $1, query) }) {
                expectIndexed(plan, searches: false)
                if sorts { #expect(!plan.sortsPage, "\(property) \(direction): \(plan)") }
            }
        }
    }

    private func expectIndexed(_ plan: Plan, searches: Bool) {
        let allowed = searches ? Self.small.union(Self.searched) : Self.small
        let scanned = plan.lines.compactMap { line -> Substring? in
            let words = line.detail.split(separator: " ")
            return words.first == "SCAN" && words.count > 1 ? words[1] : nil
        }
        #expect(Set(scanned).isSubset(of: allowed), "\(plan)")
    }

    /// The plans of what `body` asks, on a store with a schema and little in it.
    private static func statements(
        _ body: @escaping @Sendable (any Transaction, World) throws -> Void
    ) async throws -> [Plan] {
        try await Engine.memory.withStore { store in
            let world = try await store.write { try $0.insertWorld() }
            return try await store.read { tx in
                try tx.statements { try body($0, world) }.map { sql, values in
                    let lines = try tx.rows("EXPLAIN QUERY PLAN " + sql, values) { row in
                        Plan.Line(id: row.int(), parent: row.int(), detail: row.detail())
                    }
                    return Plan(sql: sql, lines: lines)
                }
            }
        }
    }
}
