/// Reads data that was compressed as DEFLATE (RFC 1951), into a bound: what unpacks to more than
/// that is refused before it is unpacked.
struct Inflater {
    private let input: [UInt8]
    private var place: Int
    private var bits: UInt32 = 0
    private var bitsCount = 0
    private var output: [UInt8] = []
    private let octetsMax: Int

    struct Malformed: Error {}

    /// - Parameter start: where in the input the compressed data begins.
    init(_ input: [UInt8], from start: Int, octetsMax: Int) {
        self.input = input
        place = start
        self.octetsMax = octetsMax
    }

    /// The unpacked data, and where in the input the compressed data ended.
    static func inflate(
        _ input: [UInt8], from start: Int, octetsMax: Int
    ) throws(GzipProblem) -> (octets: [UInt8], end: Int) {
        var inflater = Inflater(input, from: start, octetsMax: octetsMax)
        do {
            try inflater.run()
        } catch let problem as GzipProblem {
            throw problem
        } catch {
            throw .malformed
        }
        return (inflater.output, inflater.place)
    }

    private mutating func run() throws {
        var isLast = false
        while !isLast {
            isLast = try take(1) == 1
            switch try take(2) {
            case 0: try copyStored()
            case 1: try copy(literals: .fixedLiterals, distances: .fixedDistances)
            case 2:
                let (literals, distances) = try readCodes()
                try copy(literals: literals, distances: distances)
            default: throw Malformed()
            }
        }
    }

    private mutating func take(_ count: Int) throws -> Int {
        while bitsCount < count {
            guard place < input.count else { throw Malformed() }
            bits |= UInt32(input[place]) << UInt32(bitsCount)
            place += 1
            bitsCount += 8
        }
        defer {
            bits >>= UInt32(count)
            bitsCount -= count
        }
        return Int(bits & ((1 << UInt32(count)) - 1))
    }

    private mutating func append(_ octet: UInt8) throws {
        guard output.count < octetsMax else { throw GzipProblem.tooLarge(octetsMax: octetsMax) }
        output.append(octet)
    }

    private mutating func copyStored() throws {
        bits = 0
        bitsCount = 0
        guard place + 4 <= input.count else { throw Malformed() }
        let count = Int(input[place]) | Int(input[place + 1]) << 8
        let check = Int(input[place + 2]) | Int(input[place + 3]) << 8
        place += 4
        guard count == ~check & 0xFFFF, place + count <= input.count else { throw Malformed() }
        for octet in input[place..<(place + count)] { try append(octet) }
        place += count
    }

    private mutating func symbol(_ code: PrefixCode) throws -> Int {
        var word = 0
        var first = 0
        var index = 0
        for count in code.counts.dropFirst() {
            word |= try take(1)
            if word - first < count { return code.symbols[index + word - first] }
            index += count
            first = (first + count) << 1
            word <<= 1
        }
        throw Malformed()
    }

    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
        131, 163, 195, 227, 258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
        2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ]

    private mutating func copy(literals: PrefixCode, distances: PrefixCode) throws {
        while true {
            let symbol = try symbol(literals)
            if symbol < 256 {
                try append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            guard symbol - 257 < Self.lengthBases.count else { throw Malformed() }
            let length =
                Self.lengthBases[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
            let code = try self.symbol(distances)
            guard code < Self.distanceBases.count else { throw Malformed() }
            let distance = Self.distanceBases[code] + (try take(code < 4 ? 0 : code / 2 - 1))
            guard distance <= output.count else { throw Malformed() }
            for _ in 0..<length { try append(output[output.count - distance]) }
        }
    }

    private static let lengthOrder = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ]

    /// The codes of a block that brings its own (RFC 1951 section 3.2.7).
    private mutating func readCodes() throws -> (literals: PrefixCode, distances: PrefixCode) {
        let literalsCount = try take(5) + 257
        let distancesCount = try take(5) + 1
        let lengthsCount = try take(4) + 4
        var lengths = Array(repeating: 0, count: 19)
        for place in 0..<lengthsCount { lengths[Self.lengthOrder[place]] = try take(3) }
        let lengthCode = try PrefixCode(lengths: lengths)
        var all: [Int] = []
        while all.count < literalsCount + distancesCount {
            switch try symbol(lengthCode) {
            case 16:
                guard let last = all.last else { throw Malformed() }
                all += Array(repeating: last, count: try take(2) + 3)
            case 17: all += Array(repeating: 0, count: try take(3) + 3)
            case 18: all += Array(repeating: 0, count: try take(7) + 11)
            case let length: all.append(length)
            }
        }
        guard all.count == literalsCount + distancesCount else { throw Malformed() }
        return (
            try PrefixCode(lengths: Array(all[..<literalsCount])),
            try PrefixCode(lengths: Array(all[literalsCount...]))
        )
    }
}

/// A canonical Huffman code (RFC 1951 section 3.2.2).
private struct PrefixCode {
    static let bitsMax = 15

    /// How many words there are of each length.
    let counts: [Int]
    /// By word, the shortest first.
    let symbols: [Int]

    static let fixedLiterals = PrefixCode(
        sound: Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
            + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8))
    static let fixedDistances = PrefixCode(sound: Array(repeating: 5, count: 30))

    /// Refuses lengths that give more words than there are.
    init(lengths: [Int]) throws {
        self.init(sound: lengths)
        var left = 1
        for count in counts.dropFirst() {
            left = left << 1 - count
            guard left >= 0 else { throw Inflater.Malformed() }
        }
    }

    private init(sound lengths: [Int]) {
        var counts = Array(repeating: 0, count: Self.bitsMax + 1)
        for length in lengths where length > 0 { counts[length] += 1 }
        self.counts = counts
        symbols = (1...Self.bitsMax).flatMap { length in
            lengths.indices.filter { lengths[$0] == length }
        }
    }
}
