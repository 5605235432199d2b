import Issuance

extension ForeignListProblem {
    func phrase(_ name: String) -> String {
        switch self {
        case .unparseable: "The file holds no revocation list in DER or PEM."
        case .otherIssuer: "The list is of another issuer than \(name.quoted)."
        case .signatureInvalid: "The list is not signed by the key of \(name.quoted)."
        case .endless: "The list does not say when the next one comes (nextUpdate)."
        case .numberless:
            """
            The list has no CRL number, or one out of bounds. Every list must have one (RFC 5280 \
            section 5.2.3); with openssl, set crlnumber in the configuration.
            """
        case .delta:
            "The list has changes only (delta CRL). Have \(name.quoted) make a complete one."
        case .partial(let field):
            """
            The list is not about all certificates and reasons (\(field) in its issuing \
            distribution point). Have \(name.quoted) make a complete one.
            """
        case .indirect:
            """
            The list is an indirect one: it may have certificates of others than \(name.quoted) \
            on it (indirectCRL, certificateIssuer).
            """
        case .otherAddress(let url):
            """
            The list is that of \(url) (issuing distribution point), where no certificate of \
            \(name.quoted) says that its list is.
            """
        case .unknownExtension(let oid):
            "The list has the critical extension \(oid), which nobody here understands."
        case .reasonUnfit(let reason, let serial):
            """
            The entry of \(serial) has \(reason.map { "the reason \($0)" } ?? "a reason") that \
            revokes no certificate (RFC 5280 section 5.3.1).
            """
        }
    }
}
