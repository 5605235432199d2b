import Foundation
import OrderCore
import TestKit

@testable import Storage

/// An account, one below it and one below that, with orders that differ in everything, by chance.
struct OrderTown: Sendable {
    let worlds: [World]
    private let fields: [ID<CustomField>]
    private var orders: [(world: Int, pair: Pair)] = []
    private var requests: [ID<Request>] = []
    private var serial: UInt8 = 0

    init(tx: any Transaction) throws {
        let root = try tx.insertWorld("Example")
        let child = try tx.insertWorld("Other", below: root.accountID, kind: .managed)
        worlds = [root, child, try tx.insertWorld("Third", below: child.accountID)]
        fields = [
            worlds[0].fieldID,
            try tx.insert(
                NewCustomField(
                    accountID: worlds[0].accountID, label: "PO", description: nil,
                    isRequired: false, format: .text)),
        ]
    }

    static let names = [
        "example.com", "www.example.com", "Example.com", "a.example.org", "*.example.com",
        "wwww.example.com", "x", "münchen.example", "EXAMPLE", "mail_1.example.com", "100%.test",
        "z.example.com.example.com.example.com", "Jane Doe",
    ]
    static let texts = ["4711", "centre 4", "CENTRE 40", "4", "example.com"]
    static let products = [
        "ssl_plus", "ssl_multi_domain", "ssl_wildcard", "private_ssl_plus", "private_ssl_flex",
    ]

    mutating func place(_ tx: any Transaction, _ chance: inout SeededGenerator) throws {
        let number = chance.below(3) == 0 ? 1 + chance.below(2) : 0
        let world = worlds[number]
        let names = Set((0...chance.below(3)).map { _ in chance.one(of: Self.names) })
        let answers = number == 0 ? fields.filter { _ in chance.below(3) == 0 } : []
        let values = answers.map {
            CustomFieldAnswer(fieldID: $0, label: "", value: chance.one(of: Self.texts))
        }
        let (isElsewhere, isRory) = (chance.below(2) == 0, chance.below(3) == 0)
        let (product, length) = (chance.one(of: Self.products), chance.below(4))
        let seconds = Double(chance.below(10_000)) / 10
        let isSilent = chance.below(3) == 0
        let pair = try tx.place(world) {
            $0.names = Array(names)
            $0.product = product
            $0.length = length == 0 ? .days(30) : .years(length)
            $0.container = isElsewhere ? world.divisionID : world.rootID
            $0.user = isRory ? world.otherUserID : world.userID
            $0.createdAt = noon.addingTimeInterval(seconds)
            $0.answers = values
            $0.settings.disableRenewalNotifications = isSilent
        }
        orders.append((number, pair))
        for _ in 0..<chance.below(3) { try ask(tx, pair, &chance) }
    }

    /// Somebody asks for something, or it is approved at once.
    private mutating func ask(
        _ tx: any Transaction, _ pair: Pair, _ chance: inout SeededGenerator
    ) throws {
        guard let order = try tx.order(pair.order) else { return }
        let subjects: [Request.Subject] = [
            .newOrder(pair.certificate), .reissue(pair.certificate), .duplicate(pair.certificate),
            .revokeOrder(.unspecified),
        ]
        let seconds = Double(chance.below(10_000)) / 10
        let request = try tx.insert(
            NewRequest(
                about: order, by: order.userID, subject: chance.one(of: subjects),
                state: chance.one(of: RequestState.allCases), decision: nil, comments: nil,
                createdAt: noon.addingTimeInterval(seconds)))
        if !request.state.isDecided { requests.append(request.id) }
    }

    private mutating func decide(
        _ tx: any Transaction, _ chance: inout SeededGenerator
    ) throws {
        guard !requests.isEmpty,
            var request = try tx.request(requests.remove(at: chance.below(requests.count)))
        else { return }
        let decision = Request.Decision(by: request.requesterID, at: noon, comment: nil)
        let state: RequestState = chance.below(2) == 0 ? .approved : .rejected
        try request.decide(state, decision: decision)
        try tx.save(request)
    }

    /// Something that may happen to an order.
    mutating func change(_ tx: any Transaction, _ chance: inout SeededGenerator) throws {
        let (number, pair) = chance.one(of: orders)
        let world = worlds[number]
        guard var order = try tx.order(pair.order),
            let certificate = try tx.certificate(order.primaryCertificateID)
        else { return }
        switch chance.below(10) {
        case 0, 1: try place(tx, &chance)
        case 8: try ask(tx, pair, &chance)
        case 9: try decide(tx, &chance)
        case 2 where order.state == .needsApproval:
            serial += 1
            try tx.issue(pair, world, serial: serial, days: 80 + chance.below(20))
        case 3 where order.state == .needsApproval:
            try order.move(chance.one(of: [.approve, .reject, .cancel]))
            try tx.save(order, primary: certificate, at: noon)
        case 4 where order.state == .pending:
            try order.move(chance.one(of: [.awaitCSR, .awaitPickup]))
            try tx.save(order, primary: certificate, at: noon)
        case 5 where order.state == .issued:
            let before = order
            try order.move(.revoke)
            try tx.save(order, primary: certificate, since: (before, certificate), at: noon)
        case 6:
            let names = [chance.one(of: Self.names), chance.one(of: Self.names)]
            let reissue = try tx.insertPending(
                .reissue, of: pair.order, world, content: .sample(Array(Set(names))))
            try tx.replaceNames(Array(Set(names)), of: pair.order)
            try tx.save(order, primary: reissue, since: (order, certificate), at: noon)
        default:
            if number == 0 {
                try tx.save(
                    chance.one(of: Self.texts), in: chance.one(of: fields), of: pair.order)
                try tx.touch(order)
            } else {
                try tx.markRenewed(
                    pair.order, by: chance.one(of: orders).pair.order, insteadOf: order.renewedBy)
            }
        }
    }
}
