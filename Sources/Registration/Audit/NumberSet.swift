/// Numbers that mostly come in their order, and late ones.
struct NumberSet {
    private var ranges: [ClosedRange<Int64>] = []
    private var late: Set<Int64> = []
    private(set) var count = 0

    var last: Int64 { ranges.last?.upperBound ?? 0 }

    mutating func add(_ numbers: [Int64]) {
        for number in numbers {
            count += 1
            if let range = ranges.last, number <= range.upperBound {
                late.insert(number)
            } else if let range = ranges.last, number == range.upperBound + 1 {
                ranges[ranges.count - 1] = range.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
    }

    /// Whether it came after higher ones.
    func isLate(_ number: Int64) -> Bool { late.contains(number) }

    /// What lies between the ranges, and before them; late numbers are in it.
    func holes(upTo end: Int64) -> [ClosedRange<Int64>] {
        var holes: [ClosedRange<Int64>] = []
        var next = Int64(1)
        for range in ranges {
            if next < range.lowerBound { holes.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= end { holes.append(next...end) }
        // Numbers are counted from 1; what lies below was put there.
        return [Int64.min + 2...0] + holes
    }
}

/// Codes that were seen, to know one that comes again.
struct RecentCodes {
    /// Past these, the first ones are forgotten: bounds the memory of an inspection.
    static let countMax = 4_000_000

    private var codes: Set<UInt64> = []
    private var older: Set<UInt64> = []

    /// Returns whether it is new.
    mutating func add(_ code: [UInt8]) -> Bool {
        let value = code.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard !older.contains(value) else { return false }
        if codes.count >= Self.countMax {
            older = codes
            codes = []
        }
        return codes.insert(value).inserted
    }
}
