import Testing

/// Something that should be otherwise, and where.
struct Finding: Equatable, CustomStringConvertible {
    let path: String
    var line: Int?
    let message: String

    var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): \(message)"
    }
}

/// Fails with a line for each finding.
func expectNone(
    _ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation
) {
    guard !findings.isEmpty else { return }
    let list = findings.map(\.description).joined(separator: "\n")
    Issue.record("Found \(findings.count):\n\(list)", sourceLocation: sourceLocation)
}
