import Foundation
import Testing

@Suite struct SwiftScannerTests {
    static let samples: [(text: String, code: [String], comment: [String])] = [
        ("let a = 1 // one", ["let a = 1"], ["// one"]),
        ("a /* b /* c */ d */ e", ["a  e"], ["/* b /* c */ d */"]),
        ("a /* b\nc */ d", ["a", "d"], ["/* b", "c */"]),
        (#"f("// no \" comment") // a "comment""#, ["f()"], [#"// a "comment""#]),
        (#"f("a \(g("b") + (h)) c")"#, [#"f(g() + (h))"#], [""]),
        (##"f(#"a " \#(g) \(h) "#, i)"##, ["f(g, i)"], [""]),
        (##"f(#""""#, #""7""#)"##, ["f(, )"], [""]),
        (
            "f(\"\"\"\n    a \"b\" // c \\(d)\n    \"\"\") // e", ["f(", "d", ")"],
            ["", "", "// e"]
        ),
        ("let quote = /\"/\nlet next = 1", ["let quote = /", "let next = 1"], ["", ""]),
    ]

    @Test("code and comments are told apart, and strings from both", arguments: samples)
    func parts(text: String, code: [String], comment: [String]) {
        let lines = SwiftScanner.lines(of: text)
        #expect(lines.map { $0.code.trimmingCharacters(in: .whitespaces) } == code)
        #expect(lines.map(\.comment) == comment)
        #expect(lines.map(\.text) == text.components(separatedBy: "\n"))
        #expect(lines.map(\.number) == Array(1...lines.count))
    }

    @Test(
        "phrases are found as whole words",
        arguments: [
            ("let a = Date()", true), ("CivilDate()", false), ("x.Date()", true),
            ("f(Date())", true),
            ("Date(", false), ("_Date()", false),
        ])
    func uses(code: String, isUsed: Bool) {
        #expect(SwiftScanner.lines(of: code)[0].uses("Date()") == isUsed)
    }

    @Test(
        "imports are read with all that may stand around them",
        arguments: [
            ("import Foundation", "Foundation"), ("package import OrderCore", "OrderCore"),
            ("@testable import Issuance", "Issuance"),
            ("import struct Foundation.Date", "Foundation"),
            ("@preconcurrency public import X509 // why", "X509"), ("let important = 1", nil),
            ("// import Foundation", nil), ("an import Foundation", nil),
        ])
    func imports(code: String, module: String?) {
        #expect(SwiftScanner.lines(of: code)[0].importedModule == module)
    }
}
