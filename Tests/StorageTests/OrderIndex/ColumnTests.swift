import TestKit
import Testing

@testable import Storage

/// The columns of the index of the orders against plain arrays.
@Suite struct ColumnTests {
    /// Numbers near each other, years apart, and as far apart as they can be.
    private static let choices: [[Int64]] = [
        Array(5...9), [OrderCard.absent, 1_700_000_000_000, 1_700_000_000_001, 1_760_000_000_000],
        [OrderCard.absent, OrderCard.absent + 1, -1, 0, 1, 1 << 40, .max],
    ]

    @Test("numbers are read as they were written", arguments: choices)
    func numbers(choices: [Int64]) {
        var chance = SeededGenerator(seed: 7)
        var plain = (0..<20).map { _ in chance.one(of: choices) }
        var column = NumberColumn(plain)
        for _ in 0..<200 {
            let number = chance.one(of: choices)
            let row = chance.below(plain.count)
            switch chance.below(4) {
            case 0:
                plain.insert(number, at: row)
                column.insert(number, at: row)
            case 1:
                plain[row] = number
                column.replace(number, at: row)
            case 2 where plain.count > 4:
                plain.remove(at: row)
                column.remove(at: row)
            default:
                plain = Array(plain[(row / 2)...])
                column = column.rows((row / 2)..<column.count)
            }
            #expect((0..<column.count).map { column[$0] } == plain)
            expectRanges(column, plain, choices)
        }
    }

    private func expectRanges(_ column: NumberColumn, _ plain: [Int64], _ choices: [Int64]) {
        for low in choices {
            for high in choices where low <= high {
                var mask = CardMask(drawers: 1)
                mask.add(drawer: 0, column, low...high, of: CardMask(allOf: 1))
                let rows = plain.indices.filter { (low...high).contains(plain[$0]) }
                #expect(mask.places(0..<rows.count, isDescending: false) == rows)
                #expect(mask.count == rows.count)
            }
        }
    }

    @Test("shared numbers and rows with several numbers are kept as well")
    func others() {
        var chance = SeededGenerator(seed: 8)
        var plain: [UInt32] = [3]
        var shared = SharedColumn(plain)
        var lists: [[Int64]] = [[1, 2]]
        var many = ManyColumn(lists)
        for _ in 0..<300 {
            let row = chance.below(plain.count)
            let list = (0..<chance.below(4)).map { _ in Int64(chance.below(50)) }
            let number = UInt32(chance.below(9))
            switch chance.below(3) {
            case 0:
                plain[row] = number
                shared.replace(number, at: row)
                lists[row] = list
                many.replace(list, at: row)
            case 1 where row > 30:
                plain = Array(plain[5..<row])
                shared = shared.rows(5..<row)
                lists = Array(lists[5..<row])
                many = many.rows(5..<row)
            default:
                plain.insert(number, at: row)
                shared.insert(number, at: row)
                lists.insert(list, at: row)
                many.insert(list, at: row)
            }
            #expect(plain.indices.map { shared[$0] } == plain.map { Int($0) })
            let low = Int64(chance.below(50))
            let range = low...(low + Int64(chance.below(5)))
            var mask = CardMask(drawers: 1)
            many.mark(&mask, drawer: 0, range, of: CardMask(allOf: 1))
            let rows = lists.indices.filter { lists[$0].contains { range.contains($0) } }
            #expect(mask.places(0..<rows.count, isDescending: false) == rows)
            #expect(mask.count == rows.count)
        }
    }
}
