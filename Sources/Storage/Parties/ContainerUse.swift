package import OrderCore

/// Whom and what a container is reserved for; where a list is empty, it is for all.
package struct ContainerUse: Equatable, Sendable {
    /// Those who are confined to it.
    package var users: [ID<User>] = []
    package var organizations: [Organization] = []
    /// The domains that names in its orders have to lie in.
    package var domains: [String] = []

    package init() {}
}

extension Transaction {
    package func use(
        of containers: [ID<Container>]
    ) throws -> [ID<Container>: ContainerUse] {
        guard !containers.isEmpty else { return [:] }
        var conditions = Conditions()
        conditions.add("r.container_id {}", among: containers)
        var found: [ID<Container>: ContainerUse] = [:]
        try each(
            """
            SELECT r.container_id, r.user_id FROM user_containers r\(conditions.clause)
            ORDER BY r.user_id
            """, conditions.values
        ) { found[$0.id(), default: ContainerUse()].users.append($0.id()) }
        try each(
            """
            SELECT r.container_id, \(Organization.columns) FROM container_organizations r
            JOIN organizations g ON g.id = r.organization_id\(conditions.clause) ORDER BY g.id
            """, conditions.values
        ) {
            found[$0.id(), default: ContainerUse()].organizations.append(Organization(row: &$0))
        }
        try each(
            """
            SELECT r.container_id, r.name FROM container_domains r\(conditions.clause)
            ORDER BY r.name
            """, conditions.values
        ) { found[$0.id(), default: ContainerUse()].domains.append($0.text()) }
        return found
    }

    /// The organizations that a container is reserved for.
    package func organizations(usedIn container: ID<Container>) throws -> [ID<Organization>] {
        try rows(
            """
            SELECT organization_id FROM container_organizations WHERE container_id = $1
            ORDER BY organization_id
            """, [.id(container)]
        ) { $0.id() }
    }

    package func domains(usedIn container: ID<Container>) throws -> [String] {
        try rows(
            "SELECT name FROM container_domains WHERE container_id = $1 ORDER BY name",
            [.id(container)]
        ) { $0.text() }
    }

    /// The users that are confined to a container, and perhaps to others.
    package func users(confinedTo container: ID<Container>) throws -> [ID<User>] {
        try rows(
            "SELECT user_id FROM user_containers WHERE container_id = $1 ORDER BY user_id",
            [.id(container)]
        ) { $0.id() }
    }

    package func reserve(
        _ container: ID<Container>, for organizations: [ID<Organization>]
    ) throws {
        try run(
            "DELETE FROM container_organizations WHERE container_id = $1", [.id(container)])
        for organization in Set(organizations).sorted() {
            try post(
                """
                INSERT INTO container_organizations (container_id, organization_id)
                VALUES ($1, $2)
                """, [.id(container), .id(organization)])
        }
    }

    package func reserve(_ container: ID<Container>, forDomains names: [String]) throws {
        try run("DELETE FROM container_domains WHERE container_id = $1", [.id(container)])
        for name in Set(names).sorted() {
            try post(
                "INSERT INTO container_domains (container_id, name) VALUES ($1, $2)",
                [.id(container), .text(name)])
        }
    }

    /// The containers that are reserved for each of these organizations, beside others perhaps.
    package func containers(
        reservedFor ids: [ID<Organization>]
    ) throws -> [ID<Organization>: [ID<Container>]] {
        guard !ids.isEmpty else { return [:] }
        var conditions = Conditions()
        conditions.add("organization_id {}", among: ids)
        var found: [ID<Organization>: [ID<Container>]] = [:]
        try each(
            """
            SELECT organization_id, container_id FROM container_organizations\
            \(conditions.clause) ORDER BY organization_id, container_id
            """, conditions.values
        ) { found[$0.id(), default: []].append($0.id()) }
        return found
    }
}
