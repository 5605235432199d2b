/// The cards of a mask in the order of their common names: each drawer's in its own order, never
/// put together. A rank is found by cutting all drawers at the name of one card, again and again.
struct SortedNames {
    /// Cards with one and the same name: the rows in each drawer's list.
    struct Group {
        let before: Int
        let count: Int
        fileprivate let ranges: [Range<Int>]
    }

    let count: Int
    private let cards: OrderCards
    private let lists: [[UInt16]]

    init(_ cards: OrderCards, _ mask: CardMask) {
        self.cards = cards
        lists = cards.drawers.enumerated().map { number, drawer in
            let words = mask.words[
                number * CardMask.wordsPerDrawer..<(number + 1) * CardMask.wordsPerDrawer]
            return words.withUnsafeBufferPointer { words in
                drawer.byName.filter { words[Int($0 >> 6)] >> UInt64($0 & 63) & 1 == 1 }
            }
        }
        count = lists.reduce(0) { $0 + $1.count }
    }

    /// All with the name of the card at a rank.
    func group(_ rank: Int) -> Group {
        var windows = lists.map { 0..<$0.count }
        while true {
            guard let widest = windows.indices.max(by: { windows[$0].count < windows[$1].count })
            else { preconditionFailure("no card has rank \(rank)") }
            let pivot = lists[widest][(windows[widest].lowerBound + windows[widest].upperBound) / 2]
            let ranges = lists.indices.map { range(in: $0, widest, Int(pivot)) }
            let before = ranges.reduce(0) { $0 + $1.lowerBound }
            let end = ranges.reduce(0) { $0 + $1.upperBound }
            if rank < before {
                windows = zip(windows, ranges).map {
                    $0.lowerBound..<max($0.lowerBound, min($0.upperBound, $1.lowerBound))
                }
            } else if rank >= end {
                windows = zip(windows, ranges).map {
                    min($0.upperBound, max($0.lowerBound, $1.upperBound))..<$0.upperBound
                }
            } else {
                return Group(before: before, count: end - before, ranges: ranges)
            }
        }
    }

    func mask(_ group: Group) -> CardMask {
        var mask = CardMask(drawers: lists.count)
        for (number, range) in group.ranges.enumerated() {
            for row in lists[number][range] {
                mask.insert(number * CardMask.rowsPerDrawer + Int(row))
            }
        }
        return mask
    }

    /// The cards of a range of ranks that begins and ends between names.
    func mask(_ ranks: Range<Int>) -> CardMask {
        var mask = CardMask(drawers: lists.count)
        if ranks.isEmpty { return mask }
        let first = group(ranks.lowerBound)
        let last = group(ranks.upperBound - 1)
        for number in lists.indices {
            let range = first.ranges[number].lowerBound..<last.ranges[number].upperBound
            for row in lists[number][range] {
                mask.insert(number * CardMask.rowsPerDrawer + Int(row))
            }
        }
        return mask
    }

    /// The rows of a drawer's list whose name is that of a row in another drawer.
    private func range(in number: Int, _ other: Int, _ row: Int) -> Range<Int> {
        let list = lists[number]
        let drawer = cards.drawers[number]
        let pivot = cards.drawers[other]
        return drawer.withTexts { texts in
            pivot.withTexts { pivotTexts in
                func first(_ isBeyond: (Int) -> Bool) -> Int {
                    var (low, high) = (0, list.count)
                    while low < high {
                        let middle = (low + high) / 2
                        let order = texts.name(Int(list[middle])).order(pivotTexts.name(row))
                        if isBeyond(order) { high = middle } else { low = middle + 1 }
                    }
                    return low
                }
                let low = first { $0 >= 0 }
                return low..<max(low, first { $0 > 0 })
            }
        }
    }
}

extension OrderCards {
    /// Below 0 where the card at the first place has the name that comes first.
    func orderOfNames(_ one: Int, _ other: Int) -> Int {
        drawers[one / CardMask.rowsPerDrawer].withTexts { texts in
            drawers[other / CardMask.rowsPerDrawer].withTexts { otherTexts in
                texts.name(one % CardMask.rowsPerDrawer)
                    .order(otherTexts.name(other % CardMask.rowsPerDrawer))
            }
        }
    }

    /// The same with a name that stands alone, ended as in a card.
    func orderOfName(_ place: Int, _ name: [UInt8]) -> Int {
        drawers[place / CardMask.rowsPerDrawer].withTexts { texts in
            name.withUnsafeBufferPointer { name in
                texts.name(place % CardMask.rowsPerDrawer)
                    .order(ShortText(name, at: 0, texts.book))
            }
        }
    }
}
