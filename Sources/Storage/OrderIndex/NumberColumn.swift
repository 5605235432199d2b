/// Whole numbers in few octets: how far they are above the lowest of them, in planes of which only
/// those are kept that some number needs. Times of seven weeks take four octets each, of 34 years
/// five; ids that follow on each other none.
///
/// ``OrderCard/absent`` may be among them; it comes before all others.
struct NumberColumn: Sendable {
    /// The number that has code 1; code 0 is that of an absent one.
    private var lowest: Int64 = 0
    /// How many there are, where each is the one before it and one more: then no planes are kept.
    private var run: Int?
    private var low: [UInt32] = []
    private var middle: [UInt8] = []
    private var high: [UInt32] = []

    init() {}

    init(_ numbers: some RandomAccessCollection<Int64>) {
        lowest = Self.lowest(numbers)
        let isRun = numbers.enumerated().allSatisfy { [lowest] in
            $1 != OrderCard.absent && $1 == lowest &+ Int64($0)
        }
        if isRun {
            run = numbers.count
        } else {
            fillPlanes(numbers)
        }
    }

    private static func lowest(_ numbers: some Sequence<Int64>) -> Int64 {
        numbers.lazy.filter { $0 != OrderCard.absent }.min() ?? 0
    }

    var count: Int { run ?? low.count }

    /// How much memory it takes.
    var octets: Int {
        (low.capacity + high.capacity) * MemoryLayout<UInt32>.size + middle.capacity
    }

    subscript(row: Int) -> Int64 {
        if run != nil { return lowest + Int64(row) }
        var code = UInt64(low[row])
        if !middle.isEmpty { code |= UInt64(middle[row]) << 32 }
        if !high.isEmpty { code |= UInt64(high[row]) << 40 }
        return Self.number(of: code, lowest)
    }

    var first: Int64? { count == 0 ? nil : self[0] }
    var last: Int64? { count == 0 ? nil : self[count - 1] }

    mutating func insert(_ number: Int64, at row: Int) {
        if count == 0 {
            self = NumberColumn([number])
            return
        }
        if let run, row == run, number != OrderCard.absent, number == lowest &+ Int64(run) {
            self.run = run + 1
            return
        }
        let code = room(for: number)
        low.insert(UInt32(truncatingIfNeeded: code), at: row)
        if !middle.isEmpty { middle.insert(UInt8(truncatingIfNeeded: code >> 32), at: row) }
        if !high.isEmpty { high.insert(UInt32(truncatingIfNeeded: code >> 40), at: row) }
    }

    mutating func replace(_ number: Int64, at row: Int) {
        if self[row] == number { return }
        let code = room(for: number)
        low[row] = UInt32(truncatingIfNeeded: code)
        if !middle.isEmpty { middle[row] = UInt8(truncatingIfNeeded: code >> 32) }
        if !high.isEmpty { high[row] = UInt32(truncatingIfNeeded: code >> 40) }
    }

    mutating func remove(at row: Int) {
        var rest = (0..<count).map { self[$0] }
        rest.remove(at: row)
        self = NumberColumn(rest)
    }

    func rows(_ range: Range<Int>) -> NumberColumn {
        NumberColumn(range.map { self[$0] })
    }

    /// The code of a number, after it was made sure that all planes are there that it needs.
    private mutating func room(for number: Int64) -> UInt64 {
        let code = Self.code(of: number, lowest)
        let isBelow = number != OrderCard.absent && number < lowest
        let isWide = code >> 32 != 0 && middle.isEmpty || code >> 40 != 0 && high.isEmpty
        guard run != nil || isBelow || isWide else { return code }
        let all = (0..<count).map { self[$0] }
        self = NumberColumn()
        lowest = Self.lowest(all + [number])
        fillPlanes(all, besides: Self.code(of: number, lowest))
        return Self.code(of: number, lowest)
    }

    /// - Parameter other: the code of another number for which there has to be room.
    private mutating func fillPlanes(
        _ numbers: some RandomAccessCollection<Int64>, besides other: UInt64 = 0
    ) {
        let codes = numbers.map { Self.code(of: $0, lowest) }
        let largest = max(other, codes.max() ?? 0)
        low = codes.map { UInt32(truncatingIfNeeded: $0) }
        middle = largest >> 32 == 0 ? [] : codes.map { UInt8(truncatingIfNeeded: $0 >> 32) }
        high = largest >> 40 == 0 ? [] : codes.map { UInt32(truncatingIfNeeded: $0 >> 40) }
    }
}

extension NumberColumn {
    fileprivate static func code(of number: Int64, _ lowest: Int64) -> UInt64 {
        number == OrderCard.absent ? 0 : UInt64(bitPattern: number &- lowest) &+ 1
    }

    @inline(__always)
    fileprivate static func number(of code: UInt64, _ lowest: Int64) -> Int64 {
        code == 0 ? OrderCard.absent : lowest &+ Int64(bitPattern: code &- 1)
    }

    /// For going over many of them.
    @inline(__always)
    func withPlanes(_ body: (Planes) -> Void) {
        low.withUnsafeBufferPointer { low in
            middle.withUnsafeBufferPointer { middle in
                high.withUnsafeBufferPointer { high in
                    body(Planes(lowest: lowest, low: low, middle: middle, high: high))
                }
            }
        }
    }

    struct Planes {
        let lowest: Int64
        let low: UnsafeBufferPointer<UInt32>
        let middle: UnsafeBufferPointer<UInt8>
        let high: UnsafeBufferPointer<UInt32>

        @inline(__always)
        func code(_ row: Int) -> UInt64 {
            if low.isEmpty { return UInt64(row) + 1 }
            var code = UInt64(low[row])
            if !middle.isEmpty { code |= UInt64(middle[row]) << 32 }
            if !high.isEmpty { code |= UInt64(high[row]) << 40 }
            return code
        }

        @inline(__always)
        func number(_ row: Int) -> Int64 { NumberColumn.number(of: code(row), lowest) }

        /// The codes of the numbers in a range; none where all that could be there are lower or
        /// higher.
        func codes(of range: ClosedRange<Int64>) -> ClosedRange<UInt64>? {
            guard range.upperBound >= lowest || range.lowerBound == OrderCard.absent else {
                return nil
            }
            let from =
                range.lowerBound == OrderCard.absent
                ? 0 : NumberColumn.code(of: max(range.lowerBound, lowest), lowest)
            let to =
                range.upperBound < lowest
                ? 0 : NumberColumn.code(of: range.upperBound, lowest)
            return from...to
        }
    }
}

extension NumberColumn: Filed {
    private static let noRun = -1

    init(from reader: inout OctetReader) throws {
        lowest = try reader.number()
        let run: Int = try reader.number()
        self.run = run == Self.noRun ? nil : run
        low = try reader.array()
        middle = try reader.array()
        high = try reader.array()
    }

    func write(to writer: inout OctetWriter) {
        writer.put(lowest)
        writer.put(run ?? Self.noRun)
        writer.put(low)
        writer.put(middle)
        writer.put(high)
    }
}
