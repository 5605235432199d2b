/// What became of one row in a transaction.
struct RowChange: Equatable, Sendable {
    let table: String
    /// The columns that tell the row from others, with their values.
    var key: [Member]
    /// Absent for a row that was added.
    var before: [Member]?
    /// Absent for a row that was removed.
    var after: [Member]?

    struct Member: Equatable, Sendable {
        let column: String
        let value: SQLValue
    }

    var id: Int64? {
        guard key.count == 1, key[0].column == "id", case .integer(let id) = key[0].value else {
            return nil
        }
        return id
    }

    /// Puts a later change of the same row on top of this one.
    mutating func add(_ later: RowChange) {
        guard let newer = later.after else {
            after = nil
            return
        }
        before?.addMissing(later.before ?? [])
        after?.replace(newer)
    }

    /// Leaves only what differs; nothing where nothing does.
    var withoutSame: RowChange? {
        guard let before, let after else { return self }
        let changed = after.filter { !before.contains($0) }
        guard !changed.isEmpty else { return nil }
        let columns = Set(changed.map(\.column))
        return RowChange(
            table: table, key: key, before: before.filter { columns.contains($0.column) },
            after: changed)
    }
}

extension [RowChange.Member] {
    fileprivate mutating func addMissing(_ others: Self) {
        for member in others where !contains(where: { $0.column == member.column }) {
            append(member)
        }
    }

    fileprivate mutating func replace(_ others: Self) {
        for member in others {
            if let place = firstIndex(where: { $0.column == member.column }) {
                self[place] = member
            } else {
                append(member)
            }
        }
    }
}

/// The changes of one transaction, a row each, in the order in which they were first touched.
struct ChangeList {
    /// The most rows that one entry tells of; further ones are counted.
    static let rowsMax = 200

    private var changes: [RowChange] = []
    private var leftOut = 0

    var isEmpty: Bool { changes.isEmpty }

    mutating func add(_ change: RowChange) {
        let known = changes.lastIndex {
            $0.table == change.table && $0.key == change.key && $0.after != nil
        }
        if let known, change.before != nil || change.after == nil {
            changes[known].add(change)
        } else if changes.count < Self.rowsMax {
            changes.append(change)
        } else {
            leftOut += 1
        }
    }

    /// Whether the row was added by this transaction.
    func holdsNew(_ table: String, id: SQLValue) -> Bool {
        changes.contains {
            $0.table == table && $0.before == nil && $0.key.first?.value == id
                && $0.key.first?.column == "id"
        }
    }

    /// What the entry is about: the order if there is one, else what was touched first.
    func subject(in list: [RowChange]) -> RowChange? {
        list.first { $0.table == "orders" } ?? list.first { $0.id != nil } ?? list.first
    }

    var told: [RowChange] { changes.compactMap(\.withoutSame) }

    /// One JSON array.
    func text(_ told: [RowChange]) -> String {
        var json = JSONLine()
        json.sign("[")
        for (place, change) in told.enumerated() {
            if place > 0 { json.sign(",") }
            json.add(change)
        }
        if leftOut > 0 { json.sign(",{\"rows_left_out\":\(leftOut)}") }
        json.sign("]")
        return json.text
    }
}

/// JSON, written as it comes: this stands in every write.
private struct JSONLine {
    private var octets: [UInt8] = []

    init() {
        octets.reserveCapacity(512)
    }

    var text: String { String(decoding: octets, as: UTF8.self) }

    mutating func sign(_ text: String) {
        octets.append(contentsOf: text.utf8)
    }

    mutating func add(_ change: RowChange) {
        sign("{\"object\":")
        add(AuditedTables.object(change.table))
        if let id = change.id {
            sign(",\"id\":\(id)")
        } else {
            member("key", change.key)
        }
        if let before = change.before { member("before", before) }
        if let after = change.after { member("after", after) }
        sign("}")
    }

    private mutating func member(_ name: String, _ members: [RowChange.Member]) {
        sign(",\"\(name)\":{")
        for (place, member) in members.enumerated() {
            if place > 0 { sign(",") }
            add(member.column)
            sign(":")
            add(member.value)
        }
        sign("}")
    }

    private mutating func add(_ value: SQLValue) {
        switch value {
        case .null: sign("null")
        case .integer(let integer): sign(String(integer))
        case .text(let text): add(text)
        case .bytes(let bytes): add(bytes.hex)
        }
    }

    private mutating func add(_ text: String) {
        octets.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: \.isEscaped) {
            for octet in text.utf8 { add(octet) }
        } else {
            octets.append(contentsOf: text.utf8)
        }
        octets.append(UInt8(ascii: "\""))
    }

    private mutating func add(_ octet: UInt8) {
        guard octet.isEscaped else { return octets.append(octet) }
        if octet < 0x20 {
            let digits = String(octet, radix: 16)
            sign("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        } else {
            octets.append(UInt8(ascii: "\\"))
            octets.append(octet)
        }
    }
}

extension UInt8 {
    /// Whether it stands in a text of JSON with a mark before it (RFC 8259 section 7).
    fileprivate var isEscaped: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}

extension [UInt8] {
    fileprivate var hex: String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(
            decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
