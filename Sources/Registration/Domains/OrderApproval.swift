import Foundation
package import OrderCore
import Storage

extension ControlDesk {
    /// Writes to the contacts of an EV order's organization that the order waits for their word.
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
            let contacts =
                try tx.contacts(of: id).map(\.1) + [organization?.contact].compactMap(\.self)
            let known = contacts.map { $0.email.lowercased() }
            if let stranger = emails.first(where: { !known.contains($0.lowercased()) }) {
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
