/// The text of a statement as a key. Texts are long, few, and mostly one and the same object, which
/// comparing finds at once; hashing all of it would take longer than the statement.
package struct StatementText: Hashable, Sendable {
    /// How much of its end is hashed, which tells most.
    static let hashedOctets = 24

    let sql: String

    package init(sql: String) {
        self.sql = sql
    }

    package func hash(into hasher: inout Hasher) {
        var sql = sql
        sql.withUTF8 { octets in
            hasher.combine(octets.count)
            hasher.combine(
                bytes: UnsafeRawBufferPointer(
                    rebasing: UnsafeRawBufferPointer(octets).suffix(Self.hashedOctets)))
        }
    }
}
