package import OrderCore
import Storage

/// Where API keys are made for users, changed and revoked, by those who may do at least as much.
package struct UserKeyDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// A key with its secret, which is kept nowhere.
    package struct Made: Sendable {
        package let id: ID<APIKey>
        package let secret: String
    }

    package func make(
        named name: String, role: KeyRole, for user: ID<User>, by caller: Caller,
        keeping keepsake: Keepsake<Made> = .none
    ) async throws -> Made {
        try Self.check(name)
        let now = registry.clock.now
        let secret = registry.tokens.apiKey()
        return try await registry.database.write { tx in
            let owner = try tx.user(user, coveredBy: caller)
            guard owner.isActive else {
                throw Refusal.invalid("user_id", "is \(user), who is let in no more")
            }
            let id = try tx.insert(
                NewAPIKey(
                    accountID: owner.accountID, userID: owner.id, name: name,
                    hash: APIKeyHash.hash(secret), role: role, createdAt: now))
            let made = Made(id: id, secret: secret)
            try keepsake.keep(made, in: tx)
            return made
        }
    }

    package func edit(
        _ id: ID<APIKey>, named name: String, role: KeyRole?, for caller: Caller
    ) async throws {
        try Self.check(name)
        try await change(id, for: caller) { tx, key in
            try tx.save(id, name: name, role: role ?? key.role)
        }
    }

    package func setActive(_ isActive: Bool, _ id: ID<APIKey>, for caller: Caller) async throws {
        let now = registry.clock.now
        try await change(id, for: caller) { tx, key in
            guard isActive != (key.revokedAt == nil) else { return }
            try tx.setRevoked(id, at: isActive ? nil : now)
        }
    }

    private func change(
        _ id: ID<APIKey>, for caller: Caller,
        _ change: @escaping @Sendable (any Transaction, APIKeyRecord) throws -> Void
    ) async throws {
        try await registry.database.write { tx in
            guard let key = try tx.apiKey(id, of: caller.account.id) else {
                throw Refusal.notFound(.key)
            }
            _ = try tx.user(key.userID, coveredBy: caller)
            try change(tx, key)
        }
    }

    private static func check(_ name: String) throws {
        guard name.count <= ACMECredentialDesk.nameCharactersMax else {
            throw Refusal.invalid(
                "name", "is longer than \(ACMECredentialDesk.nameCharactersMax) characters")
        }
    }
}

extension Transaction {
    /// A user that the caller sees and may change.
    func user(_ id: ID<User>, coveredBy caller: Caller) throws -> User {
        let scope = caller.scope
        guard let user = try user(id),
            scope.sees(account: user.accountID, container: user.containerID)
        else { throw Refusal.notFound(.user) }
        guard caller.covers(user) else { throw Refusal.missingPermission }
        return user
    }
}
