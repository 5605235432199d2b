import Foundation
import OrderCore
import TestKit

@testable import Storage

/// Questions by chance.
extension OrderTown {
    func scope(_ chance: inout SeededGenerator) -> Scope {
        let world = worlds[chance.below(5) == 0 ? 1 : 0]
        switch chance.below(4) {
        case 0: return Scope(accountID: world.accountID, containerIDs: [world.divisionID])
        case 1: return Scope(accountID: world.accountID, ownerID: world.otherUserID)
        default: return world.scope
        }
    }

    func query<Property: ListProperty>(
        _ chance: inout SeededGenerator
    ) -> ListQuery<Property> where Property.AllCases == [Property] {
        let days = [0, 80, 90, 366].map { noon.addingTimeInterval(Double($0) * 86_400 + 1) }
        var query = ListQuery<Property>(now: chance.one(of: days))
        let properties = Property.allCases
        query.filters = (0..<chance.below(3)).map { _ in
            let property = chance.one(of: properties)
            return .init(
                property, (0...chance.below(2)).map { _ in match(property, &chance) })
        }
        // Two that are about one row by chance would be rare.
        if let joint = Property.joint, chance.below(8) == 0 {
            query.filters += properties.filter { joint.columns[$0] != nil }.map { property in
                .init(property, (0...chance.below(2)).map { _ in match(property, &chance) })
            }
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
        _ property: some ListProperty, _ chance: inout SeededGenerator
    ) -> ListMatch {
        switch property.form {
        case .integer:
            return compared(Int64(chance.below(8)), Int64(chance.below(60)), &chance)
        case .date:
            let days =
                property.rawValue == OrderProperty.validTill.rawValue
                ? Int64(80 + chance.below(20)) * 86_400_000 : 0
            let low = noon.milliseconds + days + Int64(chance.below(1_000_000))
            return compared(low, low + Int64(chance.below(1_000_000)), &chance)
        case .flag: return .equals(.flag(chance.below(2) == 0))
        case .hex: return .equals(.bytes([7, UInt8(chance.below(20))]))
        case .words(let words):
            let stored = chance.one(of: words.values.sorted { $0.first ?? "" < $1.first ?? "" })
            return .equals(.text(stored.first))
        case .idOrName where chance.below(2) == 0:
            return .equals(.integer(Int64(1 + chance.below(8))))
        case .text, .idOrName, .host, .fragment, .idOrFragment:
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
