/// A string of a set that may grow: one of the words we know, or another that we pass on.
public enum Open<Known>: Hashable, Sendable
where Known: RawRepresentable & Hashable & Sendable, Known.RawValue == String {
    case known(Known)
    case other(String)

    public init(_ text: String) {
        self = Known(rawValue: text).map(Self.known) ?? .other(text)
    }

    public var text: String {
        switch self {
        case .known(let word): word.rawValue
        case .other(let text): text
        }
    }
}

extension Open: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Open where Known: CaseIterable {
    /// Reads a word as clients write it: in any case, with blanks around it.
    public init(lenient text: String) {
        let word = text.trimmingBlanks()
        let known = Known.allCases.first { $0.rawValue.lowercased() == word.lowercased() }
        self = known.map(Self.known) ?? .other(word)
    }
}

extension String {
    func trimmingBlanks() -> String {
        let start = drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
