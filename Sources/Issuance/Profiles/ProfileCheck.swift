/// What members of a profile cannot be together.
///
/// The rules of the trade are held up where a profile claims to follow them: where it asserts one
/// of their policies.
enum ProfileCheck {
    /// - Parameters:
    ///   - members: where each part of the profile stands.
    ///   - root: the file, or the variant.
    static func check(
        _ profile: CertificateProfile, _ members: [String: ProfileMember], _ root: ProfileMember
    ) throws(ProfileProblem) {
        func refuse(_ member: String, _ problem: String) -> ProfileProblem {
            (members[member] ?? root).refusal(problem)
        }
        if let problem = keyProblem(profile) { throw refuse("keys", problem) }
        if let problem = keyUseProblem(profile) { throw refuse("keyUsage", problem) }
        if let problem = purposeProblem(profile) { throw refuse("purposes", problem) }
        if members["rsaBitsMin"] != nil {
            // A variant may leave RSA keys out.
            if root.path.isEmpty, !profile.keyFamilies.contains(.rsa) {
                throw refuse("rsaBitsMin", "is given, but keys lacks rsa")
            }
            if !profile.rsaBitsMin.isMultiple(of: 8) {
                throw refuse("rsaBitsMin", "is \(profile.rsaBitsMin); a multiple of 8")
            }
        }
        if let problem = nameProblem(profile) { throw refuse("names", problem) }
        if profile.names.forms.isEmpty, profile.subject.required.isEmpty {
            throw refuse("subject", "requires nothing and names.forms is empty: it names nobody")
        }
        if profile.signsExchanges, !profile.keyFamilies.isSubset(of: [.p256, .p384]) {
            throw refuse("extensions", "has signedExchanges, for which keys are p256 and p384 only")
        }
        if profile.policies.contains(.any) {
            throw refuse("policies", "has anyPolicy, which is for authorities")
        }
        for rule in TradeRule.all where rule.applies(to: profile) {
            if let problem = rule.problem(of: profile) {
                throw refuse(problem.member, problem.text)
            }
        }
    }

    private static func keyProblem(_ profile: CertificateProfile) -> String? {
        guard !profile.keyFamilies.isEmpty else { return "is empty; a certificate has a key" }
        let idle = KeyFamily.allCases.first { family in
            profile.keyFamilies.contains(family) && profile.keyUse.of(family).isEmpty
        }
        return idle.map { "has \($0.rawValue), which can do nothing of keyUsage" }
    }

    private static func keyUseProblem(_ profile: CertificateProfile) -> String? {
        if profile.keyUse.contains(.keyEncipherment), !profile.keyFamilies.contains(.rsa) {
            return "has keyEncipherment, which is for RSA keys, but keys lacks rsa"
        }
        if profile.keyUse.contains(.keyAgreement),
            profile.keyFamilies.isDisjoint(with: [.p256, .p384, .p521])
        {
            return "has keyAgreement, which is for keys of curves, but keys has none"
        }
        return nil
    }

    private static func purposeProblem(_ profile: CertificateProfile) -> String? {
        if profile.purposes.isEmpty { return "is empty; a certificate is for something" }
        if profile.purposes.contains(.any) { return "has anyExtendedKeyUsage: name the purposes" }
        if profile.purposes.contains(.ocspSigning) {
            return "has OCSPSigning, with which its holder would answer in the issuer's name"
        }
        let hosts: Set<NameForm> = [.host, .wildcard, .address]
        if profile.purposes.contains(.serverAuth), profile.names.forms.isDisjoint(with: hosts) {
            return "has serverAuth, but names.forms has neither host, wildcard nor address"
        }
        return nil
    }

    private static func nameProblem(_ profile: CertificateProfile) -> String? {
        if profile.names.listsCommonName, profile.names.forms.isEmpty {
            return "lists the common name, but has no forms"
        }
        return nil
    }
}

/// What the rules of a trade ask of whoever asserts their policies.
private struct TradeRule {
    let name: String
    let policies: [OID]
    var daysMax: Int?
    var bansInternalNames = false
    var bans: Set<NameForm> = []

    static let all = [
        TradeRule(
            name: "the Baseline Requirements",
            policies: [
                [2, 23, 140, 1, 2, 1], [2, 23, 140, 1, 2, 2], [2, 23, 140, 1, 2, 3],
                [2, 23, 140, 1, 1],
            ], daysMax: 397, bansInternalNames: true),
        TradeRule(
            name: "the EV Guidelines", policies: [[2, 23, 140, 1, 1]],
            bans: [.wildcard, .address]),
        TradeRule(
            name: "the S/MIME Baseline Requirements",
            policies: (1...4).flatMap { kind in
                (1...3).map { OID([2, 23, 140, 1, 5, kind, $0]) }
            }, daysMax: 825, bansInternalNames: true),
        TradeRule(
            name: "the Code Signing Baseline Requirements",
            policies: [[2, 23, 140, 1, 4, 1], [2, 23, 140, 1, 3]], daysMax: 1187),
        TradeRule(
            name: "the Mark Certificate Requirements",
            policies: [[1, 3, 6, 1, 4, 1, 53087, 1, 1]], daysMax: 398),
    ]

    func applies(to profile: CertificateProfile) -> Bool {
        profile.policies.contains { policies.contains($0.oid) }
    }

    func problem(of profile: CertificateProfile) -> (member: String, text: String)? {
        if profile.keyFamilies.contains(.ed25519) {
            return ("keys", "has ed25519, which \(name) do not take")
        }
        let days = ([profile.validity.daysMax] + profile.validity.earlier.map(\.daysMax)).max() ?? 0
        if let daysMax, days > daysMax {
            return ("validity", "has \(days) days, at most \(daysMax) by \(name)")
        }
        if bansInternalNames, profile.names.allowsInternal {
            return ("names", "takes internal names, which \(name) do not")
        }
        if let form = NameForm.allCases.first(where: {
            bans.contains($0) && profile.names.forms.contains($0)
        }) {
            return ("names", "has the form \(form.rawValue), which \(name) do not take")
        }
        return nil
    }
}
