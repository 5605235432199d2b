package import OrderCore

extension Transaction {
    /// Keeps the settings of an order, unless somebody else changed the order first.
    package func save(_ settings: OrderSettings, of order: Order) throws {
        try postGuarded(
            """
            UPDATE orders SET version = version + 1, additional_emails = $3, auto_reissue = $4,
              auto_renew = $5, custom_renewal_message = $6, disable_ct = $7,
              disable_issuance_email = $8, disable_renewal_notifications = $9, locale = $10,
              payment_method = $11, has_guest_access = $12, dcv_method = $13
            WHERE id = $1 AND version = $2
            """, [.id(order.id), .integer(order.version)] + settings.values)
    }

    /// Counts a change of something that is shown with the order and stored beside it.
    package func touch(_ order: Order) throws {
        try postGuarded(
            "UPDATE orders SET version = version + 1 WHERE id = $1 AND version = $2",
            [.id(order.id), .integer(order.version)])
    }

    package func contacts(of order: ID<Order>) throws -> [(ContactRole, Contact)] {
        try rows(
            """
            SELECT type, first_name, last_name, email, job_title, telephone, telephone_extension
            FROM order_contacts WHERE order_id = $1 ORDER BY type
            """, [.id(order)]
        ) { row in
            let role: ContactRole = try row.word()
            return Contact(rowIfPresent: &row).map { (role, $0) }
        }.compactMap(\.self)
    }

    /// Adds a contact to an order, or puts it in the place of the one with its role.
    package func save(_ contact: Contact, as role: ContactRole, of order: ID<Order>) throws {
        try post(
            """
            INSERT INTO order_contacts (order_id, type, first_name, last_name, email,
              job_title, telephone, telephone_extension)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (order_id, type) DO UPDATE SET first_name = excluded.first_name,
              last_name = excluded.last_name, email = excluded.email,
              job_title = excluded.job_title, telephone = excluded.telephone,
              telephone_extension = excluded.telephone_extension
            """, [.id(order), .text(role.rawValue)] + contact.values)
    }

    package func save(
        _ value: String, in field: ID<CustomField>, of order: ID<Order>
    ) throws {
        try post(
            """
            INSERT INTO order_custom_fields (order_id, custom_field_id, value)
            VALUES ($1, $2, $3)
            ON CONFLICT (order_id, custom_field_id) DO UPDATE SET value = excluded.value
            """, [.id(order), .id(field), .text(value)])
    }
}
