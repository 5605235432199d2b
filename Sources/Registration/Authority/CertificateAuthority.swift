import Foundation
package import Issuance
package import OrderCore
package import Storage

/// The certificates and keys that this installation signs with.
///
/// Loaded once; signing shares nothing, so all cores can sign at the same time.
package struct CertificateAuthority: Sendable {
    private struct Level: Sendable {
        let record: IssuerRecord
        let certificate: SignedCertificate
        /// Absent for certificates that only stand above others: a root signs no orders.
        let issuer: Issuance.Issuer?
    }

    private let levels: [ID<CACertificate>: Level]
    private let serials: any SerialSource
    package let defaultIssuerID: ID<CACertificate>
    package let defaultIssuerName: String

    package init(
        records: [IssuerRecord], keeper: any Keeper, serials: any SerialSource,
        publication: Publication
    ) throws {
        var levels: [ID<CACertificate>: Level] = [:]
        for record in records {
            let certificate = try SignedCertificate(der: record.der)
            let issuer =
                record.parentID == nil
                ? nil
                : try Issuance.Issuer(
                    certificate: certificate, keeper: keeper,
                    pointers: publication.pointers(of: record.id))
            levels[record.id] = Level(record: record, certificate: certificate, issuer: issuer)
        }
        guard let first = records.first(where: { $0.parentID != nil }) else {
            throw AuthorityProblem.noIssuer
        }
        self.levels = levels
        self.serials = serials
        defaultIssuerID = first.id
        defaultIssuerName = first.name
    }

    package func issues(with id: ID<CACertificate>) -> Bool { levels[id]?.issuer != nil }

    package func name(of id: ID<CACertificate>) -> String? { levels[id]?.record.name }

    /// The last second in which a certificate of this issuer can be valid.
    func end(of id: ID<CACertificate>) -> Date {
        levels[id]?.certificate.validity.notAfter ?? .distantPast
    }

    /// Those that sign orders, in the same order as all.
    package var issuing: [CAEntry] { certificates.filter { $0.parentID != nil } }

    /// The CA certificates, in the order in which they were made.
    package var certificates: [CAEntry] {
        levels.values.sorted { $0.record.id < $1.record.id }.map(entry)
    }

    package func certificate(_ id: ID<CACertificate>) -> CAEntry? { levels[id].map(entry) }

    private func entry(_ level: Level) -> CAEntry {
        CAEntry(
            id: level.record.id, parentID: level.record.parentID, name: level.record.name,
            certificate: level.certificate)
    }

    /// The certificates above one issued by `id`, its own first, up to the root.
    func path(from id: ID<CACertificate>) -> [SignedCertificate] {
        var path: [SignedCertificate] = []
        var next: ID<CACertificate>? = id
        while let id = next, let level = levels[id] {
            path.append(level.certificate)
            next = level.record.parentID
        }
        return path
    }

    /// Refuses a key that the product does not certify, before an order waits for nothing.
    func checkKey(
        _ key: SubjectKey, of content: Certificate.Content, for product: Product
    ) throws {
        let profile = product.profile(of: content)
        guard profile.keyFamilies.contains(key.kind.family) else {
            throw Refusal(
                .csrInvalid, "The CSR has a key of a type that \(product.nameID) does not certify.")
        }
        if case .rsa(let bits) = key.kind, bits < profile.rsaBitsMin {
            throw Refusal(
                .csrInvalid,
                "The CSR has an RSA key of \(bits) bits; \(product.nameID) needs "
                    + "\(profile.rsaBitsMin) bits at least.")
        }
    }

    /// Signs what was decided.
    func sign(
        _ decision: IssueDecision, key: SubjectKey, organization: Organization?,
        logotype: Logotype? = nil
    ) async throws -> Certificate.Issuance {
        guard let issuer = levels[decision.issuerID]?.issuer else {
            throw AuthorityProblem.noIssuer
        }
        let content = decision.content
        do {
            let holder = CertificateHolder(
                subject: try decision.product.subject(of: content, organization: organization),
                names: try decision.product.alternativeNames(of: content), key: key,
                logotype: logotype)
            let signed = try await issuer.sign(
                CertificateDraft(
                    for: holder, as: decision.product.profile(of: content),
                    valid: Validity(
                        notBefore: decision.term.notBefore, notAfter: decision.term.notAfter),
                    serial: serials.next(now: decision.at),
                    hash: HashAlgorithm(rawValue: content.signatureHash) ?? .sha256))
            return Certificate.Issuance(
                issuerID: decision.issuerID, der: signed.der,
                serial: [UInt8](hex: signed.serial.hex) ?? [],
                thumbprint: [UInt8](hex: signed.thumbprintSHA1) ?? [], issuedAt: decision.at,
                validFrom: signed.validity.notBefore, validTill: signed.validity.notAfter)
        } catch let problem as SubjectProblem {
            throw Refusal.invalid(
                "organization", "cannot stand in a certificate: check \(problem.field.rawValue)")
        } catch let problem as DraftProblem {
            throw Refusal(problem)
        }
    }
}

extension CertificateAuthority {
    /// Signs a certificate for the server itself. Returns it with its issuers, the root left out.
    func signServer(
        names: [SubjectAlternativeName], spki: [UInt8], at now: Date
    ) async throws -> [SignedCertificate] {
        guard let issuer = levels[defaultIssuerID]?.issuer else { throw AuthorityProblem.noIssuer }
        let start = now.addingTimeInterval(-CertificateTerm.clockSkewSeconds)
        let signed = try await issuer.sign(
            CertificateDraft(
                for: CertificateHolder(
                    subject: .empty, names: names, key: try SubjectKey(spki: spki)),
                as: .private,
                valid: Validity(from: start, days: OwnServerCertificate.validityDays),
                serial: serials.next(now: now), hash: .sha256))
        return [signed] + path(from: defaultIssuerID).dropLast()
    }
}

/// A CA certificate as it is shown.
package struct CAEntry: Sendable {
    package let id: ID<CACertificate>
    package let parentID: ID<CACertificate>?
    package let name: String
    package let certificate: SignedCertificate
}

package enum AuthorityProblem: Error {
    /// The installation has no certificate that could sign orders.
    case noIssuer
}

/// Where this installation publishes what relying parties fetch: plain HTTP, as RFC 5280 asks.
package struct Publication: Sendable {
    /// Without a slash at its end: `http://ca.example.com`.
    package let baseURL: String

    package init(baseURL: String) {
        self.baseURL = baseURL
    }

    /// Where ACME clients begin (RFC 8555 section 7.1.1).
    package var acmeDirectoryURL: String { "\(baseURL)/v2/acme/directory/" }

    func pointers(of id: ID<CACertificate>) -> AuthorityPointers {
        AuthorityPointers(
            crl: "\(baseURL)/crl/\(id).crl", ocsp: "\(baseURL)/ocsp",
            certificate: "\(baseURL)/ca/\(id).cer")
    }
}
