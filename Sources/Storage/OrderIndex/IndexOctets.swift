/// What a part of the index is written with: numbers and arrays one after the other, as this
/// machine has them in memory.
struct OctetWriter {
    private(set) var octets: [UInt8] = []

    mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
        withUnsafeBytes(of: number) { octets.append(contentsOf: $0) }
    }

    mutating func put<Element: BitwiseCopyable>(_ array: [Element]) {
        put(array.count)
        array.withUnsafeBytes { octets.append(contentsOf: $0) }
    }
}

/// Reads what an ``OctetWriter`` wrote, in the same order.
struct OctetReader {
    private let octets: [UInt8]
    private var place = 0

    init(_ octets: [UInt8]) {
        self.octets = octets
    }

    mutating func number<Number: FixedWidthInteger & BitwiseCopyable>() throws -> Number {
        let size = MemoryLayout<Number>.size
        try require(size)
        defer { place += size }
        return octets.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Number.self) }
    }

    mutating func array<Element: BitwiseCopyable>() throws -> [Element] {
        let count: Int = try number()
        let (size, isTooLarge) = count.multipliedReportingOverflow(
            by: MemoryLayout<Element>.stride)
        guard count >= 0, !isTooLarge else { throw IndexFileProblem.damaged }
        try require(size)
        defer { place += size }
        return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            octets.withUnsafeBytes { source in
                UnsafeMutableRawBufferPointer(buffer)
                    .copyMemory(from: .init(rebasing: source[place..<place + size]))
            }
            initialized = count
        }
    }

    private func require(_ size: Int) throws {
        guard octets.count - place >= size else { throw IndexFileProblem.damaged }
    }
}

/// A part of the index that is kept in a file as well.
protocol Filed {
    init(from reader: inout OctetReader) throws
    func write(to writer: inout OctetWriter)
}

extension Filed {
    init(octets: [UInt8]) throws {
        var reader = OctetReader(octets)
        try self.init(from: &reader)
    }

    var written: [UInt8] {
        var writer = OctetWriter()
        write(to: &writer)
        return writer.octets
    }
}

/// Why a file is no use. The cards are read from the database then.
enum IndexFileProblem: Error {
    case damaged
}
