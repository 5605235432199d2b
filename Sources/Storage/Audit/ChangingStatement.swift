/// What a statement changes, read from its text: the table, and what each column becomes.
///
/// It knows the shapes that this house writes: `INSERT INTO t (…) VALUES (…)`, with `ON CONFLICT`,
/// `UPDATE t SET … WHERE …` and `DELETE FROM t WHERE …`, all with `RETURNING`. What it does not
/// know, it does not guess at.
struct ChangingStatement: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case insert
        case update
        case delete
    }

    let kind: Kind
    let table: String
    /// What an insertion gives its columns, or an update makes of them.
    let assignments: [Assignment]
    /// Which rows it touches: of an update or a deletion, or of an insertion's conflict.
    let condition: Condition?
    /// Whether an insertion leaves alone what is there already.
    let yields: Bool
    let returnsID: Bool

    struct Assignment: Equatable, Sendable {
        let column: String
        let value: Value
    }

    enum Value: Equatable, Sendable {
        /// A bound parameter, by its number.
        case parameter(Int)
        case literal(SQLValue)
        /// Worked out by the database.
        case expression([Token])
    }

    /// A condition with parameters of its own, numbered from 1.
    struct Condition: Equatable, Sendable {
        let text: String
        /// The parameters of the statement that are bound in it, in order.
        let parameters: [Int]
        /// The parameter that `id` is held against.
        let idParameter: Int?
    }

    struct Unreadable: Error, Equatable {
        let sql: String
    }

    /// The table that a statement of one of the known shapes changes.
    static func table(of sql: String) -> String? {
        var reader = TokenReader(sql)
        switch reader.next()?.keyword {
        case "INSERT": return reader.skip("INTO") ? reader.next()?.name : nil
        case "UPDATE": return reader.next()?.name
        case "DELETE": return reader.skip("FROM") ? reader.next()?.name : nil
        default: return nil
        }
    }

    /// Nil for a statement that only reads.
    init?(_ sql: String) throws(Unreadable) {
        var reader = TokenReader(sql)
        guard let first = reader.next() else { return nil }
        switch first.keyword {
        case "INSERT": self = try Self.insertion(&reader, sql)
        case "UPDATE": self = try Self.update(&reader, sql)
        case "DELETE": self = try Self.deletion(&reader, sql)
        case "WITH", "REPLACE", "MERGE", "TRUNCATE", "COPY":
            // A question may begin with WITH as well; one that changes nothing has none of these.
            let rest = reader.rest
            guard
                rest.contains(where: {
                    ["INSERT", "UPDATE", "DELETE", "INTO"].contains($0.keyword)
                }
                ) || first.keyword != "WITH"
            else { return nil }
            throw Unreadable(sql: sql)
        default: return nil
        }
    }

    private init(
        _ kind: Kind, _ table: String, _ assignments: [Assignment], _ condition: Condition?,
        yields: Bool = false, returnsID: Bool = false
    ) {
        self.kind = kind
        self.table = table
        self.assignments = assignments
        self.condition = condition
        self.yields = yields
        self.returnsID = returnsID
    }
}

extension ChangingStatement {
    private static func insertion(
        _ reader: inout TokenReader, _ sql: String
    ) throws(Unreadable) -> Self {
        guard reader.skip("INTO"), let table = reader.next()?.name,
            let columns = reader.list()?.map({ $0.first?.name ?? "" }), reader.skip("VALUES"),
            let values = reader.list()?.map(Value.init), values.count == columns.count
        else { throw Unreadable(sql: sql) }
        let assignments = zip(columns, values).map(Assignment.init)
        var condition: Condition?
        var yields = false
        if reader.skip("ON") {
            guard reader.skip("CONFLICT") else { throw Unreadable(sql: sql) }
            let key = reader.list()?.map { $0.first?.name ?? "" }
            guard reader.skip("DO"), let move = reader.next()?.keyword else {
                throw Unreadable(sql: sql)
            }
            yields = move == "NOTHING"
            if !yields {
                guard let key, let found = Condition(key, of: assignments) else {
                    throw Unreadable(sql: sql)
                }
                condition = found
            }
        }
        let rest = reader.rest
        // Several rows at once would need a record each.
        guard rest.first?.text != "," else { throw Unreadable(sql: sql) }
        return Self(
            .insert, table, assignments, condition, yields: yields, returnsID: rest.returnsID)
    }

