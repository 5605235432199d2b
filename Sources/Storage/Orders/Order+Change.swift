package import Foundation
package import OrderCore

/// What an order is made from; its first certificate is made with it.
package struct NewOrder: Sendable {
    package let accountID: ID<Account>
    package let containerID: ID<Container>
    package let organizationID: ID<Organization>?
    package let userID: ID<User>
    package let product: Product
    package let state: OrderState
    package let content: Certificate.Content
    package let length: OrderLength
    package let renewalOf: ID<Order>?
    package let origin: Origin
    package let createdAt: Date
    package let settings: OrderSettings
    package let contacts: OrderContacts
    package let customFields: [CustomFieldAnswer]
    package let details: Order.Details

    package init(
        accountID: ID<Account>, containerID: ID<Container>, organizationID: ID<Organization>?,
        userID: ID<User>, product: Product, state: OrderState, content: Certificate.Content,
        length: OrderLength, renewalOf: ID<Order>?, origin: Origin, createdAt: Date,
        settings: OrderSettings, contacts: OrderContacts, customFields: [CustomFieldAnswer],
        details: Order.Details = Order.Details()
    ) {
        self.accountID = accountID
        self.containerID = containerID
        self.organizationID = organizationID
        self.userID = userID
        self.product = product
        self.state = state
        self.content = content
        self.length = length
        self.renewalOf = renewalOf
        self.origin = origin
        self.createdAt = createdAt
        self.settings = settings
        self.contacts = contacts
        self.customFields = customFields
        self.details = details
    }
}

extension NewOrder {
    /// The same order for an organization that was made with it.
    package func of(organization: ID<Organization>) -> NewOrder {
        NewOrder(
            accountID: accountID, containerID: containerID, organizationID: organization,
            userID: userID, product: product, state: state, content: content, length: length,
            renewalOf: renewalOf, origin: origin, createdAt: createdAt, settings: settings,
            contacts: contacts, customFields: customFields, details: details)
    }
}

/// Contacts given with an order instead of its organization's.
package struct OrderContacts: Equatable, Sendable {
    package var organization: Contact?
    package var technical: Contact?

    package init(organization: Contact? = nil, technical: Contact? = nil) {
        self.organization = organization
        self.technical = technical
    }
}

package struct CustomFieldAnswer: Equatable, Sendable {
    package let fieldID: ID<CustomField>
    package let label: String
    package let value: String

    package init(fieldID: ID<CustomField>, label: String, value: String) {
        self.fieldID = fieldID
        self.label = label
        self.value = value
    }
}

extension Transaction {
    /// Adds an order with its first certificate, its names, contacts and custom fields.
    package func insert(_ new: NewOrder) throws -> (order: ID<Order>, certificate: ID<Certificate>)
    {
        let id: ID<Order> = try insert(
            """
            INSERT INTO orders (version, account_id, container_id, organization_id, user_id,
              product, state, common_name, length_unit, length_value, renewal_of, origin,
              origin_name, created_at, additional_emails, auto_reissue, auto_renew,
              custom_renewal_message, disable_ct, disable_issuance_email,
              disable_renewal_notifications, locale, payment_method, has_guest_access, dcv_method,
              details, status_changed_at, product_name)
            VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
              $18, $19, $20, $21, $22, $23, $24, $25, $13, $26)
            RETURNING id
            """,
            [
                .id(new.accountID), .id(new.containerID), .id(new.organizationID),
                .id(new.userID), .text(new.product.nameID), .text(new.state.rawValue),
                .text(new.content.commonName),
            ] + new.length.values + [.id(new.renewalOf)] + new.origin.values
                + [.date(new.createdAt)] + new.settings.values
                + [new.details.value, .text(new.product.name)])
        let certificate = try insert(
            NewCertificate(
                orderID: id, accountID: new.accountID, userID: new.userID, kind: .original,
                content: new.content, addition: nil, createdAt: new.createdAt))
        try post(
            "UPDATE orders SET primary_certificate_id = $2 WHERE id = $1",
            [.id(id), .id(certificate)])
        try insertNames(new.content.searchedNames, of: id)
        try insert(new.contacts, of: id)
        for answer in new.customFields {
            try save(answer.value, in: answer.fieldID, of: id)
        }
        return (id, certificate)
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
        try postGuarded(
            """
            UPDATE orders SET version = version + 1, state = $3, awaits = $4,
              primary_certificate_id = $5, common_name = $6, certificate_valid_till = $7,
              renewed_by = $8, issued_at = $9, valid_from = $10, valid_till = $11, details = $12,
              status_changed_at = $13
            WHERE id = $1 AND version = $2
            """,
            [.id(order.id), .integer(order.version)] + order.state.values + [
                .id(primary.id), .text(primary.content.commonName),
                .date(primary.issuance?.validTill), .id(order.renewedBy),
                .date(order.term?.issuedAt), .date(order.term?.validFrom),
                .date(order.term?.validTill), order.details.value, .date(now),
            ])
    }

    /// Tells an old order which one renews it.
    package func markRenewed(_ id: ID<Order>, by renewal: ID<Order>) throws {
        try post(
            "UPDATE orders SET version = version + 1, renewed_by = $2 WHERE id = $1",
            [.id(id), .id(renewal)])
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
