/// HTML as a value; what is text is escaped when it is written.
indirect enum Markup: ExpressibleByStringInterpolation, Sendable {
    case text(String)
    case element(String, [(name: String, value: String)], [Markup])
    case group([Markup])

    init(stringLiteral text: String) {
        self = .text(text)
    }

    init(_ name: String, _ attributes: [(String, String)] = [], _ content: Markup...) {
        self = .element(name, attributes.map { (name: $0.0, value: $0.1) }, content)
    }

    init(_ name: String, _ attributes: [(String, String)] = [], all content: [Markup]) {
        self = .element(name, attributes.map { (name: $0.0, value: $0.1) }, content)
    }

    static func link(_ target: String, _ content: Markup) -> Markup {
        Markup("a", [("href", target)], content)
    }

    static func code(_ text: String) -> Markup { Markup("code", [], .text(text)) }

    /// Words with `code` in them.
    static func prose(_ text: String) -> Markup {
        .group(
            text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
                $0.isMultiple(of: 2) ? .text(String($1)) : .code(String($1))
            })
    }

    func write(to text: inout String) {
        switch self {
        case .text(let words): text += Self.escaped(words)
        case .group(let all): for one in all { one.write(to: &text) }
        case .element(let name, let attributes, let content):
            text += "<\(name)"
            for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
            text += ">"
            for one in content { one.write(to: &text) }
            if !Self.empty.contains(name) { text += "</\(name)>" }
        }
    }

    /// Elements that have no end.
    private static let empty: Set = ["meta", "br", "link"]

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x3F && "&<>\"".utf8.contains($0) }) else {
            return text
        }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
