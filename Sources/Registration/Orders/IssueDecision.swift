import Foundation
import OrderCore

/// A certificate that may be signed: by whom, for how long.
struct IssueDecision: Sendable {
    let content: Certificate.Content
    let product: Product
    let issuerID: ID<CACertificate>
    let term: CertificateTerm
    let at: Date
}

extension Registry {
    /// Decides issuer and validity. Refuses what could never be signed, also where the signature
    /// itself has to wait: better now than after the approval.
    func decideIssue(
        of content: Certificate.Content, product: Product, orderEnd: Date, at now: Date
    ) throws -> IssueDecision {
        let issuerID = content.issuerID ?? authority.defaultIssuerID
        do {
            let term = try CertificateTerm(
                issuedAt: now, wish: content.validity, orderEnd: orderEnd, product: product,
                issuerEnd: authority.end(of: issuerID))
            return IssueDecision(
                content: content, product: product, issuerID: issuerID, term: term, at: now)
        } catch {
            throw Refusal(error)
        }
    }
}
