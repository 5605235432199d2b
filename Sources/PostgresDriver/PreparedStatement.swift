import CLibPQ
import Storage

/// A statement as the server has prepared it: its name, and the types that the server chose for
/// its parameters.
struct PreparedStatement {
    let name: String
    let parameterTypes: [Oid]

    /// - Parameter description: what the server answered when asked for the statement.
    init(name: String, description answer: Answer) throws {
        let description = answer.result
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

        /// The type of an array of these, where such arrays are sent.
        static func arrayName(_ kind: Oid) -> String? {
            switch kind {
            case int8: "int8[]"
            case int4: "int4[]"
            case int2: "int2[]"
            case text: "text[]"
            case varchar: "varchar[]"
            case bytea: "bytea[]"
            default: nil
            }
        }
    }

    private static let readableTypes: Set<Oid> = Kind.texts.union([
        Kind.bool, Kind.bytea, Kind.int2, Kind.int4, Kind.int8, Kind.void,
    ])
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
