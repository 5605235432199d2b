import Foundation
package import OrderCore
import Storage

extension ControlDesk {
    /// Writes to those who may approve an EV order, or speak for it or its organization, that the
    /// order waits for their word.
    package func resendApproval(
        of id: ID<Order>, to emails: [String], for caller: Caller
    ) async throws {
        let now = registry.clock.now
        let scope = caller.scope
        try await registry.database.write { tx in
            let order = try tx.order(id, in: scope)
            guard order.product.validation == .ev else {
                throw Refusal(
                    .invalidOrderState, "Only EV orders are approved by a contact.")
            }
            guard order.state == .pending || order.state == .reissuePending else {
                throw Refusal(
                    .invalidOrderState,
                    "The order awaits no approval while its status is \(order.state.rawValue).")
            }
            let organization = try order.organizationID.flatMap { try tx.organization($0) }
            let known = try tx.mailboxes(speakingFor: order, organization)
            let stranger = try emails.first { email in
                try !known.contains(email.lowercased()) && !tx.isOfActiveUser(email, in: scope)
            }
            if let stranger {
                throw Refusal.invalid(
                    "emails", "has \(stranger.quoted), which is no contact of the organization")
            }
            let name = organization?.displayName ?? ""
            for email in emails.withoutRepetitions {
                try tx.insert(
                    NewMessage(
                        accountID: order.accountID, about: id, recipient: email,
                        subject: "Approve the order \(id) of \(name)",
                        body: """
                            The EV order \(id) of \(name) waits for your word.

                            Tell whoever runs this certificate authority whether the order is \
                            right. They note your approval; the certificate is made then.
                            """,
                        createdAt: now))
            }
        }
    }
}

extension Transaction {
    /// The mailboxes, in lower case, of those whom an order or its organization names.
    fileprivate func mailboxes(
        speakingFor order: Order, _ organization: Organization?
    ) throws -> Set<String> {
        let contacts =
            try contacts(of: order.id).map(\.1)
            + [organization?.contact, organization.flatMap { try technicalContact(of: $0.id) }]
            .compactMap(\.self)
        let approvers = (order.details.verifiedContacts ?? []).compactMap(\.email)
        return Set((contacts.map(\.email) + approvers).map { $0.lowercased() })
    }

    /// Whether somebody of the account has this mailbox: users may approve, too.
    fileprivate func isOfActiveUser(_ email: String, in scope: Scope) throws -> Bool {
        var query = ListQuery<UserProperty>()
        query.filters = [.init(.email, [.contains(email)])]
        return try EmailAddress.isPlausible(email)
            && users(in: scope, query).elements.contains {
                $0.isActive && $0.email.lowercased() == email.lowercased()
            }
    }
}
