/// Everything a certificate will say that its issuer does not say for it.
package struct CertificateDraft: Sendable {
    /// Upper bound on the names of one certificate; a thousand long ones take 64 KiB.
    package static let namesMax = 1000

    package let holder: CertificateHolder
    package let profile: CertificateProfile
    package let validity: Validity
    package let serial: SerialNumber
    package let hash: HashAlgorithm

    package init(
        for holder: CertificateHolder, as profile: CertificateProfile, valid validity: Validity,
        serial: SerialNumber, hash: HashAlgorithm
    ) {
        self.holder = holder
        self.profile = profile
        self.validity = validity
        self.serial = serial
        self.hash = hash
    }

    /// Refuses what the profile does not allow. The issuer's own bounds are asked when it signs.
    package func check() throws(DraftProblem) {
        guard validity.notBefore < validity.notAfter else { throw .endsBeforeItBegins }
        let kind = holder.key.kind
        guard profile.keyFamilies.contains(kind.family), !profile.keyUse.of(kind.family).isEmpty
        else { throw .keyNotAllowed(kind) }
        if case .rsa(let bits) = kind, bits < profile.rsaBitsMin {
            throw .keyTooSmall(bitsMin: profile.rsaBitsMin)
        }
        guard !holder.names.isEmpty || !profile.names.listsCommonName else { throw .noNames }
        guard holder.names.count <= Self.namesMax else { throw .tooManyNames }
        if let name = holder.names.first(where: { !profile.names.allows($0) }) {
            throw .nameNotAllowed(name.text)
        }
        if profile.names.listsCommonName, let name = holder.subject.commonName,
            !holder.names.map(\.text).contains(name)
        {
            throw .commonNameNotListed(name)
        }
        try profile.subject.check(holder.subject)
    }
}

/// Whom and which key a certificate binds together.
package struct CertificateHolder: Hashable, Sendable {
    package let subject: Subject
    /// In the order given, each once.
    package let names: [SubjectAlternativeName]
    package let key: SubjectKey
    /// The mark that the certificate shows.
    package let logotype: Logotype?

    package init(
        subject: Subject, names: [SubjectAlternativeName], key: SubjectKey,
        logotype: Logotype? = nil
    ) {
        var seen: Set<SubjectAlternativeName> = []
        self.subject = subject
        self.names = names.filter { seen.insert($0).inserted }
        self.key = key
        self.logotype = logotype
    }
}
