import Issuance
package import OrderCore
package import Storage

/// Whom and what containers are reserved for.
extension PartyDesk {
    package static let allowedDomainsMax = 1000

    package func use(
        of containers: [Container]
    ) async throws -> [ID<Container>: ContainerUse] {
        let ids = containers.map(\.id)
        return try await registry.database.read { try $0.use(of: ids) }
    }

    /// Confines these users to a container, perhaps beside others, and no others any more. Whoever
    /// is confined to nothing else then sees all of the account.
    package func assignUsers(
        _ ids: [ID<User>], to id: ID<Container>, for caller: Caller
    ) async throws {
        try await registry.database.write { tx in
            let container = try tx.container(id, in: caller.scope).id
            let before = try tx.users(confinedTo: container)
            for user in ids where !before.contains(user) {
                try tx.confine(user, to: container, for: caller)
            }
            for user in before where !ids.contains(user) {
                try tx.release(user, from: container, for: caller)
            }
        }
    }

    /// Has a container order for these organizations alone; for none in particular if there are
    /// none. What was ordered stays.
    package func reserve(
        _ id: ID<Container>, for organizations: [ID<Organization>], for caller: Caller
    ) async throws {
        try await registry.database.write { tx in
            let container = try tx.container(id, in: caller.scope).id
            for organization in organizations {
                guard try tx.organization(organization)?.accountID == caller.account.id else {
                    throw Refusal.invalid(
                        "organization_id_assignments",
                        "has \(organization), which is no organization")
                }
            }
            try tx.reserve(container, for: organizations)
        }
    }

    /// Has the names in a container's orders lie in these domains; in any if there are none.
    package func reserve(
        _ id: ID<Container>, forDomains texts: [String], for caller: Caller
    ) async throws {
        let path = "allowed_domain_names"
        guard texts.count <= Self.allowedDomainsMax else {
            throw Refusal.invalid(
                path, "holds \(texts.count) names, at most \(Self.allowedDomainsMax)")
        }
        let names = try texts.map { text in
            do throws(HostNameProblem) {
                let name = try HostName(text.trimmingSpaces)
                guard !name.isWildcard else { throw .wildcardMisplaced }
                return name.ascii
            } catch {
                throw Refusal.invalid(path, "has \(text.quoted): \(error.phrase)")
            }
        }
        try await registry.database.write { tx in
            try tx.reserve(try tx.container(id, in: caller.scope).id, forDomains: names)
        }
    }
}

extension Transaction {
    private static var path: String { "user_id_assignments" }

    fileprivate func confine(
        _ id: ID<User>, to container: ID<Container>, for caller: Caller
    ) throws {
        guard try user(id)?.accountID == caller.account.id else {
            throw Refusal.invalid(Self.path, "has \(id), who is no user")
        }
        let user = try user(id, coveredBy: caller)
        guard try !isLastFreeAdministrator(user) else {
            throw Refusal.invalid(
                Self.path,
                "has \(id), and would leave the account without an administrator of all of it")
        }
        try confine(id, to: user.assignments + [container])
    }

    fileprivate func release(
        _ id: ID<User>, from container: ID<Container>, for caller: Caller
    ) throws {
        let user = try user(id, coveredBy: caller)
        let rest = user.assignments.filter { $0 != container }
        guard !rest.isEmpty || caller.user.assignments.isEmpty else {
            throw Refusal.invalid(
                Self.path, "lacks \(id), who is confined to this container and would be to none")
        }
        try confine(id, to: rest)
    }

    /// Refuses an organization that a container does not order for.
    func requireUsable(_ id: ID<Organization>?, in container: ID<Container>) throws {
        let usable = try organizations(usedIn: container)
        guard !usable.isEmpty, !(id.map(usable.contains) ?? false) else { return }
        let all = usable.map(\.description).joined(separator: ", ")
        throw Refusal.invalid("organization.id", "has to be one of \(all) in this container")
    }

    /// Refuses a name that lies in none of the domains that a container is limited to.
    func checkDomains(of container: ID<Container>, _ content: Certificate.Content) throws {
        let allowed = try domains(usedIn: container)
        guard !allowed.isEmpty else { return }
        let stranger = content.searchedNames.first { name in
            let host = name.split(separator: "@").last.map(String.init) ?? name
            return !allowed.contains { Domain.isBelow(host.lowercased(), $0) }
        }
        guard let stranger else { return }
        let member =
            stranger.contains("@")
            ? "emails" : stranger == content.commonName ? "common_name" : "dns_names"
        throw Refusal.invalid(
            "certificate.\(member)",
            "has \(stranger.quoted); the container takes names in "
                + "\(allowed.prefix(Refusal.domainsNamedMax).joined(separator: ", ")) only")
    }
}

extension Refusal {
    fileprivate static let domainsNamedMax = 10
}
