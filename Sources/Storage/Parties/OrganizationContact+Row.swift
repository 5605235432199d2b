package import OrderCore

extension Transaction {
    /// Whom to ask about an organization.
    package func save(_ contact: Contact, of id: ID<Organization>) throws {
        try post(
            """
            UPDATE organizations SET contact_first_name = $2, contact_last_name = $3,
              contact_email = $4, contact_job_title = $5, contact_telephone = $6,
              contact_telephone_extension = $7
            WHERE id = $1
            """, [.id(id)] + contact.values)
    }

    /// Whom to ask about technical things.
    package func technicalContact(of id: ID<Organization>) throws -> Contact? {
        try row(
            """
            SELECT first_name, last_name, email, job_title, telephone, telephone_extension
            FROM technical_contacts WHERE organization_id = $1
            """, [.id(id)]
        ) { Contact(rowIfPresent: &$0) }.flatMap(\.self)
    }

    package func save(technical contact: Contact, of id: ID<Organization>) throws {
        try post(
            """
            INSERT INTO technical_contacts (organization_id, first_name, last_name, email,
              job_title, telephone, telephone_extension)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (organization_id) DO UPDATE SET first_name = excluded.first_name,
              last_name = excluded.last_name, email = excluded.email,
              job_title = excluded.job_title, telephone = excluded.telephone,
              telephone_extension = excluded.telephone_extension
            """, [.id(id)] + contact.values)
    }

    package func removeTechnicalContact(of id: ID<Organization>) throws {
        try run("DELETE FROM technical_contacts WHERE organization_id = $1", [.id(id)])
    }
}
