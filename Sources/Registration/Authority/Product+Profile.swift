import Issuance
import OrderCore

extension Product {
    /// What a certificate of this product says of itself.
    func profile(of content: Certificate.Content) -> CertificateProfile {
        switch family {
        case .tls: hostProfile(content.profileOption)
        case .client: clientProfile(content)
        case .mailbox: mailProfile(.mailbox, content)
        case .sponsoredMailbox: mailProfile(.sponsor, content)
        case .organizationMailbox: mailProfile(.organization, content)
        case .codeSigning: validation == .evCS ? .extendedCodeSigning : .codeSigning
        case .documents: documentProfile(content)
        case .mark: .mark
        }
    }

    private func hostProfile(_ option: Certificate.ProfileOption?) -> CertificateProfile {
        var profile: CertificateProfile =
            switch validation {
            case .dv: .dv
            case .ev: .ev
            case .privateSSL: .private
            // Machines of a grid are servers and clients of each other.
            case .grid: .ov.serving([.serverAuth, .clientAuth])
            default: .ov
            }
        switch option {
        case nil, .serverAuthOnly: return profile
        case .serverAndClientAuth: return profile.serving([.serverAuth, .clientAuth])
        case .kdcSmartCard: return profile.serving([.serverAuth, .clientAuth, .kerberosKDC])
        case .signedExchange:
            profile.signsExchanges = true
            // Signed exchanges are signed with ECDSA alone.
            profile.keyFamilies = [.p256, .p384]
            return profile
        }
    }

    private func mailProfile(
        _ validation: MailValidation, _ content: Certificate.Content
    ) -> CertificateProfile {
        .mail(
            validation, content.holder?.mailProfile == .multipurpose ? .multipurpose : .strict,
            for: KeyUse(content.holder?.keyUse))
    }

    private func clientProfile(_ content: Certificate.Content) -> CertificateProfile {
        if isPrivate || group == .grid { return .privateClient }
        var profile = CertificateProfile.mail(
            .sponsor, .multipurpose, for: KeyUse(content.holder?.keyUse))
        switch nameID {
        case "client_authentication_plus":
            // No mail, so nothing to assert about it.
            profile.purposes = [.clientAuth]
            profile.policies = []
            profile.keyUse = .digitalSignature
        case "client_email_security_plus": profile.purposes = [.emailProtection]
        case "client_digital_signature_plus", "client_digital_signature_plus_sha2":
            profile.keyUse = .signing
        default: break
        }
        return profile
    }

    private func documentProfile(_ content: Certificate.Content) -> CertificateProfile {
        let uses = content.holder?.documentUses ?? []
        let named = uses.isEmpty ? Certificate.DocumentUse.allCases : uses
        let purposes: [KeyPurpose] = named.map { use in
            switch use {
            case .adobe: .adobeDocumentSigning
            case .microsoft: .microsoftDocumentSigning
            case .anyDocument: .documentSigning
            }
        }
        return .documentSigning(purposes, for: KeyUse(content.holder?.keyUse ?? .signing))
    }
}

extension KeyUse {
    /// Both, where the client names none.
    init(_ use: Certificate.KeyUse?) {
        switch use {
        case .signing: self = .signing
        case .keyManagement: self = .keyManagement
        case .dual, nil: self = .signingAndKeyManagement
        }
    }
}

extension Refusal {
    /// What the signer says no to. Most of it was refused before; the signer has the last word.
    init(_ problem: DraftProblem) {
        switch problem {
        case .keyNotAllowed:
            self.init(.csrInvalid, "The CSR has a key of a type that the product does not certify.")
        case .keyTooSmall(let bitsMin):
            self.init(
                .csrInvalid, "The CSR has an RSA key that is too short: at least \(bitsMin) bits.")
        case .nameNotAllowed(let name):
            self = .invalid(
                "certificate.dns_names", "has \(name.quoted), which the product does not secure")
        case .noNames, .tooManyNames, .commonNameNotListed:
            self = .invalid("certificate.dns_names", "cannot be certified: \(problem)")
        case .endsBeforeItBegins, .outlivesIssuer, .beginsBeforeIssuer:
            self = .invalid(
                "certificate.cert_validity", "does not lie within the issuer's own time")
        case .purposeNotCovered(let purpose):
            self = .invalid(
                "certificate.ca_cert_id",
                "leads to an issuer whose own certificate leaves out \(purpose.name)")
        case .fieldNotAllowed(let field):
            self = .invalid(
                "organization", "cannot stand in the certificate: check \(field.rawValue)")
        case .fieldMissing(let fields):
            self = .invalid(
                "organization",
                "lacks \(fields.map(\.rawValue).joined(separator: " or ")) for the certificate"
            )
        }
    }
}
