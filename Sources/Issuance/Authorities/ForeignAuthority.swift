import SwiftASN1
import X509

/// An authority whose key is elsewhere, as it is known by its certificate or its request.
package struct ForeignAuthority: Sendable {
    package let name: AuthorityName
    package let key: SubjectKey
    /// What its certificate says of it; nothing is taken from a request.
    private let certificate: SignedCertificate?
    /// What certificates below it call its key (RFC 5280 section 4.2.1.2).
    private let keyIdentifier: [UInt8]

    /// From when until when its own certificate is valid, where there is one.
    package var validity: Validity? { certificate?.validity }

    /// - Parameter certificate: has to be that of an authority, which nobody makes of a server.
    package init(_ certificate: SignedCertificate) throws(AuthorityChainProblem) {
        try certificate.requireAuthority()
        name = AuthorityName(of: certificate)
        key = certificate.key
        keyIdentifier = certificate.subjectKeyIdentifier
        self.certificate = certificate
    }

    package init(request: SigningRequest) throws(SigningRequestProblem) {
        do {
            name = AuthorityName(try RequestFields(derEncoded: request.der).subject)
        } catch {
            throw .unparseable
        }
        key = request.key
        keyIdentifier = request.keyIdentifierWished ?? request.key.identifier.octets
        certificate = nil
    }

    /// A certificate for it; its path length is that of its own certificate, where there is one.
    package func plan(validityDays: Int, pathLength: Int?) -> AuthorityPlan {
        guard let certificate else {
            return AuthorityPlan(
                name: name, key: key.kind, validityDays: validityDays, pathLength: pathLength,
                adopted: AdoptedTraits(keyIdentifier: keyIdentifier))
        }
        return AuthorityPlan(
            name: name, key: key.kind, validityDays: validityDays,
            pathLength: pathLength ?? certificate.pathLength, usages: certificate.usages,
            adopted: AdoptedTraits(of: certificate, keyIdentifier: keyIdentifier))
    }
}

/// What the certificate of an authority takes over as it stands in another one.
struct AdoptedTraits: Sendable {
    /// Absent where the key is a new one.
    let keyIdentifier: [UInt8]?
    /// What narrows it: names and policies.
    var limits: [Certificate.Extension] = []
    /// Whether the limits are all there is about policies.
    var hasOwnPolicies = false
    /// Whether its name stands in another certificate already, and so is what it is.
    let isNamed: Bool

    /// - Parameter keyIdentifier: of a request, whose name nobody has vouched for yet.
    init(keyIdentifier: [UInt8]) {
        self.keyIdentifier = keyIdentifier
        isNamed = false
    }

    init(of certificate: SignedCertificate, keyIdentifier: [UInt8]?) {
        self.keyIdentifier = keyIdentifier
        isNamed = true
        limits = certificate.x509.extensions.filter { Self.kept.contains($0.oid) }
        // A root is trusted for any policy; one below it that names none, for none.
        hasOwnPolicies =
            !certificate.isRoot || limits.contains { $0.oid == Self.policies }
    }

    private static let policies: ASN1ObjectIdentifier = [2, 5, 29, 32]

    /// nameConstraints, certificatePolicies, policyMappings, policyConstraints, inhibitAnyPolicy.
    private static let kept: Set<ASN1ObjectIdentifier> = [
        [2, 5, 29, 30], policies, [2, 5, 29, 33], [2, 5, 29, 36], [2, 5, 29, 54],
    ]

    /// Whether an extension is one of the limits, by the octets of its identifier.
    func isLimit(_ name: ArraySlice<UInt8>) -> Bool {
        limits.contains { OID($0.oid).octets[...] == name }
    }
}

extension SigningRequest {
    /// What its holder calls the key, if the request says so.
    fileprivate var keyIdentifierWished: [UInt8]? {
        // What cannot be read asks for nothing.
        guard let request = try? CertificateSigningRequest(derEncoded: der) else { return nil }
        for attribute in request.attributes {
            // Nor does an attribute that is none of these.
            guard let extensions = (try? ExtensionRequest(attribute))?.extensions,
                let own = try? extensions.subjectKeyIdentifier,  // as above
                (1...Self.keyIdentifierOctetsMax).contains(own.keyIdentifier.count)
            else { continue }
            return Array(own.keyIdentifier)
        }
        return nil
    }

    /// As long as the longest hash.
    private static let keyIdentifierOctetsMax = 64
}
