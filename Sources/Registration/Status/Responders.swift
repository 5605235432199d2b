import Foundation
import Issuance
package import Logging
import OrderCore
import Storage
import Synchronization

/// Who answers for which issuer on this node: a responder each, made and renewed by itself.
final class Responders: Sendable {
    private struct State {
        var current: [ID<CACertificate>: OCSPResponder] = [:]
        /// When to try again for issuers for which none could be made.
        var nextAttempts: [ID<CACertificate>: Date] = [:]
    }

    private let state = Mutex(State())

    /// The responder of the first of `issuers` that has one.
    func responder(for issuers: [ID<CACertificate>], at now: Date) -> OCSPResponder? {
        state.withLock { state in
            for issuer in issuers {
                if let responder = state.current[issuer],
                    responder.certificate.validity.notBefore <= now,
                    responder.certificate.validity.notAfter > now
                {
                    return responder
                }
            }
            return nil
        }
    }

    fileprivate func isOneDue(
        _ issuer: ID<CACertificate>, lastingBeyond end: Date, at now: Date
    ) -> Bool {
        state.withLock { state in
            // A clock that was ahead of time puts nothing off for longer than one that is right.
            let nextMax = now.addingTimeInterval(ResponderTerm.retryDelaySeconds)
            if let next = state.nextAttempts[issuer], now < next, next <= nextMax { return false }
            return state.current[issuer].map {
                $0.certificate.validity.notAfter <= end || $0.certificate.validity.notBefore > now
            } ?? true
        }
    }

    fileprivate func set(_ responder: OCSPResponder, for issuer: ID<CACertificate>) {
        state.withLock {
            $0.current[issuer] = responder
            $0.nextAttempts[issuer] = nil
        }
    }

    fileprivate func tryAgain(_ issuer: ID<CACertificate>, at next: Date) {
        state.withLock { $0.nextAttempts[issuer] = next }
    }
}

/// How long responders last.
package enum ResponderTerm {
    package static let days = 30
    /// With less than that left, another one is made.
    static let leftSecondsMin: TimeInterval = 10 * Span.daySeconds
    /// Clocks differ; a responder is not younger than its first answer.
    static let headStartSeconds: TimeInterval = 300
    static let retryDelaySeconds: TimeInterval = 60
}

extension Registry {
    /// Sees that every issuer whose key is here has a responder. Returns how many were made.
    @discardableResult
    package func renewResponders(_ logger: Logger? = nil) async throws -> Int {
        let now = clock.now
        var made = 0
        for (id, issuer) in authority.signers {
            let issuerEnd = issuer.certificate.validity.notAfter
            let end = min(
                now.addingTimeInterval(ResponderTerm.leftSecondsMin),
                issuerEnd.addingTimeInterval(-1))
            guard issuerEnd > now, responders.isOneDue(id, lastingBeyond: end, at: now) else {
                continue
            }
            do {
                if let kept = try await keptResponder(
                    of: id, issuer, at: now, lastingBeyond: end)
                {
                    responders.set(kept, for: id)
                } else {
                    responders.set(try await makeResponder(of: id, issuer, at: now), for: id)
                    made += 1
                }
            } catch {
                responders.tryAgain(
                    id, at: now.addingTimeInterval(ResponderTerm.retryDelaySeconds))
                logger?.error(
                    "responder not made", metadata: ["issuer_id": "\(id)", "error": "\(error)"])
            }
        }
        return made
    }

    private func makeResponder(
        of id: ID<CACertificate>, _ issuer: Issuance.Issuer, at now: Date
    ) async throws -> OCSPResponder {
        let start = issuer.certificate.validity.start(
            below: now, early: ResponderTerm.headStartSeconds)
        let made = try await issuer.makeResponder(
            serial: authority.nextSerial(at: now), from: start, days: ResponderTerm.days)
        let own = OwnCertificate(made.certificate, issuerID: id, purpose: .ocsp, at: now)
        try await database.write { try $0.insert(own) }
        return made
    }

    /// One that this node, or one with the same keys, made before.
    private func keptResponder(
        of id: ID<CACertificate>, _ issuer: Issuance.Issuer, at now: Date,
        lastingBeyond end: Date
    ) async throws -> OCSPResponder? {
        let kept = try await database.read {
            try $0.ownCertificates(of: id, for: .ocsp, lastingBeyond: end)
        }
        for own in kept {
            let certificate = try SignedCertificate(der: own.der)
            // A clock that was ahead of time made it.
            guard certificate.validity.notBefore <= now else { continue }
            if let responder = try await issuer.responder(certificate) { return responder }
        }
        return nil
    }
}

extension OwnCertificate {
    init(
        _ certificate: SignedCertificate, issuerID: ID<CACertificate>, purpose: Purpose,
        at now: Date
    ) {
        self.init(
            issuerID: issuerID, purpose: purpose,
            serial: certificate.serial.magnitude, der: certificate.der,
            validTill: certificate.validity.notAfter, createdAt: now)
    }
}
