/// Tells code, comments and string literals apart, byte by byte.
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
        guard bytes[position] != .newline else {
            position += 1
            endLine()
            return
        }
        switch places[places.count - 1] {
        case .code(let parentheses): stepInCode(parentheses)
        case .string(let hashes, let isMultiline): stepInString(hashes, isMultiline)
        case .lineComment: take(1, into: \.comment)
        case .blockComment: stepInBlockComment()
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
            take(2, into: \.comment)
        } else if isNext("/*") {
            places.append(.blockComment)
            take(2, into: \.comment)
        } else if beginString() {
            return
        } else if isNext(")"), parentheses == 0, places.count > 1 {
            places.removeLast()
            take(1, into: nil)
        } else {
            let change = isNext("(") ? 1 : isNext(")") ? -1 : 0
            places[places.count - 1] = .code(parentheses: parentheses + change)
            take(1, into: \.code)
        }
    }

    /// Goes into a string literal if one begins here.
    private mutating func beginString() -> Bool {
        let hashes = bytes[position...].prefix { $0 == .hash }.count
        guard isNext("\"", after: hashes) else { return false }
        // Three marks open a multi-line string only where the line ends after them: #"""# is raw.
        let isMultiline =
            isNext("\"\"\"", after: hashes)
            && bytes[(position + hashes + 3)...].prefix { $0 != .newline }.allSatisfy { $0 == .space }
        places.append(.string(hashes: hashes, isMultiline: isMultiline))
        take(hashes + (isMultiline ? 3 : 1), into: nil)
        return true
    }

    private mutating func stepInString(_ hashes: Int, _ isMultiline: Bool) {
        let mark = String(repeating: "#", count: hashes)
        let end = (isMultiline ? "\"\"\"" : "\"") + mark
        if isNext("\\" + mark + "(") {
            places.append(.code(parentheses: 0))
            take(2 + hashes, into: nil)
        } else if isNext("\\" + mark) {
            take(1 + hashes, into: nil)
            if position < bytes.count, bytes[position] != .newline { take(1, into: nil) }
        } else if isNext(end) {
            places.removeLast()
            take(end.utf8.count, into: nil)
        } else {
            take(1, into: nil)
        }
    }

    private mutating func stepInBlockComment() {
        if isNext("/*") {
            places.append(.blockComment)
            take(2, into: \.comment)
        } else if isNext("*/") {
            places.removeLast()
            take(2, into: \.comment)
        } else {
            take(1, into: \.comment)
        }
    }

    private func isNext(_ word: StaticString, after offset: Int = 0) -> Bool {
        isNext(word.description, after: offset)
    }

    private func isNext(_ word: String, after offset: Int = 0) -> Bool {
        bytes[min(position + offset, bytes.count)...].starts(with: word.utf8)
    }

    private mutating func take(_ count: Int, into part: WritableKeyPath<Self, [UInt8]>?) {
        let taken = bytes[position..<position + count]
        text += taken
        if let part { self[keyPath: part] += taken }
        position += count
    }
}

extension UInt8 {
    fileprivate static let newline = UInt8(ascii: "\n")
    fileprivate static let space = UInt8(ascii: " ")
    fileprivate static let hash = UInt8(ascii: "#")
}
