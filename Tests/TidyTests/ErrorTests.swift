import Testing

/// Errors rise to the one place that answers; what is dropped or printed on the way is lost.
@Suite struct ErrorTests {
    /// Where one comment gives the reason for a whole folder.
    static let explainedFolders = [
        "Sources/APIModels/Leniency/": "the wrappers ask for one kind of value after the other"
    ]

    @Test("each try? has its reason beside it")
    func droppedErrors() throws {
        let files = try SourceTree.package.get().swiftFiles.filter { file in
            !Self.explainedFolders.keys.contains(where: file.path.hasPrefix)
        }
        expectNone(
            files.flatMap { file in
                file.findings("try? without a comment on this line or the one before") { line in
                    line.uses("try?") && line.comment.isEmpty
                        && (line.number == 1 || file.lines[line.number - 2].comment.isEmpty)
                }
            })
    }

    @Test("only the command line prints, and what measures")
    func prints() throws {
        let files = try SourceTree.package.get().swiftFiles.filter {
            $0.target != "chancery" && !$0.path.hasPrefix("Benchmarks/")
        }
        expectNone(
            files.flatMap { file in
                file.findings("prints; log it or let it rise") {
                    ["print(", "debugPrint("].contains(where: $0.uses)
                }
            })
    }
}
