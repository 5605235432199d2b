/// What a CA certificate is for.
package enum AuthorityRole: String, CaseIterable, Sendable {
    /// Signed by itself; it signs other authorities.
    case root
    /// Between a root and those that issue; it signs other authorities.
    case intermediate
    /// It signs what is ordered.
    case issuing
}

/// Where the private key of a CA certificate is kept.
package enum KeyPlace: String, CaseIterable, Sendable {
    /// In a sealed file of the data folder.
    case files
    /// On a PKCS #11 token.
    case token
    /// Not within reach of this installation, as that of an offline root.
    case elsewhere
}
