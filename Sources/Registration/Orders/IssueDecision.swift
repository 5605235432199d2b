import Foundation
import Issuance
import OrderCore

/// A certificate that may be signed: by whom, for how long.
struct IssueDecision: Sendable {
    let content: Certificate.Content
    let product: Product
    let issuerID: ID<CACertificate>
    let term: CertificateTerm
    let at: Date
    let form: Form

    enum Form: Sendable {
        case certificate
        /// It is to be shown to logs first.
        case precertificate
    }
}

extension Registry {
    /// Decides issuer and validity. Refuses what could never be signed, also where the signature
    /// itself has to wait: better now than after the approval.
    func decideIssue(
        of content: Certificate.Content, product: Product, settings: OrderSettings,
        span order: ClosedRange<Date>, at now: Date
    ) throws -> IssueDecision {
        let roster = authority.roster
        let issuerID = roster.issuerID(wished: content.issuerID, product: product.nameID)
        let profile = try authority.profiles.profile(of: content, for: product)
        if let issuer = roster[issuerID] {
            try refuseEnded(issuer, at: now, wish: content.issuerID)
        }
        do {
            let term = try CertificateTerm(
                issuedAt: now, wish: content.validity, order: order,
                daysMax: profile.validity.daysMax(at: now),
                issuer: roster[issuerID]?.certificate.validity.span
                    ?? .distantPast ... .distantPast)
            return IssueDecision(
                content: content, product: product, issuerID: issuerID, term: term, at: now,
                form: logs != nil && product.isLogged && !settings.disableCT
                    ? .precertificate : .certificate)
        } catch {
            throw Refusal(error)
        }
    }

    /// Refuses an issuer whose own certificate has ended: nothing that it signed would be valid.
    private func refuseEnded(
        _ issuer: CAEntry, at now: Date, wish: ID<CACertificate>?
    ) throws(Refusal) {
        let end = issuer.certificate.validity.notAfter
        guard end <= now else { return }
        let day = end.formatted(.iso8601)
        guard wish == nil else {
            throw .invalid("certificate.ca_cert_id", "is \(issuer.id), which ended on \(day)")
        }
        throw Refusal(
            .serviceUnavailable,
            "The issuing authority \(issuer.id), \(issuer.name.quoted), ended on \(day). "
                + "Whoever runs this CA has to choose another one.")
    }
}
