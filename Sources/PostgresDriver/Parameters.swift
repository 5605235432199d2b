import CLibPQ
import Storage

/// The values of one execution, laid out as libpq takes them: one block of octets, and for each
/// value its place, length and form.
struct Parameters {
    private var octets: [UInt8] = []
    private var places: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    private enum Format {
        static let text: Int32 = 0
        static let binary: Int32 = 1
    }

    init(_ values: [SQLValue], for statement: PreparedStatement) throws {
        guard values.count == statement.parameterTypes.count else {
            throw PostgresProblem(
                state: "08P01",
                message: "\(values.count) values for \(statement.parameterTypes.count) parameters")
        }
        places.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        formats.reserveCapacity(values.count)
        for (value, type) in zip(values, statement.parameterTypes) { try append(value, as: type) }
    }

    /// The values of several rows, those of each column in an array.
    init(rows: [[SQLValue]], for statement: PreparedStatement) throws {
        guard rows.allSatisfy({ $0.count == statement.parameterTypes.count }) else {
            throw PostgresProblem(
                state: "08P01", message: "rows of another width than that of the statement")
        }
        for (column, type) in statement.parameterTypes.enumerated() {
            places.append(octets.count)
            formats.append(Format.binary)
            let start = octets.count
            let hasNull = rows.contains { $0[column] == .null }
            // Dimensions, whether there are absent values, their type, count, and lower bound.
            for word in [1, hasNull ? 1 : 0, Int32(bitPattern: type), Int32(rows.count), 1] {
                appendOctets(of: word)
            }
            for row in rows { try appendElement(row[column], of: type) }
            lengths.append(Int32(octets.count - start))
        }
    }

    /// An element of an array: its length, and its octets.
    private mutating func appendElement(_ value: SQLValue, of type: Oid) throws {
        switch (value, type) {
        case (.null, _):
            appendOctets(of: Int32(-1))
        case (.integer(let integer), PreparedStatement.Kind.int8):
            appendElement(integer)
        case (.integer(let integer), PreparedStatement.Kind.int4):
            appendElement(try Self.narrow(integer, to: Int32.self))
        case (.integer(let integer), PreparedStatement.Kind.int2):
            appendElement(try Self.narrow(integer, to: Int16.self))
        case (.text(let text), _) where PreparedStatement.Kind.texts.contains(type):
            try text.refuseNUL()
            appendElement(octets: text.utf8)
        case (.bytes(let bytes), PreparedStatement.Kind.bytea):
            appendElement(octets: bytes)
        default:
            // It is sent by itself in words that the server reads.
            throw NotTogether()
        }
    }

    private mutating func appendElement<Integer: FixedWidthInteger>(_ integer: Integer) {
        appendOctets(of: Int32(Integer.bitWidth / 8))
        appendOctets(of: integer)
    }

    private mutating func appendElement(octets bytes: some Collection<UInt8>) {
        appendOctets(of: Int32(bytes.count))
        octets.append(contentsOf: bytes)
    }

    private mutating func appendOctets<Integer: FixedWidthInteger>(of integer: Integer) {
        withUnsafeBytes(of: integer.bigEndian) { octets.append(contentsOf: $0) }
    }

    private mutating func append(_ value: SQLValue, as type: Oid) throws {
        switch value {
        case .null:
            places.append(nil)
            lengths.append(0)
            formats.append(Format.binary)
        case .integer(let integer):
            switch type {
            case PreparedStatement.Kind.int8: append(integer)
            case PreparedStatement.Kind.int4: append(try Self.narrow(integer, to: Int32.self))
            case PreparedStatement.Kind.int2: append(try Self.narrow(integer, to: Int16.self))
            default: append(word: String(integer))
            }
        case .text(let text):
            try text.refuseNUL()
            if PreparedStatement.Kind.texts.contains(type) {
                append(Array(text.utf8))
            } else {
                append(word: text)
            }
        case .bytes(let bytes):
            append(bytes)
        }
    }

    private static func narrow<Narrow: FixedWidthInteger>(
        _ integer: Int64, to type: Narrow.Type
    ) throws -> Narrow {
        guard let narrow = Narrow(exactly: integer) else {
            throw PostgresProblem(state: "22003", message: "\(integer) is out of range")
        }
        return narrow
    }

    private mutating func append<Integer: FixedWidthInteger>(_ integer: Integer) {
        withUnsafeBytes(of: integer.bigEndian) { append($0) }
    }

    private mutating func append(_ bytes: some Collection<UInt8>) {
        places.append(octets.count)
        lengths.append(Int32(bytes.count))
        formats.append(Format.binary)
        octets.append(contentsOf: bytes)
    }

    /// In text form, ended by a zero: what the server reads into whatever type it wants.
    private mutating func append(word: String) {
        places.append(octets.count)
        lengths.append(0)
        formats.append(Format.text)
        octets.append(contentsOf: word.utf8)
        octets.append(0)
    }

    /// Lends the arrays to libpq for the time of one call.
    func lend<Result>(
        _ body: (
            Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?,
            UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        // An empty value still needs an address: without one it would be NULL.
        (octets + [0]).withUnsafeBytes { block in
            let start = block.baseAddress!.assumingMemoryBound(to: CChar.self)
            let addresses = places.map { place in place.map { start + $0 } }
            return addresses.withUnsafeBufferPointer { addresses in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(
                            Int32(places.count), addresses.baseAddress, lengths.baseAddress,
                            formats.baseAddress)
                    }
                }
            }
        }
    }
}
