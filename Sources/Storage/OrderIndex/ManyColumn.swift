/// Numbers of which most rows have one, and some have more.
struct ManyColumn: Sendable {
    /// One of each row.
    private var firsts = NumberColumn()
    /// The rows that have more, once for each further number, in their order.
    private var rows: [UInt16] = []
    private var further = NumberColumn()

    init() {}

    init(_ all: some RandomAccessCollection<[Int64]>) {
        firsts = NumberColumn(all.map { $0.first ?? OrderCard.absent })
        var numbers: [Int64] = []
        for (row, own) in all.enumerated() {
            for number in own.dropFirst() {
                rows.append(UInt16(row))
                numbers.append(number)
            }
        }
        further = NumberColumn(numbers)
    }

    /// How much memory it takes.
    var octets: Int {
        firsts.octets + further.octets + rows.capacity * MemoryLayout<UInt16>.size
    }

    mutating func insert(_ numbers: [Int64], at row: Int) {
        for place in rows.indices where Int(rows[place]) >= row { rows[place] += 1 }
        firsts.insert(numbers.first ?? OrderCard.absent, at: row)
        addFurther(numbers.dropFirst(), to: row)
    }

    mutating func replace(_ numbers: [Int64], at row: Int) {
        firsts.replace(numbers.first ?? OrderCard.absent, at: row)
        if let old = places(of: row) {
            for place in old.reversed() { further.remove(at: place) }
            rows.removeSubrange(old)
        }
        addFurther(numbers.dropFirst(), to: row)
    }

    func rows(_ range: Range<Int>) -> ManyColumn {
        ManyColumn(
            range.map { row in
                [firsts[row]] + (places(of: row) ?? 0..<0).map { further[$0] }
            })
    }

    /// Adds to a mask the rows of which one number is in a range.
    func mark(
        _ mask: inout CardMask, drawer: Int, _ range: ClosedRange<Int64>, of candidates: CardMask
    ) {
        mask.add(drawer: drawer, firsts, range, of: candidates)
        for (place, row) in rows.enumerated() where range.contains(further[place]) {
            let card = drawer * CardMask.rowsPerDrawer + Int(row)
            if candidates.contains(card) { mask.insert(card) }
        }
    }

    private mutating func addFurther(_ numbers: ArraySlice<Int64>, to row: Int) {
        guard !numbers.isEmpty else { return }
        let place = rows.firstIndex { Int($0) > row } ?? rows.count
        for (offset, number) in numbers.enumerated() {
            rows.insert(UInt16(row), at: place + offset)
            further.insert(number, at: place + offset)
        }
    }

    private func places(of row: Int) -> Range<Int>? {
        guard let first = rows.firstIndex(of: UInt16(row)) else { return nil }
        return first..<(rows[first...].firstIndex { Int($0) > row } ?? rows.count)
    }
}

extension ManyColumn: Filed {
    init(from reader: inout OctetReader) throws {
        firsts = try NumberColumn(from: &reader)
        rows = try reader.array()
        further = try NumberColumn(from: &reader)
    }

    func write(to writer: inout OctetWriter) {
        firsts.write(to: &writer)
        writer.put(rows)
        further.write(to: &writer)
    }
}
