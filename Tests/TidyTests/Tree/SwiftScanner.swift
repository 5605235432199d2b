/// Tells code, comments and string literals apart.
///
/// Knows nested comments, raw and multi-line strings, and interpolations in them. Regex literals
/// count as code; a quotation mark in one misleads it to the end of that line, no further.
struct SwiftScanner {
    private enum Place {
        /// With the parentheses that are open since the interpolation, or the file, began.
        case code(parentheses: Int)
        case string(hashes: Int, isMultiline: Bool)
        case lineComment
        case blockComment

        /// The bytes at which something may begin or end; the others are taken in one go.
        var marks: StaticString {
            switch self {
            case .code: "/\"#()\n"
            case .string: "\\\"\n"
            case .lineComment: "\n"
            case .blockComment: "/*\n"
            }
        }
    }

    private let bytes: [UInt8]
    private var position = 0
    /// The innermost place is the last.
    private var places = [Place.code(parentheses: 0)]
    private var text: [UInt8] = []
    private var code: [UInt8] = []
    private var comment: [UInt8] = []
    private var lines: [SwiftFile.Line] = []

    static func lines(of text: String) -> [SwiftFile.Line] {
        var scanner = SwiftScanner(bytes: Array(text.utf8))
        while scanner.position < scanner.bytes.count { scanner.step() }
        if !scanner.text.isEmpty { scanner.endLine() }
        return scanner.lines
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func step() {
        let place = places[places.count - 1]
        let plain = place.marks.withUTF8Buffer { marks in
            bytes[position...].prefix { !marks.contains($0) }.count
        }
        if plain > 0 {
            take(plain)
        } else if isNext("\n") {
            position += 1
            endLine()
        } else {
            switch place {
            case .code(let parentheses): stepInCode(parentheses)
            case .string(let hashes, let isMultiline): stepInString(hashes, isMultiline)
            case .lineComment: take(1)
            case .blockComment: stepInBlockComment()
            }
        }
    }

    private mutating func endLine() {
        lines.append(
            SwiftFile.Line(
                number: lines.count + 1, text: String(decoding: text, as: UTF8.self),
                code: String(decoding: code, as: UTF8.self),
                comment: String(decoding: comment, as: UTF8.self)))
        text = []
        code = []
        comment = []
        switch places[places.count - 1] {
        case .lineComment, .string(_, isMultiline: false): places.removeLast()
        case .code, .string, .blockComment: break
        }
    }

    private mutating func stepInCode(_ parentheses: Int) {
        if isNext("//") {
            places.append(.lineComment)
        } else if isNext("/*") {
            places.append(.blockComment)
            take(2)
        } else if let string = nextString {
            places.append(string.place)
            take(string.delimiterLength)
        } else if isNext(")"), parentheses == 0, places.count > 1 {
            places.removeLast()
            take(1)
        } else {
            let change = isNext("(") ? 1 : isNext(")") ? -1 : 0
            places[places.count - 1] = .code(parentheses: parentheses + change)
            take(1)
        }
    }

    /// The string literal that begins here.
    private var nextString: (place: Place, delimiterLength: Int)? {
        let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        guard isNext("\"", after: hashes) else { return nil }
        // Three marks open a multi-line string only where the line ends after them: #"""# is raw.
        let isMultiline = isNext("\"\"\"\n", after: hashes)
        return (
            .string(hashes: hashes, isMultiline: isMultiline), hashes + (isMultiline ? 3 : 1)
        )
    }

    private mutating func stepInString(_ hashes: Int, _ isMultiline: Bool) {
        let mark = String(repeating: "#", count: hashes)
        let end = (isMultiline ? "\"\"\"" : "\"") + mark
        if isNext("\\" + mark + "(") {
            take(2 + hashes)
            places.append(.code(parentheses: 0))
        } else if isNext("\\" + mark) {
            take(1 + hashes)
            if !isNext("\n") { take(1) }
        } else if isNext(end) {
            take(end.utf8.count)
            places.removeLast()
        } else {
            take(1)
        }
    }

    private mutating func stepInBlockComment() {
        if isNext("/*") {
            places.append(.blockComment)
            take(2)
        } else if isNext("*/") {
            take(2)
            places.removeLast()
        } else {
            take(1)
        }
    }

    private func isNext(_ word: String, after offset: Int = 0) -> Bool {
        bytes[min(position + offset, bytes.count)...].starts(with: word.utf8)
    }

    private mutating func take(_ count: Int) {
        let taken = bytes[position..<min(position + count, bytes.count)]
        text += taken
        switch places[places.count - 1] {
        case .code: code += taken
        case .string: break
        case .lineComment, .blockComment: comment += taken
        }
        position += taken.count
    }
}
