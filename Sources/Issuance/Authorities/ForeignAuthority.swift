import SwiftASN1
import X509

/// An authority whose key is elsewhere, as it is known by its certificate or its request.
package struct ForeignAuthority: Sendable {
    package let name: AuthorityName
    package let key: SubjectKey
    /// What its certificate says of it; nothing is taken from a request.
    private let certificate: SignedCertificate?

    /// - Parameter certificate: has to be that of an authority, which nobody makes of a server.
    package init(_ certificate: SignedCertificate) throws(AuthorityChainProblem) {
        try certificate.requireAuthority()
        name = AuthorityName(of: certificate)
        key = certificate.key
        self.certificate = certificate
    }

    package init(request: SigningRequest) throws(SigningRequestProblem) {
        do {
            name = AuthorityName(try RequestFields(derEncoded: request.der).subject)
        } catch {
            throw .unparseable
        }
        key = request.key
        certificate = nil
    }

    /// A certificate for it; its path length is that of its own certificate, where there is one.
    package func plan(validityDays: Int, pathLength: Int?) -> AuthorityPlan {
        guard let certificate else {
            return AuthorityPlan(
                name: name, key: key.kind, validityDays: validityDays, pathLength: pathLength)
        }
        return AuthorityPlan(
            name: name, key: key.kind, validityDays: validityDays,
            pathLength: pathLength ?? certificate.pathLength, usages: certificate.usages)
    }
}
