import Foundation
import Testing

/// Pages that point to each other must find each other.
@Suite struct LinkTests {
    @Test("every relative link in a page leads to a file")
    func links() throws {
        let tree = try SourceTree.package.get()
        expectNone(
            tree.markdownFiles.flatMap { page in
                Self.targets(in: page.text).filter { !Self.isThere($0, from: page, in: tree) }
                    .map { Finding(path: page.path, message: "links to \($0), which is not there") }
            })
    }

    @Test(
        "links are found, and code is not taken for them",
        arguments: [
            ("[a](docs/a.md) and [b](../b.md#part)", ["docs/a.md", "../b.md#part"]),
            ("![picture](a.png \"title\")", ["a.png"]), ("[a]: docs/a.md", ["docs/a.md"]),
            ("`[a](b)`", []), ("```\n[a](b)\n```\n[c](d)", ["d"]),
            ("[a](<with space.md>)", ["with space.md"]),
        ])
    func reading(text: String, targets: [String]) {
        #expect(Self.targets(in: text) == targets)
    }

    private static func targets(in text: String) -> [String] {
        let prose = text.replacing(/(?m)^ *```[\s\S]*?^ *```/, with: "")
            .replacing(/`[^`\n]*`/, with: "")
        let inline = prose.matches(of: /\]\((?:<([^>\n]+)>|([^)\s]+))[^)\n]*\)/)
            .compactMap { $0.1 ?? $0.2 }
        let defined = prose.matches(of: /(?m)^ *\[[^\]\n]+\]: +(\S+)/).map(\.1)
        return (inline + defined).map(String.init)
    }

    private static func isThere(
        _ target: String, from page: SourceTree.File, in tree: SourceTree
    ) -> Bool {
        guard target.prefixMatch(of: /[a-z]+:|#/) == nil else { return true }
        let path = target.prefix { $0 != "#" && $0 != "?" }
        let place = String(path).removingPercentEncoding ?? String(path)
        let folder = tree.root.appending(path: page.path).deletingLastPathComponent()
        let base = place.hasPrefix("/") ? tree.root : folder
        let file = base.appending(path: place).standardizedFileURL
        return FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
    }
}
