/// Which fields a profile's subjects have.
package struct SubjectRule: Equatable, Sendable {
    package var allowed: Set<SubjectField>
    /// Of each of these, at least one field must be there.
    package var required: [[SubjectField]]

    package init(allowed: Set<SubjectField>, required: [[SubjectField]]) {
        self.allowed = allowed
        self.required = required
    }

    func check(_ subject: Subject) throws(DraftProblem) {
        if let entry = subject.entries.first(where: { !allowed.contains($0.field) }) {
            throw .fieldNotAllowed(entry.field)
        }
        for choice in required where !choice.contains(where: { subject[$0] != nil }) {
            throw .fieldMissing(anyOf: choice)
        }
    }
}
