/// One rule that every certificate is held against before it is signed.
///
/// A lint knows the octets and where they are to stand, not how they came about. Its name begins
/// with its source: `rfc…`, `cabf_br` (Baseline Requirements for TLS server certificates), `mcr`
/// (Mark Certificate Requirements), `profile` (the profile it is issued by) or `chancery`.
///
/// A new lint? Also a mutation in `LintMutationTests`, and its line in `docs/profiles.md`.
package struct Lint: Sendable {
    package let name: String
    /// The section it answers to.
    package let source: String
    let part: LintPart
    /// What is wrong, for a reader; nil where nothing is.
    let problem: @Sendable (LintedCertificate, LintPlace) -> String?

    init(
        _ name: String, _ source: String, about part: LintPart,
        _ problem: @escaping @Sendable (LintedCertificate, LintPlace) -> String?
    ) {
        self.name = name
        self.source = source
        self.part = part
        self.problem = problem
    }

    /// What stands in a certificate that cannot be read; the others are not asked then.
    static let structure = Lint("rfc5280_structure", "RFC 5280 section 4.1", about: .house) {
        _, _ in nil
    }

    /// Where one of these finds something, the others cannot tell.
    static let ofForm = [
        structure,
        Lint("rfc5280_extension_values", "RFC 5280 section 4.2.1", about: .house) { one, _ in
            one.values.unreadable.first.map { "The extension \($0) cannot be read." }
        },
    ]

    /// All of them, by the part of a certificate that they look at.
    package static let all =
        ofForm + ofFields + ofTimes + ofSubjects + ofKeys + ofExtensions + ofUses + ofNames
        + ofMailboxes + ofPointers + ofTransparency

    private static let ofContent = all.filter { lint in
        !ofForm.contains { $0.name == lint.name }
    }

    /// What the lints have against a certificate that is signed with a throw-away key.
    static func findings(in der: [UInt8], at place: LintPlace) -> [LintFinding] {
        let certificate: LintedCertificate
        do {
            certificate = try LintedCertificate(der)
        } catch {
            return [LintFinding(structure, "It is not the DER of a certificate.")]
        }
        for lints in [ofForm, place.isCompleted ? ofTransparency : ofContent] {
            let findings = lints.compactMap { lint in
                lint.problem(certificate, place).map { LintFinding(lint, $0) }
            }
            if !findings.isEmpty { return findings }
        }
        return []
    }
}

/// What has to be changed so that a lint has nothing to find.
package enum LintPart: Hashable, Sendable {
    case names
    case subject
    case key
    case validity
    /// No request can help it: the profile, the settings or the code is wrong.
    case house
}

/// What a lint has against a certificate.
package struct LintFinding: Hashable, Sendable {
    package let lint: String
    package let source: String
    package let part: LintPart
    package let problem: String

    init(_ lint: Lint, _ problem: String) {
        self.lint = lint.name
        source = lint.source
        part = lint.part
        self.problem = problem
    }
}

/// A certificate that is not signed, since lints found something.
package struct LintProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package let findings: [LintFinding]

    package var description: String {
        "The certificate was not signed. "
            + findings.map { "\($0.lint): \($0.problem)" }.joined(separator: " ")
    }
}
