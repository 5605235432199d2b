package import Foundation
package import OrderCore
import Storage

/// A mailbox that a certificate names.
package struct MailboxCheck: Equatable, Sendable {
    package let email: String
    package let isProved: Bool
    package let emailedAt: Date?
}

extension OrderDesk {
    /// The mailboxes of the certificate that waits, or else of the primary one, as they stand.
    package func mailboxes(of id: ID<Order>, for caller: Caller) async throws -> [MailboxCheck] {
        let scope = caller.scope
        let now = registry.clock.now
        return try await registry.database.read { tx in
            let order = try tx.order(id, in: scope)
            let waiting = try tx.certificates(of: id).last { $0.state == .pending }
            let certificate = try waiting ?? tx.primaryCertificate(of: order)
            let emails = certificate.content.holder?.emails ?? []
            let proofs = try tx.emailProofs(of: id)
            let organization = try order.organizationID.flatMap { try tx.organization($0) }
            let readiness = try tx.readiness(
                ReadinessQuestion(
                    content: certificate.content, product: order.product,
                    organization: organization, accountID: order.accountID, orderID: id,
                    hasLogo: false), at: now)
            let isIssued = certificate.issuance != nil
            return emails.map { email in
                MailboxCheck(
                    email: email,
                    isProved: isIssued || !readiness.unprovedMailboxes.contains(email),
                    emailedAt: proofs.first { $0.email == email }?.emailedAt)
            }
        }
    }
}
