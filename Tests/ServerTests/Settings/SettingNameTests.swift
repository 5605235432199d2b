import Foundation
import Testing

@testable import Server

/// Every setting is named, and what looks like one and is none is told.
@Suite struct SettingNameTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("the names are those that the settings are read by")
    func read() throws {
        let folder = Self.root.appending(path: "Sources/Server")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        var found: Set<String> = []
        for file in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let reads = text.matches(of: /(?:forKey: |flag\(|number\(\s*)"([a-z0-9.]+)"/)
            found.formUnion(reads.map { String($0.1) })
        }
        #expect(found == SettingNames.all)
    }

    @Test("each name has its row in the documents")
    func documented() throws {
        let page = try String(
            contentsOf: Self.root.appending(path: "docs/configuration.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        for name in SettingNames.all {
            #expect(rows.contains { $0.contains("`\(name)`") }, "\(name)")
        }
    }

    @Test("a file with a name that is none is refused, with the one that may be meant")
    func files() throws {
        try SettingNames.check(file: "a.yaml", names: ["http", "ocsp.nonce"])
        for (name, words) in [
            ("htp", "; http may be meant"), ("ocsp.hour", "; ocsp.hours may be meant"),
            ("colour.of.the.page", ""),
        ] {
            let problem = #expect(throws: SettingsProblem.self) {
                try SettingNames.check(file: "a.yaml", names: ["http", name])
            }
            #expect(
                problem?.description == "a.yaml sets \"\(name)\", which is no setting\(words)")
        }
    }

    @Test("variables that are none are named, those of others are not")
    func environment() {
        let warnings = SettingNames.warnings(about: [
            "CHANCERY_HTTP": "", "CHANCERY_KEY": "", "CHANCERY_SERVICE_HOST": "", "PATH": "",
            "CHANCERY_PORT_8080_TCP": "", "CHANCERY_SANBOX": "", "CHANCERY_WHATEVER": "",
        ])
        #expect(
            warnings == [
                "CHANCERY_SANBOX is no setting and is passed over; CHANCERY_SANDBOX may be meant",
                "CHANCERY_WHATEVER is no setting and is passed over",
            ])
    }
}
