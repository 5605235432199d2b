import Issuance

extension Refusal {
    /// What the lints have against a certificate that an order would lead to.
    ///
    /// Where another request would help, the request is at fault and the member that leads there is
    /// named. Otherwise the fault is this installation's: a profile, its settings, or its code.
    init(_ problem: LintProblem) {
        let lints = problem.findings.map(\.lint)
        let mendable = problem.findings.first { $0.part != .house }
        guard let finding = problem.findings.first(where: { $0.part == .house }) ?? mendable,
            let path = finding.part.path
        else {
            self.init(
                .internalError,
                "A certificate like this is not signed here: \(problem.findings.words)",
                lints: lints)
            return
        }
        self.init(
            .invalidValue(path),
            "\(path) leads to a certificate that is not signed: \(problem.findings.words)",
            lints: lints)
    }

    /// A certificate that was signed and thrown away.
    init(_ fault: SigningFault) {
        self.init(
            .internalError,
            "The certificate was signed and thrown away: it is not what was to be signed.",
            lints: ["\(fault)"])
    }
}

extension [LintFinding] {
    /// Each with the lint's name, which the documentation explains.
    fileprivate var words: String {
        map { "\($0.problem) (\($0.lint), \($0.source))" }.joined(separator: " ")
    }
}

extension LintPart {
    /// The member of an order that has to be changed; nil where none helps.
    fileprivate var path: String? {
        switch self {
        case .names: "certificate.dns_names"
        case .subject: "organization"
        case .key: "certificate.csr"
        case .validity: "certificate.cert_validity"
        case .house: nil
        }
    }
}
