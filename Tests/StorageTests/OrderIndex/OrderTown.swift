import Foundation
import OrderCore
import TestKit

@testable import Storage

/// Two accounts with orders that differ in everything, and questions about them, by chance.
struct OrderTown: Sendable {
    private let worlds: [World]
    private let fields: [ID<CustomField>]
    private var orders: [(world: Int, pair: Pair)] = []
    private var serial: UInt8 = 0

    init(tx: any Transaction) throws {
        worlds = [try tx.insertWorld("Example"), try tx.insertWorld("Other")]
        fields = [
            worlds[0].fieldID,
            try tx.insert(
                NewCustomField(
                    accountID: worlds[0].accountID, label: "PO", description: nil,
                    isRequired: false, format: .text)),
        ]
    }

    private static let names = [
        "example.com", "www.example.com", "Example.com", "a.example.org", "*.example.com",
        "wwww.example.com", "x", "münchen.example", "EXAMPLE", "mail_1.example.com", "100%.test",
        "z.example.com.example.com.example.com", "Jane Doe",
    ]
    private static let texts = ["4711", "centre 4", "CENTRE 40", "4", "example.com"]
    private static let products = [
        "ssl_plus", "ssl_multi_domain", "ssl_wildcard", "private_ssl_plus", "private_ssl_flex",
    ]

    mutating func place(_ tx: any Transaction, _ chance: inout SeededGenerator) throws {
        let number = chance.below(4) == 0 ? 1 : 0
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
    }

    /// Something that may happen to an order.
    mutating func change(_ tx: any Transaction, _ chance: inout SeededGenerator) throws {
        let (number, pair) = chance.one(of: orders)
        let world = worlds[number]
        guard var order = try tx.order(pair.order),
            let certificate = try tx.certificate(order.primaryCertificateID)
        else { return }
        switch chance.below(8) {
        case 0, 1: try place(tx, &chance)
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
                try tx.markRenewed(pair.order, by: chance.one(of: orders).pair.order)
            }
        }
    }

    func scope(_ chance: inout SeededGenerator) -> Scope {
        let world = worlds[chance.below(5) == 0 ? 1 : 0]
        switch chance.below(4) {
        case 0: return Scope(accountID: world.accountID, containerIDs: [world.divisionID])
        case 1: return Scope(accountID: world.accountID, ownerID: world.otherUserID)
        default: return world.scope
        }
    }

    func query(_ chance: inout SeededGenerator) -> ListQuery<OrderProperty> {
        let days = [0, 80, 90, 366].map { noon.addingTimeInterval(Double($0) * 86_400 + 1) }
        var query = ListQuery<OrderProperty>(now: chance.one(of: days))
        let properties = OrderProperty.allCases
        query.filters = (0..<chance.below(3)).map { _ in
            let property = chance.one(of: properties)
            return .init(
                property, (0...chance.below(2)).map { _ in match(property, &chance) })
        }
        query.sort = (0..<chance.below(4)).map { _ in
            let sorting = properties.filter { $0.order != nil }
            return .init(
                chance.one(of: sorting), chance.below(2) == 0 ? .ascending : .descending)
        }
        query.page = Page(
            limit: 1 + chance.below(12), offset: chance.below(2) == 0 ? 0 : chance.below(40))
        return query
    }

    private func match(
        _ property: OrderProperty, _ chance: inout SeededGenerator
    ) -> ListMatch {
        switch property.form {
        case .integer:
            return compared(Int64(chance.below(8)), Int64(chance.below(60)), &chance)
        case .date:
            let days = property == .validTill ? Int64(80 + chance.below(20)) * 86_400_000 : 0
            let low = noon.milliseconds + days + Int64(chance.below(1_000_000))
            return compared(low, low + Int64(chance.below(1_000_000)), &chance)
        case .flag: return .equals(.flag(chance.below(2) == 0))
        case .hex: return .equals(.bytes([7, UInt8(chance.below(20))]))
        case .words(let words):
            let stored = chance.one(of: words.values.sorted { $0.first ?? "" < $1.first ?? "" })
            return .equals(.text(stored.first))
        case .text, .fragment:
            let text = chance.one(
                of: Self.names + Self.texts + Self.products + [
                    "ada@Example.org", "Private SSL", "Standard SSL", "rory@Other.org",
                ])
            if chance.below(3) == 0 { return .equals(.text(text)) }
            // Any part of it, in other letters, or nothing at all.
            let part = String(
                text.unicodeScalars.dropFirst(chance.below(4)).prefix(chance.below(9)))
            return .contains(chance.below(2) == 0 ? part.uppercased() : part)
        }
    }

    private func compared(
        _ low: Int64, _ high: Int64, _ chance: inout SeededGenerator
    ) -> ListMatch {
        switch chance.below(4) {
        case 0: .equals(.integer(low))
        case 1: .above(.integer(low))
        case 2: .below(.integer(high))
        default: .between(.integer(low), .integer(high))
        }
    }
}

extension SeededGenerator {
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func one<Element>(of choices: [Element]) -> Element { choices[below(choices.count)] }
}
