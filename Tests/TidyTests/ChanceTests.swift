import Testing

/// Time, identity and chance are handed in, so that a test can hold them still. They enter at a few
/// places, all of which are named here.
@Suite struct ChanceTests {
    struct Entrance {
        let path: String
        let phrases: Set<String>
        let reason: String
    }

    static let phrases = [
        "Date()", "Date.now", "UUID()", "SystemRandomNumberGenerator()", ".random(",
        ".randomElement()", ".shuffled()",
    ]

    static let entrances = [
        Entrance(
            path: "Sources/Registration/Registry.swift", phrases: ["Date()"],
            reason: "the one clock that the server hands to all"),
        Entrance(
            path: "Sources/Server/LogLines.swift", phrases: ["Date()"],
            reason: "a log line tells the true time, wherever the clock of the desks was moved"),
        Entrance(
            path: "Sources/Registration/TokenSource.swift",
            phrases: ["SystemRandomNumberGenerator()"],
            reason: "the one source of keys, public ids and validation values"),
        Entrance(
            path: "Sources/Issuance/Serials/SerialSource.swift",
            phrases: ["SystemRandomNumberGenerator()", ".random("],
            reason: "the one source of serial numbers"),
        Entrance(
            path: "Sources/Issuance/Keepers/SealedFileKeeper.swift", phrases: [".random("],
            reason: "the salt of a sealed key; no test is to know it beforehand"),
        Entrance(
            path: "Sources/Issuance/Keepers/SecretBox.swift", phrases: [".random("],
            reason: "the salt of sealed secrets; no test is to know it beforehand"),
        Entrance(
            path: "Sources/TestKit/Judges/ScratchFolder.swift", phrases: ["UUID()"],
            reason: "folders of their own for tests that run at the same time"),
    ]

    @Test("clock, identity and chance are asked only where they enter")
    func strays() throws {
        let findings = try SourceTree.package.get().sources.flatMap { file in
            let allowed = Self.entrances.first { $0.path == file.path }?.phrases ?? []
            return Self.phrases.filter { !allowed.contains($0) }.flatMap { phrase in
                file.findings("asks \(phrase) itself; have it handed in") { $0.uses(phrase) }
            }
        }
        expectNone(findings)
    }

    @Test("every place named as an entrance is one")
    func entrances() throws {
        let sources = try SourceTree.package.get().sources
        expectNone(
            Self.entrances.flatMap { entrance in
                let file = sources.first { $0.path == entrance.path }
                let unused = entrance.phrases.filter { phrase in
                    file?.lines.contains { $0.uses(phrase) } != true
                }
                return unused.sorted().map {
                    Finding(path: entrance.path, message: "is named for \($0), which it has not")
                }
            })
    }
}
