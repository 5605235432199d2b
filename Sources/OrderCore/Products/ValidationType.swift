/// How much is known about whoever asks for a certificate (contract: validation types).
///
/// Products are validated in one of these ways, and so are organizations and domains, each in some
/// of them.
package enum ValidationType: String, CaseIterable, Sendable {
    case dv
    case ov
    case ev
    case cs
    case evCS = "ev_cs"
    case ds
    case smime
    case vmc
    case privateSSL = "private_ssl"
    case grid
    case mailbox
    case sponsor
    case organization

    /// Those that an organization is checked in.
    package static let ofOrganizations: [ValidationType] = [
        .ov, .ev, .cs, .evCS, .ds, .smime, .vmc,
    ]
    /// Those that proof of a domain serves.
    package static let ofDomains: [ValidationType] = [.dv, .ov, .ev, .privateSSL]

    package var name: String {
        switch self {
        case .dv: "DV"
        case .ov: "OV"
        case .ev: "EV"
        case .cs: "CS"
        case .evCS: "EV CS"
        case .ds: "DS"
        case .smime: "S/MIME"
        case .vmc: "VMC"
        case .privateSSL: "Private SSL"
        case .grid: "Grid"
        case .mailbox: "Mailbox"
        case .sponsor: "Sponsor"
        case .organization: "Organization"
        }
    }

    package var description: String {
        switch self {
        case .dv: "Domain Validation"
        case .ov: "Normal Organization Validation"
        case .ev: "Extended Organization Validation (EV)"
        case .cs: "Code Signing Organization Validation"
        case .evCS: "Code Signing Organization Extended Validation (EV CS)"
        case .ds: "Document Signing Validation"
        case .smime: "S/MIME Organization Validation"
        case .vmc: "Verified Mark Organization Validation"
        case .privateSSL: "Private SSL Certificate"
        case .grid: "Grid Organization Validation"
        case .mailbox: "Mailbox Validation"
        case .sponsor: "Sponsor Validation"
        case .organization: "S/MIME Organization Validation"
        }
    }

    /// The check of the organization that has to be in place, if any.
    package var organizationCheck: ValidationType? {
        switch self {
        case .dv, .mailbox: nil
        case .ov, .privateSSL, .grid: .ov
        case .sponsor, .organization, .smime: .smime
        case .ev, .cs, .evCS, .ds, .vmc: self
        }
    }

    /// What a check is worth: the extended ones say all that the plain ones say.
    package var covered: Set<ValidationType> {
        switch self {
        case .ev: [.ev, .ov]
        case .evCS: [.evCS, .cs]
        default: [self]
        }
    }
}
