/// A profile as its file has it, with what may be chosen of it and who uses it.
package struct ProfileFile: Equatable, Sendable {
    /// The name of the file without its ending.
    package let name: String
    package let title: String
    /// Where it lies; nil for those that come with the program.
    package let path: String?
    /// The whole file.
    package let text: String
    /// The products that are issued by it.
    package let products: [String]
    package let profile: CertificateProfile
    /// The same with a few members changed, by the word that orders choose it by.
    package let variants: [String: CertificateProfile]
}

/// Why a file is no profile: where it says what, and what would be right.
package struct ProfileProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1; nil where the whole file is meant.
    package let line: Int?
    /// The member, dotted, such as `names.forms`; empty for the file itself.
    package let member: String
    package let problem: String

    package init(file: String, line: Int? = nil, member: String = "", problem: String) {
        self.file = file
        self.line = line
        self.member = member
        self.problem = problem
    }

    package var description: String {
        let place = line.map { "\(file), line \($0)" } ?? file
        return member.isEmpty ? "\(place): \(problem)" : "\(place): \(member) \(problem)"
    }
}
