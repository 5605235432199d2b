/// A Swift file as lines, each with its code and its comments apart.
struct SwiftFile {
    /// One line. What stands in string literals is in neither ``code`` nor ``comment``, though
    /// what is interpolated is code.
    struct Line {
        let number: Int
        let text: String
        let code: String
        /// With its slashes.
        let comment: String

        var hasCode: Bool { code.contains { !$0.isWhitespace } }
    }

    let path: String
    let target: String?
    let lines: [Line]

    init(_ file: SourceTree.File) {
        path = file.path
        target = file.target
        lines = SwiftScanner.lines(of: file.text)
    }

    /// One finding for each line of which this is so.
    func findings(_ message: String, where isSo: (Line) -> Bool) -> [Finding] {
        lines.filter(isSo).map { Finding(path: path, line: $0.number, message: message) }
    }
}

extension SwiftFile.Line {
    /// The words and numbers of the code, in order.
    var identifiers: [Substring] {
        code.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    }

    /// Whether the code holds the phrase, and not as the end of a longer word.
    func uses(_ phrase: String) -> Bool {
        let code = Array(code.utf8)
        let phrase = Array(phrase.utf8)
        guard code.count >= phrase.count else { return false }
        return (0...code.count - phrase.count).contains { start in
            code[start...].starts(with: phrase)
                && !(start > 0 && code[start - 1].isWord && phrase[0].isWord)
        }
    }

    /// The module that the line imports.
    var importedModule: String? {
        guard uses("import ") else { return nil }
        let words = code.split(separator: " ")
        guard let place = words.firstIndex(of: "import") else { return nil }
        guard words[..<place].allSatisfy({ Self.wordsBeforeImport.contains($0) || $0.first == "@" })
        else { return nil }
        let path = words[words.index(after: place)...].first { !Self.importKinds.contains($0) }
        return path?.split(separator: ".").first.map(String.init)
    }

    private static let wordsBeforeImport: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
    private static let importKinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
}

extension UInt8 {
    /// Whether it can stand in an identifier; parts of letters beyond ASCII can.
    fileprivate var isWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
