import Foundation
import OrderCore
import Storage

/// An order with its first certificate.
struct Pair: Sendable {
    let order: ID<Order>
    let certificate: ID<Certificate>
}

extension Certificate.Content {
    static func sample(_ names: [String], validity: OrderLength? = nil) -> Certificate.Content {
        Certificate.Content(
            commonName: names[0], dnsNames: Array(names.dropFirst()), organizationUnits: [],
            csr: "a request", keySizeBits: 2048, signatureHash: "sha256", serverPlatformID: -1,
            profileOption: nil, issuerID: nil, validity: validity)
    }
}

extension World {
    /// An order as a client may have placed it; `change` is for what a test is about.
    struct OrderText {
        var names = ["example.com"]
        var product = "ssl_plus"
        var length = OrderLength.years(1)
        var container: ID<Container>
        var user: ID<User>
        var state = OrderState.needsApproval
        var createdAt = noon
        var renewalOf: ID<Order>?
        var answers: [CustomFieldAnswer] = []
        var settings = OrderSettings()
        var contacts = OrderContacts()
        var origin = Origin.console
    }

    func order(_ change: (inout OrderText) -> Void = { _ in }) -> NewOrder {
        var text = OrderText(container: rootID, user: userID)
        change(&text)
        return NewOrder(
            accountID: accountID, containerID: text.container, organizationID: organizationID,
            userID: text.user, product: ProductCatalog.product(text.product)!, state: text.state,
            content: .sample(text.names), length: text.length, renewalOf: text.renewalOf,
            origin: text.origin, createdAt: text.createdAt, settings: text.settings,
            contacts: text.contacts, customFields: text.answers)
    }

    /// What was signed; the serial number tells one from the other.
    func issuance(_ serial: UInt8, days: Int = 90) -> Certificate.Issuance {
        Certificate.Issuance(
            issuerID: issuerID, der: [0x30, 1, serial], serial: [7, serial],
            thumbprint: [9, serial], issuedAt: noon, validFrom: noon.addingTimeInterval(-300),
            validTill: noon.addingTimeInterval(Double(days) * Span.daySeconds))
    }

    var term: Order.Term {
        Order.Term(
            issuedAt: noon, validFrom: noon,
            validTill: noon.addingTimeInterval(365 * Span.daySeconds))
    }
}

extension Transaction {
    func place(
        _ world: World, _ change: (inout World.OrderText) -> Void = { _ in }
    ) throws -> Pair {
        let placed = world.order(change).numbered(try drawOrderNumbers(isPaid: false))
        try insert(placed)
        return Pair(order: placed.order.id, certificate: placed.certificate.id)
    }

    /// Approves and issues an order that waits.
    func issue(_ pair: Pair, _ world: World, serial: UInt8, days: Int = 90) throws {
        var order = try order(pair.order)!
        var certificate = try certificate(pair.certificate)!
        certificate.state = .issued(world.issuance(serial, days: days))
        try save(certificate.state, of: pair.certificate)
        try order.move(.approve)
        try order.issue(term: world.term)
        try save(order, primary: certificate, at: noon)
    }

    func insertFurther(
        _ kind: Certificate.Kind, of pair: Pair, _ world: World,
        addition: Certificate.Addition? = nil
    ) throws -> ID<Certificate> {
        try insertPending(
            kind, of: pair.order, world, content: .sample(["example.com"]), addition: addition
        ).id
    }

    /// A certificate that waits to be signed.
    func insertPending(
        _ kind: Certificate.Kind, of order: ID<Order>, _ world: World,
        content: Certificate.Content, addition: Certificate.Addition? = nil
    ) throws -> Certificate {
        let certificate = Certificate(
            id: try drawFurtherNumbers().certificate, orderID: order, accountID: world.accountID,
            userID: world.userID, kind: kind, content: content, addition: addition,
            state: .pending, isArchived: false, createdAt: noon)
        try insert(certificate)
        return certificate
    }
}

extension Database {
    /// A world of its own, with so many certificates that are issued.
    func issuedPairs(_ count: Int) async throws -> (World, [Pair]) {
        try await write { tx in
            let world = try tx.insertWorld()
            let pairs = try (1...count).map { serial in
                let pair = try tx.place(world)
                try tx.issue(pair, world, serial: UInt8(serial))
                return pair
            }
            return (world, pairs)
        }
    }
}

extension NewReceipt {
    static func sample(
        _ order: Order, _ cents: Int, _ deal: PaidReceipt.Deal = .purchase
    ) -> NewReceipt {
        NewReceipt(
            accountID: order.accountID, orderID: order.id, cost: Money(cents: cents),
            payment: .balance, deal: deal, paidAt: noon)
    }
}
