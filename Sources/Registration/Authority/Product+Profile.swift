import Issuance
import OrderCore

extension Product {
    /// What a certificate of this product says of itself.
    func profile(_ option: Certificate.ProfileOption?) -> CertificateProfile {
        let profile: CertificateProfile =
            switch validation {
            case .dv: .dv
            case .ov: .ov
            case .ev: .ev
            case .privateSSL: .private
            }
        switch option {
        case nil, .serverAuthOnly: return profile
        case .serverAndClientAuth: return profile.serving([.serverAuth, .clientAuth])
        case .kdcSmartCard: return profile.serving([.serverAuth, .clientAuth, .kerberosKDC])
        }
    }

    /// The subject: the common name, and the organization as far as it was checked.
    ///
    /// Organizational units stand in private certificates only; public TLS gave them up in 2022.
    func subject(of content: Certificate.Content, organization: Organization?) throws -> Subject {
        var entries = [Subject.Entry(.commonName, content.commonName)]
        guard let organization, needsOrganization else { return try Subject(entries) }
        entries += organization.entries
        switch validation {
        case .dv, .ov: break
        case .ev: entries += organization.registrationEntries
        case .privateSSL:
            entries += content.organizationUnits.map { .init(.organizationalUnit, $0) }
        }
        return try Subject(entries)
    }
}

extension Organization {
    fileprivate var entries: [Subject.Entry] {
        [
            .init(.organization, name), .init(.locality, address.city),
            .init(.stateOrProvince, address.state), .init(.country, address.country),
        ]
    }

    /// The contract carries no registration number: the number here is the one that the
    /// registration authority, which is this installation, gave the organization.
    fileprivate var registrationEntries: [Subject.Entry] {
        [
            .init(.businessCategory, "Private Organization"),
            .init(.jurisdictionCountry, address.country),
            .init(.registrationNumber, String(id.rawValue)),
        ]
    }
}

extension Refusal {
    /// What the signer says no to. Most of it was refused before; the signer has the last word.
    init(_ problem: DraftProblem) {
        switch problem {
        case .keyNotAllowed:
            self.init(.csrInvalid, "The CSR has a key of a type that the product does not certify.")
        case .nameNotAllowed(let name):
            self = .invalid(
                "certificate.dns_names", "has \(name.quoted), which the product does not secure")
        case .noNames, .tooManyNames, .commonNameNotListed:
            self = .invalid("certificate.dns_names", "cannot be certified: \(problem)")
        case .endsBeforeItBegins, .outlivesIssuer, .beginsBeforeIssuer:
            self = .invalid(
                "certificate.cert_validity", "does not lie within the issuer's own time")
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
