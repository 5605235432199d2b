import Testing

/// What no file may exceed; the aim lies well below.
@Suite struct SizeTests {
    static let linesMax = 300
    static let columnsMax = 100

    @Test("no Swift file is longer than 300 lines")
    func lines() throws {
        let files = try SourceTree.package.get().swiftFiles
        expectNone(
            files.filter { $0.lines.count > Self.linesMax }.map {
                Finding(path: $0.path, message: "\($0.lines.count) lines")
            })
    }

    @Test("no line of Swift is wider than 100 columns")
    func columns() throws {
        let files = try SourceTree.package.get().swiftFiles
        expectNone(
            files.flatMap { file in
                file.lines.filter(Self.isTooWide).map {
                    Finding(path: file.path, line: $0.number, message: "\($0.text.count) columns")
                }
            })
    }

    private static func isTooWide(_ line: SwiftFile.Line) -> Bool {
        // Counting characters is slow, and there are never more of them than bytes.
        line.text.utf8.count > columnsMax && line.text.count > columnsMax
    }
}
