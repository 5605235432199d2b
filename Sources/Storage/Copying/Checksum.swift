/// A sum over rows, in their order, that differs where a single value does: FNV-1a, 64 bits.
struct Checksum: Equatable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
    private(set) var rows = 0

    mutating func add(_ row: [SQLValue]) {
        rows += 1
        for value in row { add(value) }
    }

    /// Each value begins with its kind and its length, so that no two rows run into one another.
    private mutating func add(_ value: SQLValue) {
        switch value {
        case .null: add(octet: 0)
        case .integer(let integer):
            add(octet: 1)
            withUnsafeBytes(of: integer.littleEndian) { add($0) }
        case .text(let text):
            add(octet: 2)
            add(counted: Array(text.utf8))
        case .bytes(let bytes):
            add(octet: 3)
            add(counted: bytes)
        }
    }

    private mutating func add(counted bytes: [UInt8]) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { add($0) }
        add(bytes)
    }

    private mutating func add(_ bytes: some Sequence<UInt8>) {
        for octet in bytes { add(octet: octet) }
    }

    private mutating func add(octet: UInt8) {
        value = (value ^ UInt64(octet)) &* 0x100_0000_01b3
    }
}
