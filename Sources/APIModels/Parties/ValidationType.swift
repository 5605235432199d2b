/// A kind of validation, named after the certificates it serves.
public enum ValidationType: String, CaseIterable, Sendable {
    case dv
    case ov
    case ev
    case cs
    case evCS = "ev_cs"
    case ds
    case smime
    case vmc
    case grid
    case `private`
    case privateSSL = "private_ssl"
    case mailbox
    case sponsor
    case organization
}
