/// A change that somebody decided, and that no audited statement shows: a command had work that
/// waits tried again, published what was signed elsewhere, sealed the keys under another secret.
///
/// The transaction that changes it says so (``Transaction/note(_:)``).
package struct NotedChange: Sendable {
    /// As a table is called: `chores`, or `sealings` where there is none.
    package let table: String
    package let id: Int64?
    package let before: Members?
    package let after: Members?

    package typealias Members = KeyValuePairs<String, SQLValue>

    package init(_ table: String, id: Int64? = nil, before: Members? = nil, after: Members?) {
        self.table = table
        self.id = id
        self.before = before
        self.after = after
    }

    var row: RowChange {
        RowChange(
            table: table, key: id.map { [.init(column: "id", value: .integer($0))] } ?? [],
            before: before.map(Self.members), after: after.map(Self.members))
    }

    private static func members(_ members: Members) -> [RowChange.Member] {
        members.map { RowChange.Member(column: $0.key, value: $0.value) }
    }
}
