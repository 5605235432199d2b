import Foundation
package import Issuance
package import OrderCore
package import Storage
import Synchronization

/// The certificates and keys that this installation signs with.
///
/// What it knows of them carries the version it was read at: issuers that are made, retired or
/// chosen beside a running server are noticed by ``refresh(from:)``. Signing shares nothing, so all
/// cores can sign at the same time.
package final class CertificateAuthority: Sendable {
    private struct State: Sendable {
        let roster: IssuerRoster
        let signers: [ID<CACertificate>: Issuance.Issuer]
        /// Whether keys that should be here are not.
        let lacksKeys: Bool
    }

    /// How long a server may go on with what it knows of the CA.
    package static let idleSeconds = 1

    /// By what orders are issued.
    package let profiles: ProfileBook
    private let state: Mutex<State>
    private let keeper: any Keeper
    private let serials: any SerialSource
    private let publication: Publication

    /// Reads the CA as it is now.
    package init(
        from database: any Database, keeper: any Keeper, serials: any SerialSource,
        publication: Publication, profiles: ProfileBook = .shipped
    ) async throws {
        let roster = try await database.read { try $0.issuerRoster() }
        self.keeper = keeper
        self.serials = serials
        self.publication = publication
        self.profiles = profiles
        state = Mutex(try await Self.state(roster, keeper, publication))
    }

    /// The CA as it was when it was last looked at.
    package var roster: IssuerRoster { state.withLock { $0.roster } }

    func nextSerial(at now: Date) -> SerialNumber { serials.next(now: now) }

    /// Whoever signs lists and vouches for responders: every issuer whose key is within reach, in
    /// the order in which they were made.
    var signers: [(id: ID<CACertificate>, issuer: Issuance.Issuer)] {
        state.withLock { state in
            state.roster.entries.compactMap { entry in
                state.signers[entry.id].map { (entry.id, $0) }
            }
        }
    }

    /// Notices what was changed since, on whatever node. Returns whether something was.
    @discardableResult
    package func refresh(from database: any Database) async throws -> Bool {
        let (roster, lacksKeys) = state.withLock { ($0.roster, $0.lacksKeys) }
        // A key may be brought here later than the certificate is noticed.
        let known = lacksKeys ? nil : roster.version
        guard let rows = try await database.read({ try $0.authorityRows(unless: known) }) else {
            return false
        }
        let fresh = try await Self.state(try IssuerRoster(rows), keeper, publication)
        state.withLock { state in
            // Somebody who began later may have been faster.
            if state.roster.version <= fresh.roster.version { state = fresh }
        }
        return roster.version != rows.version
    }

    /// What signs as this issuer: certificates, revocation lists. There is one for each certificate
    /// whose key is within reach, for roots and for retired ones, too.
    package func signer(of id: ID<CACertificate>) -> Issuance.Issuer? {
        state.withLock { $0.signers[id] }
    }

    private static func state(
        _ roster: IssuerRoster, _ keeper: any Keeper, _ publication: Publication
    ) async throws -> State {
        let kept = Set(try await keeper.keys().map(\.identifier))
        var signers: [ID<CACertificate>: Issuance.Issuer] = [:]
        for entry in roster.entries where kept.contains(entry.certificate.key.identifier) {
            signers[entry.id] = try Issuance.Issuer(
                certificate: entry.certificate, keeper: keeper,
                pointers: publication.pointers(of: entry.id))
        }
        let lacksKeys = roster.entries.contains {
            $0.keyPlace != .elsewhere && signers[$0.id] == nil
        }
        return State(roster: roster, signers: signers, lacksKeys: lacksKeys)
    }

    /// Signs what was decided; `place` is where it would be listed if it were revoked.
    func sign(
        _ decision: IssueDecision, key: SubjectKey, organization: Organization?,
        logotype: Logotype? = nil, place: CRLPlace
    ) async throws -> Signed {
        // The key may have become an authority's since it was ordered.
        try refuseAuthorityKey(key, from: decision.issuerID)
        let issuer = try requiredSigner(of: decision.issuerID)
        let content = decision.content
        do {
            let profile = try profiles.profile(of: content, for: decision.product)
            let holder = CertificateHolder(
                subject: try decision.product.subject(
                    of: content, organization: organization, by: profile.subject),
                names: try decision.product.alternativeNames(of: content), key: key,
                logotype: logotype)
            let draft = CertificateDraft(
                for: holder, as: profile,
                valid: Validity(
                    notBefore: decision.term.notBefore, notAfter: decision.term.notAfter),
                serial: serials.next(now: decision.at),
                hash: HashAlgorithm(rawValue: content.signatureHash) ?? .sha256)
            switch decision.form {
            case .certificate:
                return .certificate(
                    Certificate.Issuance(
                        try await issuer.sign(draft, listedAt: place.url), by: decision.issuerID,
                        at: decision.at, listedIn: place.partitionID))
            case .precertificate:
                return .precertificate(
                    SignedPrecertificate(
                        issuerID: decision.issuerID,
                        certificate: try await issuer.precertify(draft, listedAt: place.url),
                        crlPartitionID: place.partitionID, at: decision.at))
            }
        } catch let problem as SubjectProblem {
            throw Refusal.invalid(
                "organization", "cannot stand in a certificate: check \(problem.field.rawValue)")
        } catch let problem as DraftProblem {
            throw Refusal(problem)
        } catch let problem as LintProblem {
            throw Refusal(problem)
        } catch let fault as SigningFault {
            throw Refusal(fault)
        }
    }

    func requiredSigner(of id: ID<CACertificate>) throws -> Issuance.Issuer {
        guard let signer = signer(of: id) else {
            throw Refusal(
                .serviceUnavailable,
                "The key of the issuing certificate \(id) is not within reach of this server.")
        }
        return signer
    }
}

extension CertificateAuthority {
    /// Signs a certificate for the server itself. Returns it with its issuers, the root left out.
    func signServer(
        names: [SubjectAlternativeName], spki: [UInt8], at now: Date
    ) async throws -> [SignedCertificate] {
        let id = roster.defaultID
        let issuer = try requiredSigner(of: id)
        let start = issuer.certificate.validity.start(
            below: now, early: CertificateTerm.clockSkewSeconds)
        let profile = profiles.ofOwnServer
        let days = min(OwnServerCertificate.validityDays, profile.validity.daysMax(at: now))
        let signed = try await issuer.sign(
            CertificateDraft(
                for: CertificateHolder(
                    subject: .empty, names: names, key: try SubjectKey(spki: spki)),
                as: profile, valid: Validity(from: start, days: days),
                serial: serials.next(now: now), hash: .sha256))
        return [signed] + roster.path(from: id).dropLast()
    }
}

extension Certificate.Issuance {
    init(
        _ signed: SignedCertificate, by issuerID: ID<CACertificate>, at now: Date,
        listedIn partition: ID<CRLPartition>?
    ) {
        self.init(
            issuerID: issuerID, der: signed.der, serial: signed.serial.magnitude,
            thumbprint: signed.thumbprint, issuedAt: now,
            validFrom: signed.validity.notBefore, validTill: signed.validity.notAfter,
            crlPartitionID: partition)
    }
}

package enum AuthorityProblem: Error {
    /// The installation has no certificate that could sign orders.
    case noIssuer
}
