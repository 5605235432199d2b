import CLibPQ
import Storage

/// A statement as the server has prepared it: its name, and the types that the server chose for
/// its parameters.
struct PreparedStatement {
    let name: String
    let parameterTypes: [Oid]

    /// - Parameter description: what the server answered when asked for the statement.
    init(name: String, description: OpaquePointer) throws {
        self.name = name
        parameterTypes = (0..<PQnparams(description)).map { PQparamtype(description, $0) }
        for column in 0..<PQnfields(description) {
            let type = PQftype(description, column)
            guard Self.readableTypes.contains(type) else {
                throw PostgresProblem(
                    state: "42804",
                    message: "column \(column) has the type \(type), which is read nowhere: cast it"
                )
            }
        }
    }

    enum Kind {
        static let bool: Oid = 16
        static let bytea: Oid = 17
        static let char: Oid = 18
        static let name: Oid = 19
        static let int8: Oid = 20
        static let int2: Oid = 21
        static let int4: Oid = 23
        static let text: Oid = 25
        static let oid: Oid = 26
        static let unknown: Oid = 705
        static let varchar: Oid = 1043
        static let void: Oid = 2278

        /// Types whose binary form is the text itself.
        static let texts: Set<Oid> = [char, name, text, unknown, varchar]
    }

    private static let readableTypes: Set<Oid> = Kind.texts.union([
        Kind.bool, Kind.bytea, Kind.int2, Kind.int4, Kind.int8, Kind.void,
    ])
}

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

/// The row of a result that is read, in binary form.
struct PostgresColumns: ColumnSource {
    let result: OpaquePointer
    let row: Int32

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) != 0 }

    /// The length tells the type: `PreparedStatement` let no others in.
    func integer(_ column: Int) -> Int64 {
        let octets = octets(column)
        switch octets.count {
        case 8: return Int64(bigEndian: octets.loadUnaligned(as: Int64.self))
        case 4: return Int64(Int32(bigEndian: octets.loadUnaligned(as: Int32.self)))
        case 2: return Int64(Int16(bigEndian: octets.loadUnaligned(as: Int16.self)))
        case 1: return Int64(octets[0])
        default: return 0
        }
    }

    func text(_ column: Int) -> String { String(decoding: octets(column), as: UTF8.self) }

    func bytes(_ column: Int) -> [UInt8] { Array(octets(column)) }

    func appendText(_ column: Int, to octets: inout [UInt8]) {
        octets.append(contentsOf: self.octets(column))
    }

    private func octets(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, Int32(column)),
            count: Int(PQgetlength(result, row, Int32(column))))
    }
}
