package import Foundation
package import OrderCore
package import Storage

/// Where organizations are looked up, added, and found to be real.
package struct OrganizationDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package var now: Date { registry.clock.now }

    package func list(
        _ query: ListQuery<OrganizationProperty>, for caller: Caller
    ) async throws -> Listed<OrganizationFile> {
        let scope = caller.scope
        return try await registry.database.read { tx in
            let homes = Dictionary(
                uniqueKeysWithValues: try tx.containers(in: Scope(accountID: scope.accountID))
                    .map { ($0.id, $0) })
            let listed = try tx.organizations(in: scope, query)
            let ids = listed.elements.map(\.id)
            let reserved = try tx.containers(reservedFor: ids)
            let approvers = try tx.approvers(of: ids)
            return listed.map {
                OrganizationFile(
                    organization: $0, container: homes[$0.containerID],
                    reservedContainers: reserved[$0.id] ?? [], approvers: approvers[$0.id] ?? [])
            }
        }
    }

    package func file(
        _ id: ID<Organization>, for caller: Caller
    ) async throws -> OrganizationFile {
        try await registry.database.read { tx in
            guard let organization = try tx.organization(id),
                organization.accountID == caller.account.id
            else { throw Refusal.notFound(.organization) }
            return OrganizationFile(
                organization: organization, container: try tx.container(organization.containerID),
                reservedContainers: try tx.containers(reservedFor: [id])[id] ?? [],
                approvers: try tx.approvers(of: [id])[id] ?? [],
                technicalContact: try tx.technicalContact(of: id))
        }
    }

    /// Adds an organization; it can be ordered for, and is issued to once it is validated.
    ///
    /// - Parameter twins: whether one just like an old one may be added.
    package func add(
        _ text: OrganizationText, container: ID<Container>?, twins: TwinPolicy, for caller: Caller,
        keeping keepsake: Keepsake<ID<Organization>> = .none
    ) async throws -> ID<Organization> {
        let now = registry.clock.now
        let steps = registry.steps
        return try await registry.database.write { tx in
            let home = try container.map { try tx.container($0, in: caller.scope).id }
            var new = try text.newOrganization(
                account: caller.account.id, container: home ?? caller.user.filingID, path: "")
            if twins == .refused, try tx.organizationLike(new) != nil {
                throw Refusal(
                    .duplicateOrganization,
                    """
                    An organization with the same name and address exists. \
                    Send skip_duplicate_org_check to add another.
                    """
                )
            }
            new = new.awaiting(text.validations, since: now)
            let id = try tx.insert(new)
            try tx.add(text.approvers, to: id, of: caller.account.id)
            if steps == .sandbox { try tx.validate(id, text.validations, at: now) }
            try keepsake.keep(id, in: tx)
            return id
        }
    }

    package enum TwinPolicy: Sendable {
        case refused
        case allowed
    }

    /// Notes that an organization was checked: an act of the CA's own people, from its machine.
    /// Orders that waited for it are woken.
    package func validate(
        _ id: ID<Organization>, _ types: [ValidationType]
    ) async throws -> Organization {
        let now = registry.clock.now
        return try await registry.database.write { tx in
            guard let organization = try tx.organization(id) else {
                throw Refusal.notFound(.organization)
            }
            try tx.validate(id, types, at: now)
            try tx.wakeEffects(of: organization.accountID, at: now)
            return try tx.organization(id)!
        }
    }
}

package struct OrganizationFile: Sendable {
    package let organization: Organization
    package let container: Container?
    /// The containers that are reserved for it.
    package let reservedContainers: [ID<Container>]
    package let approvers: [Approver]
    /// Read for one organization, not for lists.
    package let technicalContact: Contact?

    package init(
        organization: Organization, container: Container?,
        reservedContainers: [ID<Container>] = [], approvers: [Approver] = [],
        technicalContact: Contact? = nil
    ) {
        self.organization = organization
        self.container = container
        self.reservedContainers = reservedContainers
        self.approvers = approvers
        self.technicalContact = technicalContact
    }
}

extension Transaction {
    /// An active organization of the account with this name and address.
    func organizationLike(_ new: NewOrganization) throws -> Organization? {
        var query = ListQuery<OrganizationProperty>()
        query.filters = [.init(.name, [.equals(.text(new.name))])]
        return try organizations(in: Scope(accountID: new.accountID), query).elements.first {
            $0.isActive && $0.address == new.address && $0.assumedName == new.assumedName
        }
    }
}
