/// What the subject says. The name of an authority that has a certificate already stands as it is.
extension Lint {
    static let ofSubjects = [
        Lint("rfc5280_authority_subject", "RFC 5280 section 4.1.2.6", about: .subject) {
            one, place in
            place.isAuthority && one.subject.attributes.isEmpty
                ? "An authority has to have a name." : nil
        },
        subject("rfc5280_subject_bounds", "RFC 5280 appendix A.1") { attribute, field in
            guard let text = attribute.text else { return nil }
            return (1...field.charactersMax).contains(text.unicodeScalars.count)
                ? nil : "has to have 1 to \(field.charactersMax) characters"
        },
        subject("rfc5280_subject_strings", "RFC 5280 sections 4.1.2.4 and 4.1.2.6") {
            attribute, field in
            let tag: [UInt8] =
                field == .emailAddress
                ? [LintedName.StringTag.ia5]
                : field.isPrintable
                    ? [LintedName.StringTag.printable]
                    : [LintedName.StringTag.utf8, LintedName.StringTag.printable]
            return tag.contains(attribute.tag) && attribute.text != nil
                ? nil : "is not a string of the type that it has to be"
        },
        subject("cabf_br_country_code", "Baseline Requirements section 7.1.2.7.12") {
            attribute, field in
            guard field.isCountry, let text = attribute.text, text.unicodeScalars.count == 2 else {
                return nil
            }
            return text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
                ? nil : "is not the two upper-case letters of a country"
        },
        Lint("cabf_br_subject_once", "Baseline Requirements section 7.1.4.1", about: .subject) {
            one, place in
            guard place.adopted?.isNamed != true else { return nil }
            if one.subject.hasJoinedAttributes {
                return "Two attributes of the subject are joined."
            }
            let fields = one.subject.attributes.compactMap(\.field)
            let repeated = Set(fields).first { field in
                !field.isRepeatable && fields.count { $0 == field } > 1
            }
            return repeated.map { "The subject has \($0.rawValue) more than once." }
        },
        Lint("profile_subject_fields", "the profile's subject", about: .subject) { one, place in
            guard let rule = place.profile?.subject else { return nil }
            let fields = one.subject.attributes.map(\.field)
            if let stray = fields.first(where: { $0.map(rule.allowed.contains) != true }) {
                return "The subject has \(stray?.rawValue ?? "an unknown attribute"), "
                    + "which the profile does not take."
            }
            let missing = rule.required.first { choice in
                !choice.contains { fields.contains($0) }
            }
            return missing.map {
                "The subject lacks \($0.map(\.rawValue).joined(separator: " or "))."
            }
        },
    ]

    /// A lint of each attribute that is known.
    private static func subject(
        _ name: String, _ source: String,
        _ problem: @escaping @Sendable (LintedName.Attribute, SubjectField) -> String?
    ) -> Lint {
        Lint(name, source, about: .subject) { one, place in
            guard place.adopted?.isNamed != true else { return nil }
            for attribute in one.subject.attributes {
                if let field = attribute.field, let problem = problem(attribute, field) {
                    return "The subject's \(field.rawValue) \(problem)."
                }
            }
            return nil
        }
    }
}
