import Crypto
package import Foundation
package import Issuance
import OrderCore
import Storage

/// How questions about certificates are answered.
package struct OCSPRules: Sendable {
    /// How long an answer holds. It is made anew after half of that.
    package let validityHours: Int
    /// Whether what a client asks to have repeated is repeated, with an answer made for it alone.
    package let repeatsNonces: Bool

    package static let standard = OCSPRules(validityHours: 24, repeatsNonces: true)
    /// What public authorities are held to, at most (Baseline Requirements section 4.9.10).
    package static let validityHoursMax = 240

    package init(validityHours: Int, repeatsNonces: Bool) {
        self.validityHours = validityHours
        self.repeatsNonces = repeatsNonces
    }
}

/// What the records say about the certificates of a question, and who is to sign it.
package struct OCSPFinding: Sendable {
    package let statuses: [OCSPStatus]
    let responder: OCSPResponder

    /// An answer that says the same, signed by the same, is as good as a new one.
    package struct Edition: Hashable, Sendable {
        let standings: [OCSPStatus.Standing]
        let responder: SerialNumber
    }

    package var edition: Edition {
        Edition(
            standings: statuses.map(\.standing), responder: responder.certificate.serial)
    }

    /// Whether all that was asked about is known here.
    package var isKnown: Bool { statuses.allSatisfy { $0.standing != .unknown } }
}

/// An answer as it was signed.
package struct OCSPAnswer: Sendable {
    package let octets: [UInt8]
    package let thisUpdate: Date
    package let nextUpdate: Date
    /// From then on another one is to be made: what is handed out always holds for a good while.
    package let keptUntil: Date

    /// Names these octets and no others.
    package var tag: String { "\"\(SHA256.hash(data: octets).prefix(16).hexadecimal)\"" }
}

/// Where the status of certificates is told (RFC 6960).
///
/// What the records say is read for every question; only the signature is ever an old one. So a
/// revocation shows at once, on whatever node.
package struct OCSPDesk: Sendable {
    private let registry: Registry
    private let rules: OCSPRules
    private let index: AuthorityIndex

    package init(registry: Registry, rules: OCSPRules = .standard) {
        self.registry = registry
        self.rules = rules
        index = AuthorityIndex(registry.authority)
    }

    package var now: Date { registry.clock.now }

    /// Looks up what was asked about. Refused are questions about issuers that are not here; where
    /// a question is about several issuers, it is answered for the first.
    package func find(_ request: OCSPRequest) async throws -> OCSPFinding {
        let first = request.certificates[0].issuer
        let issuers = try index.issuers(first)
        guard !issuers.isEmpty else { throw OCSPFailure.unauthorized }
        guard let responder = registry.responders.responder(for: issuers, at: now) else {
            throw OCSPFailure.tryLater
        }
        let statuses = try await registry.database.read { [index] tx in
            try request.certificates.map { certificate in
                let isOurs =
                    try certificate.issuer == first
                    || index.issuers(certificate.issuer) == issuers
                let standing = isOurs ? try tx.standing(of: certificate, issuers, index) : .unknown
                return OCSPStatus(certificate, standing)
            }
        }
        return OCSPFinding(statuses: statuses, responder: responder)
    }

    /// What is to be repeated, where that is done at all.
    package func nonce(of request: OCSPRequest) -> [UInt8]? {
        rules.repeatsNonces ? request.nonce : nil
    }

    package func answer(_ finding: OCSPFinding, nonce: [UInt8]?) async throws -> OCSPAnswer {
        let begin = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
        let seconds = Double(rules.validityHours) * 3600
        let end = min(
            begin.addingTimeInterval(seconds), finding.responder.certificate.validity.notAfter)
        let octets = try await finding.responder.answer(
            finding.statuses, OCSPTimes(producedAt: begin, thisUpdate: begin, nextUpdate: end),
            nonce: nonce)
        return OCSPAnswer(
            octets: octets, thisUpdate: begin, nextUpdate: end,
            keptUntil: begin.addingTimeInterval(end.timeIntervalSince(begin) / 2))
    }
}

extension Transaction {
    fileprivate func standing(
        of certificate: OCSPCertID, _ issuers: [ID<CACertificate>], _ index: AuthorityIndex
    ) throws -> OCSPStatus.Standing {
        if let found = try standing(of: certificate.serial, issuedBy: issuers) {
            return OCSPStatus.Standing(found)
        }
        guard let parent = try index.parent(ofAuthority: certificate.serial, among: issuers) else {
            return .unknown
        }
        return try revocation(of: certificate.serial, issuedBy: parent)
            .map(OCSPStatus.Standing.init) ?? .good
    }
}

extension OCSPStatus.Standing {
    fileprivate init(_ standing: CertificateStanding) {
        switch standing {
        case .good: self = .good
        case .revoked(let date, let reason): self = .revoked(at: date, reason: reason)
        }
    }
}
