import Foundation
import TestKit
import Testing

/// Exchanges written one after the other, compared with a kept file as a whole.
struct Transcript {
    private let name: String
    private var text = ""
    /// What the changes among the exchanges left in the audit log.
    private var log = ""

    /// - Parameter name: the kept file's, without its extension.
    init(_ name: String) {
        self.name = name
    }

    mutating func note(_ exchange: Exchange, _ title: String) {
        text += "# \(title)\n\(exchange.transcript)\n"
        guard !exchange.entries.isEmpty else { return }
        log += "# \(title)\n" + exchange.entries.map { $0 + "\n" }.joined() + "\n"
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        try Self.check(text, name + ".txt", sourceLocation: sourceLocation)
        guard !log.isEmpty else { return }
        try Self.check(log, name + Self.auditEnding, sourceLocation: sourceLocation)
    }

    static let auditEnding = ".audit.txt"

    static func check(
        _ text: String, _ file: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Transcripts")
        let outcome = try Golden.compare(text, with: folder.appending(path: file))
        #expect(outcome == .same, "\(file)", sourceLocation: sourceLocation)
    }
}
