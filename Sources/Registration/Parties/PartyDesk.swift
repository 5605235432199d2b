import Foundation
package import OrderCore
package import Storage

/// Where users, containers, organizations and custom fields are looked up and added.
package struct PartyDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func user(_ id: ID<User>, for caller: Caller) async throws -> UserFile {
        let scope = caller.scope
        let file = try await registry.database.read { tx -> UserFile? in
            guard let user = try tx.user(id), let home = try tx.container(user.containerID) else {
                return nil
            }
            let visible = try tx.containers(
                in: Scope(accountID: user.accountID, containerIDs: user.assignments))
            return UserFile(user: user, container: home, visible: visible)
        }
        // Everybody sees oneself, wherever one's home is.
        guard let file,
            id == caller.user.id
                || scope.sees(account: file.user.accountID, container: file.user.containerID)
        else { throw Refusal.notFound(.user) }
        return file
    }

    package func users(
        _ query: ListQuery<UserProperty>, for caller: Caller
    ) async throws -> (Listed<User>, [ID<Container>: Container]) {
        let scope = caller.scope
        return try await registry.database.read { tx in
            let all = try tx.containers(in: Scope(accountID: scope.accountID))
            return (
                try tx.users(in: scope, query),
                Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
            )
        }
    }

    package func containers(for caller: Caller) async throws -> [Container] {
        let scope = caller.scope
        return try await registry.database.read { try $0.containers(in: scope) }
    }

    package func container(_ id: ID<Container>, for caller: Caller) async throws -> Container {
        let scope = caller.scope
        return try await registry.database.read { try $0.container(id, in: scope) }
    }

    package func children(of id: ID<Container>, for caller: Caller) async throws -> [Container] {
        let scope = caller.scope
        return try await registry.database.read { tx in
            try tx.children(of: try tx.container(id, in: scope).id)
        }
    }

    package static let containerNameCharactersMax = 255

    /// - Parameter user: its first user, who sees nothing else.
    package func addContainer(
        named name: String, description: String?, templateID: Int, below parent: ID<Container>,
        user: UserWish? = nil, for caller: Caller,
        keeping keepsake: Keepsake<ID<Container>> = .none
    ) async throws -> ID<Container> {
        guard name.count <= Self.containerNameCharactersMax else {
            throw Refusal.invalid(
                "name", "is longer than \(Self.containerNameCharactersMax) characters")
        }
        let publicID = registry.tokens.publicID()
        let first = try user.map {
            (try $0.text.checked(path: "user"), try Role(granted: $0.roleID, by: caller))
        }
        return try await registry.database.write { tx in
            let parent = try tx.container(parent, in: caller.scope)
            let id = try tx.insert(
                NewContainer(
                    accountID: parent.accountID, parentID: parent.id, publicID: publicID,
                    name: name, description: description, templateID: templateID))
            if let (person, role) = first {
                _ = try tx.insert(person, role, of: parent.accountID, in: id, confinedTo: [id])
            }
            try keepsake.keep(id, in: tx)
            return id
        }
    }
}

/// A user with its home and the containers that it can see.
package struct UserFile: Sendable {
    package let user: User
    package let container: Container
    package let visible: [Container]
}

extension Transaction {
    func container(_ id: ID<Container>, in scope: Scope) throws -> Container {
        guard let container = try container(id),
            scope.sees(account: container.accountID, container: container.id)
        else { throw Refusal.notFound(.container) }
        return container
    }
}

/// What the users of a container may order, and which of its children have limits of their own.
package struct ContainerLimitsFile: Sendable {
    package let limits: [ProductLimit]
    package let limitedChildren: [ID<Container>]
}

extension PartyDesk {
    package func limits(
        of id: ID<Container>, for caller: Caller
    ) async throws -> ContainerLimitsFile {
        let scope = caller.scope
        return try await registry.database.read { tx in
            guard let container = try tx.container(id),
                scope.sees(account: container.accountID, container: id)
            else { throw Refusal.notFound(.container) }
            let children = try tx.children(of: id).map(\.id)
            return ContainerLimitsFile(
                limits: try tx.productLimits(of: id),
                limitedChildren: try children.filter { !(try tx.productLimits(of: $0).isEmpty) })
        }
    }
}
