package import Foundation
package import OrderCore

extension Transaction {
    /// Adds an order with its first certificate, its names, contacts and custom fields, all as they
    /// are by now.
    package func insert(_ placed: PlacedOrder) throws {
        let order = placed.order
        let certificate = placed.certificate
        try post(
            """
            INSERT INTO orders (id, version, account_id, container_id, organization_id, user_id,
              product, state, awaits, primary_certificate_id, common_name, certificate_valid_till,
              length_unit, length_value, renewal_of, origin, origin_name, receipt_id, created_at,
              issued_at, valid_from, valid_till, additional_emails, auto_reissue, auto_renew,
              custom_renewal_message, disable_ct, disable_issuance_email,
              disable_renewal_notifications, locale, payment_method, has_guest_access, dcv_method,
              details, status_changed_at, product_name, change)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
              $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $19,
              $35, $36)
            """,
            [
                .id(order.id), .integer(order.version), .id(order.accountID),
                .id(order.containerID), .id(order.organizationID), .id(order.userID),
                .text(order.product.nameID),
            ] + order.state.values + [
                .id(certificate.id), .text(certificate.content.commonName),
                .date(certificate.issuance?.validTill),
            ] + order.length.values + [.id(order.renewalOf)] + order.origin.values + [
                .id(order.receiptID), .date(order.createdAt), .date(order.term?.issuedAt),
                .date(order.term?.validFrom), .date(order.term?.validTill),
            ] + order.settings.values + [
                order.details.value, .text(order.product.name), .integer(placed.change),
            ])
        try insert(certificate)
        try insertNames(certificate.content.searchedNames, of: order.id)
        if let name = order.details.alternativeID { try insertAlternative(name, of: order) }
        try insert(placed.contacts, of: order.id)
        for answer in placed.customFields {
            try save(answer.value, in: answer.fieldID, of: order.id)
        }
    }

    private func insert(_ contacts: OrderContacts, of id: ID<Order>) throws {
        if let contact = contacts.organization { try save(contact, as: .organization, of: id) }
        if let contact = contacts.technical { try save(contact, as: .technical, of: id) }
    }

    private func insertNames(_ names: [String], of id: ID<Order>) throws {
        for name in names {
            try post(
                "INSERT INTO order_names (name, order_id) VALUES ($1, $2)", [.text(name), .id(id)])
        }
    }

    /// Replaces the names that the order is found by.
    package func replaceNames(_ names: [String], of id: ID<Order>) throws {
        try post("DELETE FROM order_names WHERE order_id = $1", [.id(id)])
        try insertNames(names, of: id)
    }

    /// Keeps what moves have changed of an order, unless somebody else changed it first.
    ///
    /// - Parameters:
    ///   - primary: the primary certificate as it is now.
    ///   - now: when the order or one of its certificates changed its status.
    package func save(_ order: Order, primary: Certificate, at now: Date) throws {
        try write(order.moved(primary), to: order, at: now)
    }

    /// The same where it is known what the row says: only what differs is written, so that the
    /// indexes on all else stay as they are.
    ///
    /// - Parameters:
    ///   - before: the order as it was read, and its primary certificate.
    package func save(
        _ order: Order, primary: Certificate, since before: (order: Order, primary: Certificate),
        at now: Date
    ) throws {
        let former = before.order.moved(before.primary)
        let moved = zip(order.moved(primary), former).filter { $0.value != $1.value }.map(\.0)
        try write(moved, to: before.order, at: now)
    }

    private func write(
        _ columns: [(column: String, value: SQLValue)], to order: Order, at now: Date
    ) throws {
        let assignments = columns.enumerated().map { ", \($1.column) = $\($0 + 4)" }.joined()
        try postGuarded(
            """
            UPDATE orders SET version = version + 1, change = {change}, \
            status_changed_at = $3\(assignments) WHERE id = $1 AND version = $2
            """,
            [.id(order.id), .integer(order.version), .date(now)] + columns.map(\.value))
    }

    /// Notes that a certificate of the order changed its status; the order itself is as it was.
    package func noteStatusChange(of order: Order, at now: Date) throws {
        try write([], to: order, at: now)
    }

    /// Tells an old order which one renews it, unless somebody else renewed it first.
    ///
    /// - Parameter former: the renewal that was found there.
    package func markRenewed(
        _ id: ID<Order>, by renewal: ID<Order>, insteadOf former: ID<Order>? = nil
    ) throws {
        try postGuarded(
            """
            UPDATE orders SET version = version + 1, renewed_by = $2
            WHERE id = $1 AND coalesce(renewed_by, 0) = $3
            """, [.id(id), .id(renewal), .integer(former?.rawValue ?? 0)])
    }

    /// A renewal came to nothing: the old order is as it was, or renewed by another one.
    package func unmarkRenewed(by renewal: ID<Order>) throws {
        try post(
            """
            UPDATE orders SET version = version + 1, renewed_by =
              (SELECT max(r.id) FROM orders r WHERE r.renewal_of = orders.id AND r.id <> $1
                AND r.state NOT IN ('rejected', 'canceled'))
            WHERE renewed_by = $1
            """, [.id(renewal)])
    }

    package func setReceipt(_ receipt: ID<Receipt>, of id: ID<Order>) throws {
        try post(
            "UPDATE orders SET revision = revision + 1, receipt_id = $2 WHERE id = $1",
            [.id(id), .id(receipt)])
    }
}

extension Order {
    /// The columns that moves change, with their values.
    ///
    /// - Parameter primary: the primary certificate, which they repeat.
    fileprivate func moved(_ primary: Certificate) -> [(column: String, value: SQLValue)] {
        let state = state.values
        return [
            ("state", state[0]), ("awaits", state[1]), ("primary_certificate_id", .id(primary.id)),
            ("common_name", .text(primary.content.commonName)),
            ("certificate_valid_till", .date(primary.issuance?.validTill)),
            ("renewed_by", .id(renewedBy)), ("issued_at", .date(term?.issuedAt)),
            ("valid_from", .date(term?.validFrom)), ("valid_till", .date(term?.validTill)),
            ("details", details.value),
        ]
    }
}
