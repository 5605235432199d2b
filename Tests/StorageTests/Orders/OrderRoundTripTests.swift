import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@Suite struct OrderRoundTripTests {
    private static let contact = Contact(
        firstName: "Connie", lastName: "Contact", email: "connie@example.com",
        jobTitle: "Clerk", telephone: "1", telephoneExtension: "2")
    private static let slimContact = Contact(
        firstName: "Tess", lastName: "", email: "tess@example.com", jobTitle: nil,
        telephone: nil, telephoneExtension: nil)

    private static var settings: OrderSettings {
        var settings = OrderSettings()
        settings.additionalEmails = ["a@example.com", "b@example.com"]
        settings.autoReissue = true
        settings.autoRenew = true
        settings.customRenewalMessage = "Mind\nthe gap"
        settings.disableCT = true
        settings.disableIssuanceEmail = true
        settings.disableRenewalNotifications = true
        settings.locale = "de"
        settings.paymentMethod = .profile
        return settings
    }

    @Test("an order with everything is read as it was written", arguments: Engine.all)
    func full(engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, old, pair) = try await store.write { tx in
                let world = try tx.insertWorld()
                let old = try tx.place(world)
                let pair = try tx.place(world) {
                    $0.renewalOf = old.order
                    $0.settings = Self.settings
                    $0.origin = .acme(directoryURL: "https://acme.example.com/directory")
                    $0.length = .until(noon.addingTimeInterval(0.25))
                    $0.contacts = OrderContacts(
                        organization: Self.contact, technical: Self.slimContact)
                    $0.answers = [
                        CustomFieldAnswer(fieldID: world.fieldID, label: "Cost center", value: "")
                    ]
                }
                return (world, old, pair)
            }
            let file = try #require(try await store.read { try $0.orderFile(pair.order) })
            let expected = Order(
                id: pair.order, version: 1, accountID: world.accountID,
                containerID: world.rootID, organizationID: world.organizationID,
                userID: world.userID, product: ProductCatalog.product("ssl_plus")!,
                state: .needsApproval, primaryCertificateID: pair.certificate,
                length: .until(noon.addingTimeInterval(0.25)), renewalOf: old.order,
                renewedBy: nil, origin: .acme(directoryURL: "https://acme.example.com/directory"),
                receiptID: nil, createdAt: noon, term: nil, settings: Self.settings)
            #expect(file.order == expected)
            #expect(
                file.contacts
                    == OrderContacts(organization: Self.contact, technical: Self.slimContact))
            #expect(
                file.customFields == [
                    CustomFieldAnswer(fieldID: world.fieldID, label: "Cost center", value: "")
                ])
            #expect(file.requests == [])
            #expect(file.issuerName == nil)
            #expect(file.container.id == world.rootID)
            #expect(file.organization?.id == world.organizationID)
            #expect(file.user.email == "ada@Example.org")
            #expect(file.certificate.id == pair.certificate)
            #expect(file.certificate.content == .sample(["example.com"]))
        }
    }

    @Test(
        "lengths and origins are read as they were written",
        arguments: [
            (OrderLength.years(3), Origin.console), (.days(1096), .apiKey(name: "")),
            (.until(Date(timeIntervalSince1970: 0)), .apiKey(name: "A key")),
        ], Engine.all)
    func words(sample: (length: OrderLength, origin: Origin), engine: Engine) async throws {
        try await engine.withStore { store in
            let order = try await store.write { tx in
                let pair = try tx.place(try tx.insertWorld()) {
                    $0.length = sample.length
                    $0.origin = sample.origin
                }
                return try tx.order(pair.order)
            }
            #expect(order?.length == sample.length)
            #expect(order?.origin == sample.origin)
        }
    }

    @Test("a moved order is read as it was saved, one version on", arguments: Engine.all)
    func saving(engine: Engine) async throws {
        try await engine.withStore { store in
            let (saved, read) = try await store.write { tx in
                let world = try tx.insertWorld()
                let pair = try tx.place(world)
                var order = try tx.order(pair.order)!
                try order.move(.approve)
                try order.issue(term: world.term)
                order.renewedBy = order.id
                let primary = try tx.certificate(pair.certificate)!
                try tx.save(order, primary: primary, at: noon)
                order.version += 1
                return (order, try tx.order(pair.order))
            }
            #expect(read == saved)
        }
    }

    @Test("an order that was changed meanwhile is not overwritten", arguments: Engine.all)
    func versionGuard(engine: Engine) async throws {
        try await engine.withStore { store in
            let (stale, primary) = try await store.write { tx in
                let pair = try tx.place(try tx.insertWorld())
                var order = try tx.order(pair.order)!
                let stale = order
                let primary = try tx.certificate(pair.certificate)!
                try order.move(.approve)
                try tx.save(order, primary: primary, at: noon)
                return (stale, primary)
            }
            await #expect(throws: StorageProblem.changedMeanwhile) {
                try await store.write { try $0.save(stale, primary: primary, at: noon) }
            }
            #expect(try await store.read { try $0.order(stale.id)?.state } == .pending)
        }
    }

    @Test("a renewal is marked and unmarked on the old order", arguments: Engine.all)
    func renewal(engine: Engine) async throws {
        try await engine.withStore { store in
            let (renewal, seen, versions) = try await store.write { tx in
                let world = try tx.insertWorld()
                let old = try tx.place(world).order
                let renewal = try tx.place(world) { $0.renewalOf = old }.order
                try tx.markRenewed(old, by: renewal)
                let marked = try tx.order(old)
                try tx.unmarkRenewed(by: renewal)
                let unmarked = try tx.order(old)
                return (
                    renewal, [marked?.renewedBy, unmarked?.renewedBy],
                    [marked?.version, unmarked?.version]
                )
            }
            #expect(seen == [renewal, nil])
            #expect(versions == [2, 3])
        }
    }

    @Test("of an order that was read, what a move changed is written alone", arguments: Engine.all)
    func moved(engine: Engine) async throws {
        try await engine.withStore { store in
            let pair = try await store.write { tx in
                let world = try tx.insertWorld()
                let pair = try tx.place(world)
                try tx.issue(pair, world, serial: 1)
                return pair
            }
            let (moved, change) = try await store.write { tx in
                let order = try tx.order(pair.order)!
                let primary = try tx.certificate(pair.certificate)!
                var moved = order
                try moved.move(.revoke)
                // What is not written stays as it is.
                try tx.run(
                    "UPDATE orders SET common_name = 'kept', renewed_by = $1", [.id(order.id)])
                let change = try Self.change(tx)
                try tx.save(moved, primary: primary, since: (order, primary), at: noon)
                return (moved, try Self.change(tx) - change)
            }
            let (read, name) = try await store.read { tx in
                (
                    try tx.order(pair.order),
                    try tx.rows("SELECT common_name FROM orders", []) { $0.text() }
                )
            }
            var expected = moved
            expected.version += 1
            expected.renewedBy = pair.order
            #expect(read == expected)
            #expect(name == ["kept"])
            // PostgreSQL's number is the transaction's.
            #expect(change == (store.dialect == .sqlite ? 1 : 0))
            await #expect(throws: StorageProblem.changedMeanwhile) {
                try await store.write { tx in
                    let primary = try tx.certificate(pair.certificate)!
                    try tx.save(moved, primary: primary, since: (moved, primary), at: noon)
                }
            }
        }
    }

    private static func change(_ tx: any Transaction) throws -> Int64 {
        try tx.rows("SELECT max(change) FROM orders", []) { $0.long() }[0]
    }

    @Test("a receipt is written once and shown with its order", arguments: Engine.all)
    func receipt(engine: Engine) async throws {
        try await engine.withStore { store in
            let (receipt, shown) = try await store.write { tx in
                let pair = try tx.place(try tx.insertWorld())
                let receipt = try tx.insert(NewReceipt.sample(try tx.order(pair.order)!, 0))
                try tx.setReceipt(receipt, of: pair.order)
                return (receipt, try tx.order(pair.order)?.receiptID)
            }
            #expect(shown == receipt)
        }
    }
}
