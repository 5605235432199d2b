import Foundation
import Issuance
import OrderCore
import Storage

/// A certificate of a stored order, signed where nothing was outstanding. Not recorded yet.
struct SignedWish: Sendable {
    let certificate: Certificate
    let issuance: Certificate.Issuance?
    let orderEnd: Date
}

extension Registry {
    /// Signs a stored certificate if its names and its organization are proved.
    func signIfReady(
        _ id: ID<Certificate>, order: Order, at now: Date
    ) async throws -> SignedWish {
        let (certificate, organization, readiness) = try await database.read { tx in
            guard let certificate = try tx.certificate(id), certificate.state == .pending else {
                throw StorageProblem.changedMeanwhile
            }
            let organization = try order.organizationID.flatMap { try tx.organization($0) }
            return (
                certificate, organization,
                try tx.readiness(
                    of: certificate.content, product: order.product, organization: organization,
                    account: order.accountID, at: now)
            )
        }
        let orderEnd = order.term?.validTill ?? order.length.end(from: now)
        guard readiness.isReady else {
            return SignedWish(certificate: certificate, issuance: nil, orderEnd: orderEnd)
        }
        let decision = try decideIssue(
            of: certificate.content, product: order.product, orderEnd: orderEnd, at: now)
        let request: SigningRequest
        do {
            request = try SigningRequest(certificate.content.csr)
        } catch {
            throw Refusal(error)
        }
        let issuance = try await authority.sign(
            decision, request: request, organization: organization)
        return SignedWish(certificate: certificate, issuance: issuance, orderEnd: orderEnd)
    }
}
