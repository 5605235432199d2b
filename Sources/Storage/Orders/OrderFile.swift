package import OrderCore

/// An order with everything that is shown of it, read from one consistent state.
package struct OrderFile: Sendable {
    package let order: Order
    package let certificate: Certificate
    /// What was bought beyond the first name, with the order and by its reissues.
    package let purchased: PurchasedNames
    package let issuerName: String?
    package let container: Container
    package let organization: Organization?
    package let user: UserReference
    package let contacts: OrderContacts
    package let requests: [Request]
    package let customFields: [CustomFieldAnswer]
    /// Newest first.
    package let notes: [Note]
}

extension Transaction {
    package func order(_ id: ID<Order>) throws -> Order? {
        try row("SELECT \(Order.columns) FROM orders o WHERE o.id = $1", [.id(id)]) {
            try Order(row: &$0)
        }
    }

    /// The same, which nobody else changes until this transaction ends.
    package func lockedOrder(_ id: ID<Order>) throws -> Order? {
        try row("SELECT \(Order.columns) FROM orders o WHERE o.id = $1 {locked}", [.id(id)]) {
            try Order(row: &$0)
        }
    }

    /// A certificate with its order, which nobody else changes until this transaction ends.
    package func lockedOrder(
        with certificate: ID<Certificate>
    ) throws -> (order: Order, certificate: Certificate)? {
        try row(
            """
            SELECT \(Order.columns), \(Certificate.columns)
            FROM certificates c JOIN orders o ON o.id = c.order_id WHERE c.id = $1 {locked}
            """, [.id(certificate)]
        ) { (try Order(row: &$0), try Certificate(row: &$0)) }
    }

    /// Orders of every account whose key is fetched with a token or a browser, oldest first.
    package func ordersAwaitingPickup(max: Int) throws -> [Order] {
        try rows(
            """
            SELECT \(Order.columns) FROM orders o WHERE o.awaits = 'waiting_pickup'
              OR (o.state = 'reissue_pending' AND EXISTS (SELECT 1 FROM certificates c
                WHERE c.order_id = o.id AND c.state = 'pending' AND c.kind = 'reissue'
                  AND c.csr = ''))
            ORDER BY o.id LIMIT $1
            """, [.int(max)]
        ) { try Order(row: &$0) }
    }

    /// Everything about one order: a join of what there is one of, and two short lists.
    package func orderFile(_ id: ID<Order>) throws -> OrderFile? {
        try row(OrderFileStatement.text, [.id(id)]) { row in
            let order = try Order(row: &row)
            let certificate = try Certificate(row: &row)
            let requests = try requests(of: id)
            return OrderFile(
                order: order, certificate: certificate,
                purchased: try purchasedNames(certificate, requests),
                issuerName: row.textIfPresent(),
                container: Container(row: &row),
                organization: Organization(rowIfPresent: &row),
                user: UserReference(row: &row),
                contacts: OrderContacts(
                    organization: Contact(rowIfPresent: &row),
                    technical: Contact(rowIfPresent: &row)),
                requests: requests, customFields: try customFields(of: id),
                notes: row.flag() ? try notes(of: id) : [])
        }
    }

    /// Few orders have more than one certificate: only of those are they read.
    private func purchasedNames(
        _ primary: Certificate, _ requests: [Request]
    ) throws -> PurchasedNames {
        guard requests.contains(where: { $0.subject.isFurther }) else {
            return primary.content.purchased
        }
        return try certificates(of: primary.orderID).reduce(PurchasedNames(dns: 0, wildcard: 0)) {
            let own = $1.kind == .original ? $1.content.purchased : $1.paidAddition?.names
            return own.map($0.adding) ?? $0
        }
    }

    package func customFields(of id: ID<Order>) throws -> [CustomFieldAnswer] {
        try rows(
            """
            SELECT f.id, f.label, v.value
            FROM order_custom_fields v JOIN custom_fields f ON f.id = v.custom_field_id
            WHERE v.order_id = $1 ORDER BY f.id
            """, [.id(id)]
        ) { CustomFieldAnswer(fieldID: $0.id(), label: $0.text(), value: $0.text()) }
    }

    /// The order whose primary certificate bears this serial number or SHA-1 thumbprint.
    package func orderID(serialOrThumbprint bytes: [UInt8], account: ID<Account>) throws -> ID<
        Order
    >? {
        for column in ["serial", "thumbprint"] {
            let found: ID<Order>? = try row(
                """
                SELECT o.id FROM certificates c JOIN orders o ON o.primary_certificate_id = c.id
                WHERE c.\(column) = $1 AND o.account_id = $2
                """, [.bytes(bytes), .id(account)]
            ) { $0.id() }
            if let found { return found }
        }
        return nil
    }
}

private enum OrderFileStatement {
    static let text = """
        SELECT \(Order.columns), \(Certificate.columns), i.name, \(Container.columns), \
        \(Organization.columns), u.id, u.first_name, u.last_name, u.email, \
        \(contactColumns("oc")), \(contactColumns("tc")), \
        CASE WHEN EXISTS (SELECT 1 FROM order_notes n WHERE n.order_id = o.id) \
        THEN 1 ELSE 0 END \
        FROM orders o \
        JOIN certificates c ON c.id = o.primary_certificate_id \
        JOIN containers k ON k.id = o.container_id \
        JOIN users u ON u.id = o.user_id \
        LEFT JOIN organizations g ON g.id = o.organization_id \
        LEFT JOIN issuers i ON i.id = c.issuer_id \
        LEFT JOIN order_contacts oc ON oc.order_id = o.id AND oc.type = 'organization_contact' \
        LEFT JOIN order_contacts tc ON tc.order_id = o.id AND tc.type = 'technical_contact' \
        WHERE o.id = $1
        """

    private static func contactColumns(_ table: String) -> String {
        ["first_name", "last_name", "email", "job_title", "telephone", "telephone_extension"]
            .map { "\(table).\($0)" }.joined(separator: ", ")
    }
}
