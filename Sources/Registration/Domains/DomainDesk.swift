package import Foundation
import Issuance
package import OrderCore
package import Storage

/// Where domains are looked up, added, and found to be under control.
package struct DomainDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package var now: Date { registry.clock.now }

    package func list(
        _ query: ListQuery<DomainProperty>, for caller: Caller
    ) async throws -> Listed<DomainFile> {
        let scope = caller.scope
        return try await registry.database.read { tx in
            try tx.domains(in: scope, query).map { try tx.file($0) }
        }
    }

    package func file(_ id: ID<Domain>, for caller: Caller) async throws -> DomainFile {
        let scope = caller.scope
        return try await registry.database.read { tx in
            guard let domain = try tx.domain(id),
                scope.sees(account: domain.accountID, container: domain.containerID)
            else { throw Refusal.notFound(.domain) }
            var file = try tx.file(domain)
            file.invitations = try tx.invitations(to: id)
            if let id = domain.organizationID {
                file.approvers = try tx.approvers(of: [id])[id] ?? []
            }
            return file
        }
    }

    /// What a client says of a domain that it adds.
    package struct Wish: Sendable {
        package let name: String
        package let organizationID: ID<Organization>
        package let containerID: ID<Container>?
        package let validationTypes: [ValidationType]
        package let method: ControlMethod
        /// The mailboxes to ask; those that may not decide about the name are passed over.
        package let emails: [String]
        package let keepsWWW: Bool

        package init(
            name: String, organizationID: ID<Organization>, containerID: ID<Container>? = nil,
            validationTypes: [ValidationType], method: ControlMethod, emails: [String],
            keepsWWW: Bool
        ) {
            self.name = name
            self.organizationID = organizationID
            self.containerID = containerID
            self.validationTypes = validationTypes
            self.method = method
            self.emails = emails
            self.keepsWWW = keepsWWW
        }
    }

    package func add(
        _ wish: Wish, for caller: Caller, keeping keepsake: Keepsake<Domain> = .none
    ) async throws -> Domain {
        let now = registry.clock.now
        let name = try Self.name(wish)
        let token = DomainControl.Token(
            value: registry.tokens.controlToken(), expiresAt: DomainControl.Token.end(from: now))
        let registry = registry
        return try await registry.database.write { tx in
            guard let organization = try tx.organization(wish.organizationID),
                organization.accountID == caller.account.id
            else {
                throw Refusal.invalid(
                    "organization.id", "is \(wish.organizationID), which is no organization")
            }
            let home = try wish.containerID.map { try tx.container($0, in: caller.scope).id }
            guard try tx.domains(named: [name], of: caller.account.id).isEmpty else {
                throw Refusal(.duplicateDomain, "The domain \(name.quoted) exists already.")
            }
            let id = try tx.insert(
                NewDomain(
                    accountID: caller.account.id, containerID: home ?? caller.user.filingID,
                    organizationID: organization.id, name: name, createdAt: now,
                    validationTypes: wish.validationTypes,
                    control: DomainControl(
                        method: wish.method, token: wish.method.usesToken ? token : nil,
                        submittedAt: now, proof: nil)))
            var domain = try tx.domain(id)!
            switch registry.steps {
            case .people:
                try tx.seek(
                    domain, ControlWish(method: wish.method, mailboxes: wish.emails, for: domain),
                    about: nil, registry, at: now)
            case .sandbox:
                try tx.prove(domain.id, by: wish.method, at: now)
                domain = try tx.domain(id)!
            }
            try keepsake.keep(domain, in: tx)
            return domain
        }
    }

    /// Notes that control over a domain was proved: an act of the CA's own people, from its
    /// machine. A domain that is not there is added. Orders that waited for it are woken.
    package func validate(_ text: String, of account: ID<Account>) async throws -> Domain {
        let now = registry.clock.now
        let name = try Self.hostName(text)
        return try await registry.database.write { tx in
            if try tx.domains(named: [name], of: account).isEmpty {
                guard let owner = try tx.administrator(of: account) else {
                    throw Refusal.notFound(.user)
                }
                _ = try tx.insert(
                    NewDomain(
                        accountID: account, containerID: owner.containerID, organizationID: nil,
                        name: name, createdAt: now, validationTypes: ValidationType.ofDomains,
                        control: DomainControl(
                            method: .dnsTXT, token: nil, submittedAt: now, proof: nil)))
            }
            // Whoever vouches for a name does so for all below it, whatever a client would show.
            let domain = try tx.domains(named: [name], of: account)[0]
            try tx.prove(domain.id, by: .dnsTXT, at: now)
            return try tx.domain(domain.id)!
        }
    }

    /// Refuses what is no domain name.
    package static func check(_ text: String, path: String) throws {
        do {
            _ = try HostName(text.trimmingSpaces)
        } catch {
            throw Refusal.invalid(path, "has \(text.quoted): \(error.phrase)")
        }
    }

    private static func name(_ wish: Wish) throws -> String {
        let name = try hostName(wish.name)
        let exact = wish.method == .http || wish.method == .httpDynamic || wish.keepsWWW
        return name.hasPrefix("www.") && !exact ? String(name.dropFirst(4)) : name
    }

    private static func hostName(_ text: String) throws -> String {
        do {
            let name = try HostName(text.trimmingSpaces)
            guard !name.isWildcard else {
                let parent = name.ascii.dropFirst(2)
                throw Refusal.invalid(
                    "name", "is \(text.quoted), a wildcard; add \(parent), which covers it")
            }
            return name.ascii
        } catch let problem as HostNameProblem {
            throw Refusal.invalid("name", "is \(text.quoted): \(problem.phrase)")
        }
    }
}

/// A domain with what stands around it.
package struct DomainFile: Sendable {
    package let domain: Domain
    package let organization: Organization?
    package let container: Container?
    /// Of the organization; read for one domain, not for lists.
    package fileprivate(set) var approvers: [Approver] = []
    /// Who was asked by mail; read for one domain, not for lists.
    package fileprivate(set) var invitations: [ControlInvitation] = []
}

extension Transaction {
    func file(_ domain: Domain) throws -> DomainFile {
        DomainFile(
            domain: domain,
            organization: try domain.organizationID.flatMap { try organization($0) },
            container: try container(domain.containerID))
    }
}
