/// How much is known about whoever asks for a certificate (contract: validation types).
package enum ValidationType: String, CaseIterable, Sendable {
    case dv
    case ov
    case ev
    case privateSSL = "private_ssl"

    package var name: String {
        switch self {
        case .dv: "DV"
        case .ov: "OV"
        case .ev: "EV"
        case .privateSSL: "Private SSL"
        }
    }

    package var description: String {
        switch self {
        case .dv: "Domain Validation"
        case .ov: "Normal Organization Validation"
        case .ev: "Extended Organization Validation (EV)"
        case .privateSSL: "Private SSL Certificate"
        }
    }

    /// The check of the organization that has to be in place, if any.
    package var organizationCheck: ValidationType? {
        switch self {
        case .dv: nil
        case .ov, .privateSSL: .ov
        case .ev: .ev
        }
    }
}
