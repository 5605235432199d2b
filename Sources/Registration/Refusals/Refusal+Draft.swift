import Issuance

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
