/// Numbers that many rows share, in two octets a row: each row names a place in a short list.
struct SharedColumn: Sendable {
    private(set) var rows: [UInt16] = []
    private(set) var numbers: [UInt32] = []

    init() {}

    init(_ all: some RandomAccessCollection<UInt32>) {
        precondition(all.count <= Self.numbersMax)
        var places: [UInt32: UInt16] = [:]
        rows.reserveCapacity(all.count)
        for number in all {
            if let place = places[number] {
                rows.append(place)
            } else {
                places[number] = UInt16(numbers.count)
                rows.append(UInt16(numbers.count))
                numbers.append(number)
            }
        }
    }

    /// More places than this a row cannot name.
    private static let numbersMax = 1 << 16

    /// How much memory it takes.
    var octets: Int {
        rows.capacity * MemoryLayout<UInt16>.size + numbers.capacity * MemoryLayout<UInt32>.size
    }

    subscript(row: Int) -> Int { Int(numbers[Int(rows[row])]) }

    mutating func insert(_ number: UInt32, at row: Int) {
        let place = place(of: number)
        rows.insert(place, at: row)
    }

    mutating func replace(_ number: UInt32, at row: Int) {
        rows[row] = place(of: number)
    }

    func rows(_ range: Range<Int>) -> SharedColumn {
        SharedColumn(range.map { numbers[Int(rows[$0])] })
    }

    /// What a table says of each number that occurs, by its place.
    func table<Value>(_ table: [Value]) -> [Value] { numbers.map { table[Int($0)] } }

    private mutating func place(of number: UInt32) -> UInt16 {
        if let place = numbers.firstIndex(of: number) { return UInt16(place) }
        // Numbers that no row has any more are let go where there is no room for another one.
        if numbers.count == Self.numbersMax { self = rows(0..<rows.count) }
        numbers.append(number)
        return UInt16(numbers.count - 1)
    }
}

extension SharedColumn: Filed {
    init(from reader: inout OctetReader) throws {
        rows = try reader.array()
        numbers = try reader.array()
    }

    func write(to writer: inout OctetWriter) {
        writer.put(rows)
        writer.put(numbers)
    }
}
