package import OrderCore

extension Transaction {
    package func setActive(_ isActive: Bool, _ id: ID<Organization>) throws {
        try run(
            "UPDATE organizations SET is_active = $2 WHERE id = $1", [.id(id), .flag(isActive)])
    }

    /// The organization that the account began with.
    package func firstOrganization(of account: ID<Account>) throws -> ID<Organization>? {
        try row(
            "SELECT g.id FROM organizations g WHERE g.account_id = $1 ORDER BY g.id LIMIT 1",
            [.id(account)]
        ) { $0.id() }
    }

    /// Whether an order, a mark or credentials name it.
    package func isNamed(_ id: ID<Organization>) throws -> Bool {
        try ["orders", "logos", "acme_credentials"].contains { table in
            try row(
                "SELECT 1 FROM \(table) WHERE organization_id = $1 LIMIT 1", [.id(id)]
            ) { $0.int() } != nil
        }
    }

    package func domains(of organization: ID<Organization>) throws -> [ID<Domain>] {
        try rows(
            "SELECT d.id FROM domains d WHERE d.organization_id = $1 ORDER BY d.id",
            [.id(organization)]
        ) { $0.id() }
    }

    /// For one that nothing names any more.
    package func delete(_ id: ID<Organization>) throws {
        for table in [
            "organization_validations", "container_organizations", "technical_contacts",
        ] {
            try run("DELETE FROM \(table) WHERE organization_id = $1", [.id(id)])
        }
        try delete(from: "verified_contacts", where: "organization_id = $1", [.id(id)])
        try delete(from: "organizations", where: "id = $1", [.id(id)])
    }
}
