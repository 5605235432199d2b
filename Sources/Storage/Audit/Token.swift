/// A piece of a statement's text.
enum Token: Equatable, Sendable {
    /// A name or a word of the language, as written.
    case word(String)
    case parameter(Int)
    case number(Int64)
    /// A literal text, without its quotes.
    case text(String)
    case sign(String)

    /// In writing.
    var text: String {
        switch self {
        case .word(let word): word
        case .parameter(let number): "$\(number)"
        case .number(let number): "\(number)"
        case .text(let text): "'\(text.replacing("'", with: "''"))'"
        case .sign(let sign): sign
        }
    }

    /// In writing, with the values of parameters in their places.
    func shown(_ values: [SQLValue]) -> String {
        guard case .parameter(let number) = self else { return text }
        return switch values[number - 1] {
        case .null: "NULL"
        case .integer(let integer): "\(integer)"
        case .text(let text): text
        case .bytes: "(octets)"
        }
    }

    var keyword: String { if case .word(let word) = self { word } else { "" } }

    /// A word that may be a column or a table; what stands before a point is left out.
    var name: String? {
        guard case .word(let word) = self else { return nil }
        return word.split(separator: ".").last.map(String.init)
    }
}

/// Cuts a statement into its pieces.
struct TokenReader {
    private let tokens: [Token]
    private var place = 0

    init(_ sql: String) {
        tokens = Self.tokens(sql)
    }

    var rest: [Token] { Array(tokens[place...]) }

    mutating func next() -> Token? {
        guard place < tokens.count else { return nil }
        defer { place += 1 }
        return tokens[place]
    }

    mutating func skip(_ keyword: String) -> Bool {
        guard place < tokens.count, tokens[place].keyword == keyword else { return false }
        place += 1
        return true
    }

    /// A list in brackets, its parts apart.
    mutating func list() -> [[Token]]? {
        guard place < tokens.count, tokens[place] == .sign("(") else { return nil }
        var depth = 0
        let start = place + 1
        while place < tokens.count {
            depth += tokens[place].depth
            place += 1
            if depth == 0 { return Array(tokens[start..<place - 1]).split(by: ",") }
        }
        return nil
    }

    /// Everything before the first of these words that stands in no brackets.
    mutating func upTo(_ keywords: Set<String>) -> [Token] {
        let start = place
        var depth = 0
        while place < tokens.count {
            if depth == 0, keywords.contains(tokens[place].keyword) { break }
            depth += tokens[place].depth
            place += 1
        }
        return Array(tokens[start..<place])
    }

    private static func tokens(_ sql: String) -> [Token] {
        var tokens: [Token] = []
        var rest = sql[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest = rest.dropFirst()
            } else if first == "'" {
                tokens.append(.text(literal(&rest)))
            } else if first == "$" {
                rest = rest.dropFirst()
                tokens.append(.parameter(Int(taken(&rest, while: \.isNumber)) ?? 0))
            } else if first.isNumber {
                tokens.append(.number(Int64(taken(&rest, while: \.isNumber)) ?? 0))
            } else if first.isLetter || first == "_" || first == "{" {
                tokens.append(
                    .word(
                        String(
                            taken(&rest) { $0.isLetter || $0.isNumber || "_.{}".contains($0) })))
            } else if "<>=!|".contains(first) {
                tokens.append(.sign(String(taken(&rest) { "<>=!|".contains($0) })))
            } else {
                rest = rest.dropFirst()
                tokens.append(.sign(String(first)))
            }
        }
        return tokens
    }

    private static func taken(
        _ rest: inout Substring, while holds: (Character) -> Bool
    ) -> Substring {
        let taken = rest.prefix(while: holds)
        rest = rest[taken.endIndex...]
        return taken
    }

    /// A quote within is written twice.
    private static func literal(_ rest: inout Substring) -> String {
        rest = rest.dropFirst()
        var text = ""
        while let quote = rest.firstIndex(of: "'") {
            text += rest[..<quote]
            rest = rest[rest.index(after: quote)...]
            guard rest.first == "'" else { return text }
            text += "'"
            rest = rest.dropFirst()
        }
        return text
    }
}

extension Token {
    fileprivate var depth: Int {
        switch self {
        case .sign("("): 1
        case .sign(")"): -1
        case .word, .parameter, .number, .text, .sign: 0
        }
    }
}

extension [Token] {
    /// The parts between signs that stand in no brackets.
    func split(by sign: String) -> [[Token]] {
        var parts: [[Token]] = [[]]
        var depth = 0
        for token in self {
            depth += token.depth
            if depth == 0, token == .sign(sign) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(token)
            }
        }
        return parts
    }
}
