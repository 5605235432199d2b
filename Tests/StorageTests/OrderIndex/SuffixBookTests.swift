import TestKit
import Testing

@testable import Storage

/// What is written in short is read and found as if it were not.
@Suite struct SuffixBookTests {
    private static let hosts = ["www", "mail", "a", "", "w.w", "WWW", "shop-7"]
    private static let ends = [
        ".example.com", ".example.org", ".e", "", ".Example.com", ".münchen.example", ".com.com",
    ]

    private func drawer(_ seed: UInt64) -> (drawer: Drawer, names: [[String]]) {
        var chance = SeededGenerator(seed: seed)
        let names = (0..<60).map { _ in
            (0...chance.below(3)).map { _ in
                chance.one(of: Self.hosts) + chance.one(of: Self.ends)
            }
        }
        let cards = names.enumerated().map { id, names in
            let rest = names.dropFirst().filter { $0 != names[0] }
            return Drawer.Filed(card: .named([names[0]] + rest, id: Int64(id)), kind: 0, holder: 0)
        }
        return (Drawer(cards), names)
    }

    @Test("names are read as they were written, and stand in their order")
    func names() {
        let (drawer, names) = drawer(1)
        #expect(drawer.book.count > 3)
        #expect(names.indices.map { drawer.commonName($0) } == names.map { $0[0] })
        let sorted = drawer.byName.map { Array(drawer.commonName(Int($0)).utf8) }
        for (one, other) in zip(sorted, sorted.dropFirst()) {
            #expect(!other.lexicographicallyPrecedes(one))
        }
        var changed = drawer
        let card = OrderCard.named(["www.example.com", "new.example.com"], id: 5)
        changed.replace(Drawer.Filed(card: card, kind: 0, holder: 0), at: 5)
        #expect(changed.commonName(5) == "www.example.com")
        #expect(changed.commonName(6) == names[6][0])
    }

    @Test("any part of a name is found, wherever it is cut")
    func parts() {
        let (drawer, names) = drawer(2)
        let every = [CardText.commonNameFound, CardText.name]
        for name in Set(names.joined()) {
            let octets = Array(name.utf8)
            for start in octets.indices {
                for end in start...octets.count {
                    guard let part = String(validating: octets[start..<end], as: UTF8.self) else {
                        continue
                    }
                    let wanted = names.indices.filter { row in
                        names[row].contains { TextSearch.holds($0, part) }
                    }
                    var found: Set<Int> = []
                    TextSearch(part, .contains, in: every).each(in: drawer) { found.insert($0) }
                    #expect(found == Set(wanted), "\(part)")
                }
            }
            var found: Set<Int> = []
            TextSearch(name, .equals, in: every).each(in: drawer) { found.insert($0) }
            #expect(found == Set(names.indices.filter { names[$0].contains(name) }), "\(name)")
        }
    }
}

extension OrderCard {
    fileprivate static func named(_ names: [String], id: Int64) -> OrderCard {
        OrderCard(
            id: id,
            kind: Kind(
                product: "", productName: "", state: "", awaits: nil, years: 1, isRenewed: false,
                isWithoutNotices: false, fields: []),
            holder: Holder(account: 1, container: 1, organization: 1, user: 1), createdAt: 0,
            certificateEnd: 0, termEnd: 0, certificates: [],
            text: CardText.octets(
                commonName: names[0], names: names.map { Array($0.utf8)[...] }, values: []))
    }
}
