/// Which fields a profile's subjects have (Baseline Requirements section 7.1.2.7).
package struct SubjectRule: Equatable, Sendable {
    package var allowed: Set<SubjectField>
    /// Of each of these, at least one field must be there.
    package var required: [[SubjectField]]

    package init(allowed: Set<SubjectField>, required: [[SubjectField]]) {
        self.allowed = allowed
        self.required = required
    }

    package static let domain = SubjectRule(allowed: [.country, .commonName], required: [])

    package static let organization = SubjectRule(
        allowed: [
            .country, .stateOrProvince, .locality, .postalCode, .street, .organization, .commonName,
        ],
        required: [[.organization], [.country], [.stateOrProvince, .locality]])

    package static let extended = SubjectRule(
        allowed: Self.organization.allowed.union([
            .jurisdictionCountry, .jurisdictionStateOrProvince, .jurisdictionLocality,
            .businessCategory, .registrationNumber,
        ]),
        required: Self.organization.required + [
            [.jurisdictionCountry], [.businessCategory], [.registrationNumber],
        ])

    package static let free = SubjectRule(
        allowed: Set(SubjectField.allCases).subtracting(SubjectField.ofMarks), required: [])

    func check(_ subject: Subject) throws(DraftProblem) {
        if let entry = subject.entries.first(where: { !allowed.contains($0.field) }) {
            throw .fieldNotAllowed(entry.field)
        }
        for choice in required where !choice.contains(where: { subject[$0] != nil }) {
            throw .fieldMissing(anyOf: choice)
        }
    }
}
