package import OrderCore
import Storage

/// What becomes of an organization after it was added.
extension OrganizationDesk {
    /// Has it checked for these types. What was found before stays as long as it holds, and those
    /// who speak for it stay, too.
    package func submit(
        _ id: ID<Organization>, _ types: [ValidationType], approvers: [ApproverWish] = [],
        for caller: Caller, keeping keepsake: Keepsake<Void> = .none
    ) async throws {
        let now = registry.clock.now
        let steps = registry.steps
        try await registry.database.write { tx in
            let organization = try tx.organization(id, of: caller)
            let open = types.filter { type in
                !organization.validations.contains {
                    $0.type == type && ($0.validUntil.map { $0 > now } ?? true)
                }
            }
            for type in open {
                try tx.save(.init(type: type, createdAt: now, validUntil: nil), of: id)
            }
            try tx.add(approvers, to: id, of: caller.account.id)
            if steps == .sandbox {
                try tx.validate(id, open, at: now)
                try tx.wakeEffects(of: organization.accountID, at: now)
            }
            try keepsake.keep((), in: tx)
        }
    }

    /// Replaces contacts; what is left out of one is gone, those of other roles stay.
    package func changeContacts(
        _ changes: [OrganizationContactChange], of id: ID<Organization>, for caller: Caller
    ) async throws {
        guard Set(changes.map(\.role)).count == changes.count else {
            throw Refusal.repeatedContactType
        }
        try await registry.database.write { tx in
            _ = try tx.organization(id, of: caller)
            for change in changes {
                switch change {
                case .set(.organization, let contact): try tx.save(contact, of: id)
                case .set(.technical, let contact): try tx.save(technical: contact, of: id)
                case .removeTechnical: try tx.removeTechnicalContact(of: id)
                }
            }
            try tx.revise(caller.account.id)
        }
    }

    /// An organization that is out of use is ordered for no more; what was issued stays valid.
    package func setActive(
        _ isActive: Bool, _ id: ID<Organization>, for caller: Caller
    ) async throws {
        try await registry.database.write { tx in
            _ = try tx.organization(id, of: caller)
            try tx.setActive(isActive, id)
            try tx.revise(caller.account.id)
        }
    }

    /// Takes an organization away with its domains, if nothing needs them any more.
    package func delete(_ id: ID<Organization>, for caller: Caller) async throws {
        try await registry.database.write { tx in
            _ = try tx.organization(id, of: caller)
            guard try tx.firstOrganization(of: caller.account.id) != id else {
                throw Refusal.invalid("organization_id", "is the first of the account, which stays")
            }
            guard try !tx.isNamed(id) else {
                throw Refusal.invalid(
                    "organization_id", "is \(id), which orders name; deactivate it instead")
            }
            for domain in try tx.domains(of: id) { try tx.deleteUnneeded(domain) }
            try tx.delete(id)
            try tx.revise(caller.account.id)
        }
    }
}

/// Who shall be asked about an organization in one role.
package enum OrganizationContactChange: Sendable {
    case set(ContactRole, Contact)
    /// Somebody has to be asked about the organization; not so about technical things.
    case removeTechnical

    fileprivate var role: ContactRole {
        switch self {
        case .set(let role, _): role
        case .removeTechnical: .technical
        }
    }
}

extension DomainDesk {
    /// Takes a domain away. A proof of it goes with it; what was issued stays valid.
    package func delete(_ id: ID<Domain>, for caller: Caller) async throws {
        let scope = caller.scope
        try await registry.database.write { tx in
            guard let domain = try tx.domain(id),
                scope.sees(account: domain.accountID, container: domain.containerID)
            else { throw Refusal.notFound(.domain) }
            try tx.deleteUnneeded(id)
            try tx.revise(domain.accountID)
        }
    }

    package func proofEnds(for caller: Caller) async throws -> ProofEnds {
        let scope = caller.scope
        return ProofEnds(
            try await registry.database.read { try $0.proofEnds(in: scope) },
            now: registry.clock.now)
    }
}

extension Transaction {
    fileprivate func organization(
        _ id: ID<Organization>, of caller: Caller
    ) throws -> Organization {
        guard let organization = try organization(id), organization.accountID == caller.account.id
        else { throw Refusal.notFound(.organization) }
        // Others may order for it, and are not to find it changed by whoever sees a part.
        guard caller.scope.sees(account: caller.account.id, container: organization.containerID)
        else { throw Refusal.missingPermission }
        return organization
    }

    fileprivate func deleteUnneeded(_ id: ID<Domain>) throws {
        if let order = try orderAwaiting(id) {
            throw Refusal.invalid(
                "domain_id", "is \(id), which order \(order) waits for; cancel that first")
        }
        try delete(id)
    }
}