    private static func update(
        _ reader: inout TokenReader, _ sql: String
    ) throws(Unreadable) -> Self {
        guard let table = reader.next()?.name, reader.skip("SET") else {
            throw Unreadable(sql: sql)
        }
        let parts = reader.upTo(["WHERE", "RETURNING", "FROM"]).split(by: ",")
        var assignments: [Assignment] = []
        for part in parts {
            guard part.count > 2, let column = part[0].name, part[1].text == "=" else {
                throw Unreadable(sql: sql)
            }
            assignments.append(Assignment(column: column, value: Value(Array(part[2...]))))
        }
        let condition = try Self.condition(&reader, sql)
        return Self(.update, table, assignments, condition, returnsID: reader.rest.returnsID)
    }

    private static func deletion(
        _ reader: inout TokenReader, _ sql: String
    ) throws(Unreadable) -> Self {
        guard reader.skip("FROM"), let table = reader.next()?.name else {
            throw Unreadable(sql: sql)
        }
        return Self(.delete, table, [], try Self.condition(&reader, sql))
    }

    /// Without a condition, every row is meant.
    private static func condition(
        _ reader: inout TokenReader, _ sql: String
    ) throws(Unreadable) -> Condition {
        if reader.skip("WHERE") { return Condition(reader.upTo(["RETURNING"])) }
        guard let next = reader.rest.first else { return .everything }
        guard next.keyword == "RETURNING" else { throw Unreadable(sql: sql) }
        return .everything
    }
}

extension ChangingStatement.Value {
    fileprivate init(_ tokens: [Token]) {
        guard tokens.count == 1, let token = tokens.first else {
            self = .expression(tokens)
            return
        }
        switch token {
        case .parameter(let number): self = .parameter(number)
        case .number(let number): self = .literal(.integer(number))
        case .text(let text): self = .literal(.text(text))
        case .word("NULL"): self = .literal(.null)
        case .word, .sign: self = .expression(tokens)
        }
    }

    func resolved(_ values: [SQLValue]) -> SQLValue {
        switch self {
        case .parameter(let number): values[number - 1]
        case .literal(let value): value
        case .expression(let tokens):
            .text(tokens.map { $0.shown(values) }.joined(separator: " "))
        }
    }
}

extension ChangingStatement.Condition {
    fileprivate static let everything = Self([.number(1), .sign("="), .number(1)])

    fileprivate init(_ tokens: [Token]) {
        var parameters: [Int] = []
        text = tokens.map { token in
            guard case .parameter(let number) = token else { return token.text }
            if let known = parameters.firstIndex(of: number) { return "$\(known + 1)" }
            parameters.append(number)
            return "$\(parameters.count)"
        }.joined(separator: " ")
        self.parameters = parameters
        let holdsOr = tokens.contains { $0.keyword == "OR" }
        let start = tokens.indices.dropLast(2).first { place in
            tokens[place].name == "id" && tokens[place + 1].text == "="
        }
        if let start, !holdsOr, case .parameter(let number) = tokens[start + 2] {
            idParameter = number
        } else {
            idParameter = nil
        }
    }

    /// The row that an insertion would collide with.
    fileprivate init?(_ key: [String], of assignments: [ChangingStatement.Assignment]) {
        var tokens: [Token] = []
        for column in key {
            guard let value = assignments.first(where: { $0.column == column })?.value else {
                return nil
            }
            if !tokens.isEmpty { tokens.append(.word("AND")) }
            tokens += [.word(column), .sign("=")]
            switch value {
            case .parameter(let number): tokens.append(.parameter(number))
            case .literal(.integer(let number)): tokens.append(.number(number))
            case .literal(.text(let text)): tokens.append(.text(text))
            case .literal, .expression: return nil
            }
        }
        self.init(tokens)
    }
}

extension [Token] {
    fileprivate var returnsID: Bool {
        guard let start = firstIndex(where: { $0.keyword == "RETURNING" }) else { return false }
        return index(after: start) < endIndex && self[index(after: start)].name == "id"
    }
}
