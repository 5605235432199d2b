/// Which kind of validation the product to be chosen shall have.
public enum SubmittedProductType: String, CaseIterable, Sendable {
    case dv
    case ov
    case ev
    case `private`
}
