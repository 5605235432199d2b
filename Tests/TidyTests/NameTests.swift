import Testing

/// Names say what a thing is for. These words say nothing: they name whatever is left over.
@Suite struct NameTests {
    static let bannedWords: Set<String> = [
        "Base", "Common", "Helper", "Helpers", "Impl", "Manager", "Misc", "Processor", "Util",
        "Utils",
    ]
    /// Words of the trade that only look like them.
    static let tradeTerms = ["CommonName"]

    @Test("no file or folder has a name that says nothing")
    func files() throws {
        let files = try SourceTree.package.get().swiftFiles
        expectNone(
            files.flatMap { file in
                file.path.split { "/+.-".contains($0) }.flatMap(Self.bannedWords(in:)).map {
                    Finding(path: file.path, message: "\($0) is in its name")
                }
            })
    }

    @Test("no type has a name that says nothing")
    func types() throws {
        let files = try SourceTree.package.get().swiftFiles
        expectNone(
            files.flatMap { file in
                file.lines.flatMap { line in
                    line.declaredTypes.flatMap { type in
                        Self.bannedWords(in: type).map {
                            Finding(
                                path: file.path, line: line.number, message: "\($0) is in \(type)")
                        }
                    }
                }
            })
    }

    @Test(
        "names are taken apart by their capitals",
        arguments: [
            ("OrderHelper", ["Helper"]), ("HelperOrder", ["Helper"]), ("URLUtils", ["Utils"]),
            ("Database", []), ("Base64URL", []), ("CommonName", []), ("CommonNames", []),
            ("CommonRules", ["Common"]), ("Simple", []), ("BaseManager", ["Base", "Manager"]),
        ])
    func words(name: String, banned: [String]) {
        #expect(Self.bannedWords(in: name[...]) == banned)
    }

    private static func bannedWords(in name: Substring) -> [String] {
        let rest = tradeTerms.reduce(String(name)) { $0.replacing($1, with: "") }
        return camelWords(of: rest).filter(bannedWords.contains)
    }

    private static func camelWords(of name: String) -> [String] {
        let letters = Array(name)
        var words: [String] = []
        for (place, letter) in letters.enumerated() {
            let followsCapital = place > 0 && letters[place - 1].isUppercase
            let precedesSmall = place + 1 < letters.count && letters[place + 1].isLowercase
            if words.isEmpty || letter.isUppercase && (!followsCapital || precedesSmall) {
                words.append("")
            }
            words[words.count - 1].append(letter)
        }
        return words
    }
}

extension SwiftFile.Line {
    /// The names of the types that the line declares.
    fileprivate var declaredTypes: [Substring] {
        let keywords: Set<Substring> = [
            "actor", "associatedtype", "class", "enum", "protocol", "struct", "typealias",
        ]
        let words = identifiers
        return zip(words, words.dropFirst()).filter { keywords.contains($0.0) }.map(\.1)
    }
}
