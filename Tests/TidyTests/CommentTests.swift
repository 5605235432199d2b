import Foundation
import Testing

/// Comments say why. They are no place for dead code, decoration or promises.
@Suite struct CommentTests {
    static let headerLinesMax = 5

    @Test("a TODO or FIXME names the page in docs/ that tells of it")
    func promises() throws {
        expectNone(
            try findings("leaves work without saying where it is written down") { line in
                let words = line.comment.split { !$0.isLetter }
                return (words.contains("TODO") || words.contains("FIXME"))
                    && !line.comment.contains("docs/")
            })
    }

    @Test("no code is commented out")
    func deadCode() throws {
        expectNone(try findings("looks like code", where: \.isDeadCode))
    }

    @Test("no comment is a banner")
    func banners() throws {
        expectNone(try findings("is decoration", where: \.isDecoration))
        let files = try SourceTree.package.get().swiftFiles
        expectNone(
            files.filter { file in
                let header = file.lines.prefix {
                    !$0.hasCode && $0.comment.hasPrefix("//") && !$0.comment.hasPrefix("///")
                }
                return header.count > Self.headerLinesMax
            }.map { Finding(path: $0.path, message: "opens with a banner") })
    }

    @Test(
        "dead code and decoration are known when seen",
        arguments: [
            ("// let a = 1", true), ("// let the caller decide", false), ("// return nil", true),
            ("// return to the one place that answers", false), ("// }", true),
            ("// order.save()", true),
            ("// guard let a else { return }", true), ("// if order.isOpen {", true),
            ("/// let a = 1", false), ("// 80 bits (see there)", false),
            ("// import Foundation", true),
            ("let a = 1 // let a = 2", false), ("// func approve(at: Date) -> Order", true),
            ("// #expect(a == b)", true), ("// case .issued: true", true), ("// try x.f()", true),
            ("// ----", true), ("// ==== Orders ====", true), ("// MARK: - Orders", false),
            ("// a - b", false), ("/******/", true), ("// ///////", true),
        ])
    func heuristics(text: String, isBad: Bool) {
        let line = SwiftScanner.lines(of: text)[0]
        #expect((line.isDeadCode || line.isDecoration) == isBad)
    }

    private func findings(
        _ message: String, where isBad: (SwiftFile.Line) -> Bool
    ) throws -> [Finding] {
        try SourceTree.package.get().swiftFiles.flatMap { $0.findings(message, where: isBad) }
    }
}

extension SwiftFile.Line {
    /// Whether the line is a plain comment whose text reads as Swift rather than as English.
    fileprivate var isDeadCode: Bool {
        guard !hasCode, comment.hasPrefix("//"), !comment.hasPrefix("///") else { return false }
        let text = comment.dropFirst(2).trimmingCharacters(in: .whitespaces)
        return Self.deadCode.contains { text.wholeMatch(of: $0) != nil }
    }

    fileprivate var isDecoration: Bool {
        guard !hasCode, !comment.isEmpty else { return false }
        let words = comment.split { $0.isWhitespace }
        return words.contains { word in
            word.count > 3 && word.allSatisfy { "=-*#~_/+".contains($0) }
        }
    }

    private static var deadCode: [Regex<Substring>] {
        [
            /.*[{};]/, /[\])}]+[,.]?/,
            /(?:let|var) [\w, :<>\[\]?().]+ = .+/, /import [A-Z]\w*/,
            /return(?: nil| true| false| self|)/, /return [\w.]+\(.*\)/,
            /(?:\w+ )*func \w+.*\(.*/, /case \.\w+.*:.*/,
            /(?:try|await|return|#expect|@Test|@Suite)?[ ]?[\w.]+\(.*\)/,
            /#\w+\(.*\)/,
        ]
    }
}
