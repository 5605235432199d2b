import Issuance
import OrderCore

/// Where this installation publishes what relying parties fetch: plain HTTP, as RFC 5280 asks.
package struct Publication: Sendable {
    /// Without a slash at its end: `http://ca.example.com`.
    package let baseURL: String

    /// Where people open pages: links in letters begin with it. The same, unless told otherwise.
    package let pagesURL: String

    package init(baseURL: String, pagesURL: String? = nil) {
        self.baseURL = baseURL
        self.pagesURL = pagesURL ?? baseURL
    }

    /// Where ACME clients begin (RFC 8555 section 7.1.1).
    package var acmeDirectoryURL: String { "\(baseURL)/v2/acme/directory/" }

    /// The list of a part of what an issuer revokes. The first has the address that certificates
    /// had when there were no parts.
    func crlURL(of id: ID<CACertificate>, part: Int, on url: String? = nil) -> String {
        (url ?? baseURL) + (part == 0 ? "/crl/\(id).crl" : "/crl/\(id)/\(part).crl")
    }

    func pointers(of id: ID<CACertificate>) -> AuthorityPointers {
        AuthorityPointers(
            crl: "\(baseURL)/crl/\(id).crl", ocsp: "\(baseURL)/ocsp",
            certificate: "\(baseURL)/ca/\(id).cer")
    }
}
