import Crypto
import X509

/// Where a certificate is to stand: who signs it, as what, and what it is to point to.
struct LintPlace: Sendable {
    let issuer: LintIssuer
    let role: LintRole
    let pointers: AuthorityPointers

    /// What the certificate is for; nil for authorities, which may be for anything.
    var purposes: [KeyPurpose]? {
        switch role {
        case .endEntity(let profile): profile.purposes
        case .responder: [.ocspSigning]
        case .authority, .completed: nil
        }
    }

    var policies: [CertificatePolicy] {
        switch role {
        case .endEntity(let profile): profile.policies
        case .responder, .completed: []
        case .authority(_, let isRoot, _): isRoot ? [] : [.any]
        }
    }

    var keyFamilies: Set<KeyFamily> {
        switch role {
        case .endEntity(let profile): profile.keyFamilies
        case .responder, .authority, .completed: [.rsa, .p256, .p384, .p521]
        }
    }

    var rsaBitsMin: Int { profile?.rsaBitsMin ?? RSASizeRule.bitsMin }

    func keyUse(of family: KeyFamily) -> KeyUse {
        switch role {
        case .endEntity(let profile): profile.keyUse.of(family)
        case .responder: .digitalSignature
        case .authority: [.certificateSigning, .listSigning]
        case .completed: []
        }
    }

    var constraints: LintedValues.Constraints? {
        switch role {
        case .endEntity: .init(isAuthority: false, pathLength: nil)
        case .responder, .completed: nil
        case .authority(let pathLength, _, _): .init(isAuthority: true, pathLength: pathLength)
        }
    }

    var profile: CertificateProfile? {
        if case .endEntity(let profile) = role { profile } else { nil }
    }

    var isAuthority: Bool {
        if case .authority = role { true } else { false }
    }

    /// What stands in it as in another certificate for the same key.
    var adopted: AdoptedTraits? {
        if case .authority(_, _, let adopted) = role { adopted } else { nil }
    }

    var isCompleted: Bool {
        if case .completed = role { true } else { false }
    }

    var isResponder: Bool {
        if case .responder = role { true } else { false }
    }
}

/// What a certificate is issued as.
enum LintRole: Sendable {
    case endEntity(CertificateProfile)
    /// It answers about revocation in its issuer's name (RFC 6960 section 4.2.2.2).
    case responder
    case authority(pathLength: Int?, isRoot: Bool, adopted: AdoptedTraits? = nil)
    /// What a precertificate, which was linted, becomes with its timestamps: all else in it is the
    /// same octets.
    case completed
}

/// Who signs, as far as what is signed has to fit.
struct LintIssuer: Sendable {
    /// The subject of its certificate, to the octet.
    let name: [UInt8]
    /// What its own certificate calls its key.
    let keyIdentifier: [UInt8]
    let key: SubjectKey
    let validity: Validity
}

extension LintIssuer {
    init(_ certificate: SignedCertificate) throws {
        self.init(
            name: try certificate.subjectOctets, keyIdentifier: certificate.subjectKeyIdentifier,
            key: certificate.key, validity: certificate.validity)
    }
}
