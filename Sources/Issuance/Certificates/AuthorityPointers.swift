import Foundation
import SwiftASN1
import X509

/// Where a relying party finds what an authority publishes; plain HTTP, as RFC 5280 section 8 says.
package struct AuthorityPointers: Hashable, Sendable {
    /// The revocation list (RFC 5280 section 4.2.1.13).
    package let crl: String?
    /// The OCSP responder (RFC 5280 section 4.2.2.1).
    package let ocsp: String?
    /// The authority's own certificate in DER (RFC 5280 section 4.2.2.1).
    package let certificate: String?

    package static let none = AuthorityPointers()

    package init(crl: String? = nil, ocsp: String? = nil, certificate: String? = nil) {
        self.crl = crl
        self.ocsp = ocsp
        self.certificate = certificate
    }

    /// The same with another revocation list, if there is one.
    func listed(at url: String?) -> AuthorityPointers {
        AuthorityPointers(crl: url ?? crl, ocsp: ocsp, certificate: certificate)
    }

    /// The extensions that carry them; none where there is nothing to point to.
    func extensions() throws -> [Certificate.Extension] {
        var extensions: [Certificate.Extension] = []
        if let crl {
            extensions.append(try .distributionPoint(crl))
        }
        let access = AuthorityInformationAccess(
            [(.ocspServer, ocsp), (.issuingCA, certificate)].compactMap { method, url in
                url.map { .init(method: method, location: .uniformResourceIdentifier($0)) }
            })
        if !access.isEmpty {
            extensions.append(try Certificate.Extension(access, critical: false))
        }
        return extensions
    }
}
