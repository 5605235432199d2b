package import Foundation

/// The certificate of an authority and those above it, up to a root, each signed by the next
/// (RFC 5280 section 6.1, as far as it concerns authorities).
package struct AuthorityChain: Sendable {
    /// The authority's own first, the root last.
    package let certificates: [SignedCertificate]

    /// Finds the way up, and sees that it is sound.
    ///
    /// - Parameter others: in any order, and more of them than are needed.
    package init(
        of lowest: SignedCertificate, among others: [SignedCertificate], at now: Date
    ) throws(AuthorityChainProblem) {
        var chain = [lowest]
        while let last = chain.last, !last.isRoot {
            guard chain.count < Self.lengthMax else { throw .tooLong }
            guard let above = others.first(where: { last.isSigned(by: $0) && !chain.contains($0) })
            else { throw .incomplete(subject: last.subjectName, issuer: last.issuerName) }
            chain.append(above)
        }
        for (depth, certificate) in chain.enumerated() {
            try Self.check(certificate, depth: depth, at: now)
        }
        certificates = chain
    }

    package static let lengthMax = 8

    /// - Parameter depth: how many authorities stand below it.
    private static func check(
        _ certificate: SignedCertificate, depth: Int, at now: Date
    ) throws(AuthorityChainProblem) {
        try certificate.requireAuthority()
        let name = certificate.subjectName
        if let length = certificate.pathLength, length < depth {
            throw .pathTooLong(name, lengthMax: length)
        }
        guard certificate.validity.notBefore <= now, now <= certificate.validity.notAfter else {
            throw .notValidNow(name, certificate.validity)
        }
        guard certificate.signatureHash != nil else { throw .signatureUnsuitable(name) }
        do {
            try WeakKeyPolicy.standard.check(certificate.key)
        } catch {
            throw .keyWeak(name, error)
        }
    }
}

extension SignedCertificate {
    /// Refuses what is not the certificate of an authority that signs certificates and revocation
    /// lists: whoever vouched for it would make one of it.
    func requireAuthority() throws(AuthorityChainProblem) {
        guard isAuthority else { throw .notAuthority(subjectName) }
        guard signsCertificates, signsRevocationLists else { throw .usageMissing(subjectName) }
    }
}

/// Why certificates do not lead to a root that could be trusted.
package enum AuthorityChainProblem: Error, Hashable, Sendable {
    case incomplete(subject: String, issuer: String)
    case tooLong
    case notAuthority(String)
    case usageMissing(String)
    case pathTooLong(String, lengthMax: Int)
    case notValidNow(String, Validity)
    case signatureUnsuitable(String)
    case keyWeak(String, KeyWeakness)
}

extension AuthorityChainProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .incomplete(let subject, let issuer):
            """
            The certificate of "\(subject)" was signed by "\(issuer)", whose own is missing, or \
            did not sign it. Add the certificates up to the root to the file.
            """
        case .tooLong: "There are more than \(AuthorityChain.lengthMax) certificates in the chain."
        case .notAuthority(let name):
            "The certificate of \"\(name)\" is not that of an authority (basic constraints)."
        case .usageMissing(let name):
            """
            The certificate of "\(name)" does not let its key sign both certificates and \
            revocation lists (key usage).
            """
        case .pathTooLong(let name, let lengthMax):
            "The certificate of \"\(name)\" allows \(lengthMax) authorities below it, not more."
        case .notValidNow(let name, let validity):
            """
            The certificate of "\(name)" is not valid now, but from \
            \(validity.notBefore.formatted(.iso8601)) until \
            \(validity.notAfter.formatted(.iso8601)).
            """
        case .signatureUnsuitable(let name):
            "The certificate of \"\(name)\" was signed over a hash that is not taken here."
        case .keyWeak(let name, let weakness):
            "The key of \"\(name)\" is too weak. \(weakness.phrase)"
        }
    }
}
