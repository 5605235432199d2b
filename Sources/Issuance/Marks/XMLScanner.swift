/// Takes XML apart into tags and text: the small part of XML that pictures need, in UTF-8.
///
/// Document types and processing instructions are refused, so that nothing is ever looked up or
/// expanded but the five entities that XML has by itself and characters by their number. Whether
/// tags match is for the reader of the tokens to see.
struct XMLScanner {
    enum Token: Equatable {
        case start(name: String, attributes: [Attribute], isEmpty: Bool)
        case end(name: String)
        case text(String)
    }

    struct Attribute: Equatable {
        let name: String
        let value: String
    }

    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ octets: [UInt8]) throws(LogoProblem) {
        guard let text = String(validating: octets, as: UTF8.self) else { throw .notXML }
        scalars = Array(text.unicodeScalars)
        guard scalars.allSatisfy({ $0.value >= 0x20 || "\t\n\r".unicodeScalars.contains($0) })
        else { throw .notXML }
        try skipDeclaration()
    }

    /// The next token; none at the end.
    mutating func next() throws(LogoProblem) -> Token? {
        while place < scalars.count {
            guard scalars[place] == "<" else { return .text(try text(until: "<")) }
            if try skipComment() { continue }
            if starts(with: "<!DOCTYPE") || starts(with: "<!ENTITY") { throw .hasDoctype }
            if starts(with: "<![CDATA[") { throw .elementNotAllowed("![CDATA[") }
            place += 1
            if take("?") { throw .elementNotAllowed("?" + (try name())) }
            if take("/") {
                let name = try name()
                skipSpace()
                guard take(">") else { throw .notXML }
                return .end(name: name)
            }
            return try startTag()
        }
        return nil
    }

    private mutating func startTag() throws(LogoProblem) -> Token {
        let name = try name()
        var attributes: [Attribute] = []
        while true {
            let hasSpace = skipSpace()
            if take("/") {
                guard take(">") else { throw .notXML }
                return .start(name: name, attributes: attributes, isEmpty: true)
            }
            if take(">") { return .start(name: name, attributes: attributes, isEmpty: false) }
            guard hasSpace else { throw .notXML }
            let attribute = try attribute()
            guard !attributes.contains(where: { $0.name == attribute.name }) else { throw .notXML }
            attributes.append(attribute)
        }
    }

    private mutating func attribute() throws(LogoProblem) -> Attribute {
        let name = try name()
        skipSpace()
        guard take("=") else { throw .notXML }
        skipSpace()
        guard place < scalars.count, scalars[place] == "\"" || scalars[place] == "'" else {
            throw .notXML
        }
        let quote = scalars[place]
        place += 1
        let value = try text(until: quote)
        guard take(quote) else { throw .notXML }
        return Attribute(name: name, value: value)
    }

    /// Text with its entities resolved, up to a sign or the end.
    private mutating func text(until end: Unicode.Scalar) throws(LogoProblem) -> String {
        var text = String.UnicodeScalarView()
        while place < scalars.count, scalars[place] != end {
            switch scalars[place] {
            case "<": throw .notXML
            case "&": text.append(try entity())
            case let scalar:
                text.append(scalar)
                place += 1
            }
        }
        return String(text)
    }

    private static let entities: [String: Unicode.Scalar] = [
        "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
    ]
    private static let entityScalarsMax = 10

    private mutating func entity() throws(LogoProblem) -> Unicode.Scalar {
        place += 1
        let rest = scalars[place...].prefix(Self.entityScalarsMax)
        guard let end = rest.firstIndex(of: ";") else { throw .notXML }
        let name = String(String.UnicodeScalarView(scalars[place..<end]))
        place = end + 1
        if let scalar = Self.entities[name] { return scalar }
        let number =
            name.hasPrefix("#x")
            ? UInt32(name.dropFirst(2), radix: 16)
            : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
        guard let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 else {
            throw .notXML
        }
        return scalar
    }

    private mutating func name() throws(LogoProblem) -> String {
        let start = place
        while place < scalars.count, Self.isOfName(scalars[place]) { place += 1 }
        guard place > start, !("0"..."9").contains(scalars[start]), scalars[start] != "-",
            scalars[start] != "."
        else { throw .notXML }
        return String(String.UnicodeScalarView(scalars[start..<place]))
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", ":": true
        default: scalar.value >= 0x80 && scalar.properties.isAlphabetic
        }
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = place
        while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
        return place > start
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard place < scalars.count, scalars[place] == scalar else { return false }
        place += 1
        return true
    }

    private func starts(with text: String) -> Bool {
        scalars[place...].starts(with: text.unicodeScalars)
    }

    private mutating func skipComment() throws(LogoProblem) -> Bool {
        guard starts(with: "<!--") else { return false }
        place += 4
        while place < scalars.count {
            if starts(with: "-->") {
                place += 3
                return true
            }
            place += 1
        }
        throw .notXML
    }

    /// `<?xml …?>` at the very beginning; another encoding than UTF-8 is not read.
    private mutating func skipDeclaration() throws(LogoProblem) {
        guard starts(with: "<?xml ") else { return }
        guard let end = scalars.firstIndex(of: ">"), scalars[end - 1] == "?" else { throw .notXML }
        let text = String(String.UnicodeScalarView(scalars[..<end])).lowercased()
        guard !text.contains("encoding") || text.contains("utf-8") else { throw .notXML }
        place = end + 1
    }
}
