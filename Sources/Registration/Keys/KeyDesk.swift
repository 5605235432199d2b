import Crypto
import Foundation
package import OrderCore
package import Storage

/// API keys are random and long, so one round of SHA-256 keeps them as well as a slow hash would.
package enum APIKeyHash {
    package static func hash(_ key: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(key.utf8)))
    }
}

/// Where API keys are made, listed, revoked, and told apart.
package struct KeyDesk: Sendable {
    private let database: any Database
    private let clock: WallClock
    private let tokens: TokenSource

    package init(database: any Database, clock: WallClock, tokens: TokenSource) {
        self.database = database
        self.clock = clock
        self.tokens = tokens
    }

    package static let keyCharactersMax = 256

    /// Who shows this key. Unknown, revoked and malformed ones are all the same: nobody.
    package func caller(showing key: String?) async throws -> Caller {
        guard let key, !key.isEmpty, key.utf8.count <= Self.keyCharactersMax else {
            throw Refusal.invalidKey
        }
        let hash = APIKeyHash.hash(key)
        guard let caller = try await database.read({ try $0.caller(keyHash: hash) }) else {
            throw Refusal.invalidKey
        }
        return caller
    }

    /// Makes a key of the installation's administrator. The key is in the result and nowhere else.
    package func create(
        name: String, role: KeyRole
    ) async throws -> (id: ID<APIKey>, key: String, user: User) {
        let key = tokens.apiKey()
        let now = clock.now
        let (id, user) = try await database.write { tx in
            let account = try tx.ownAccount()
            guard let user = try tx.administrator(of: account.id) else {
                throw Refusal.notFound(.user)
            }
            let id: ID<APIKey> = try tx.insert(
                NewAPIKey(
                    accountID: account.id, userID: user.id, name: name,
                    hash: APIKeyHash.hash(key), role: role, createdAt: now))
            return (id, user)
        }
        return (id, key, user)
    }

    package func list() async throws -> [APIKeyRecord] {
        try await database.read { try $0.apiKeys(of: try $0.ownAccount().id) }
    }

    /// Returns whether there was such a key still in force.
    package func revoke(_ id: ID<APIKey>) async throws -> Bool {
        let now = clock.now
        return try await database.write { tx in
            try tx.revokeKey(id, of: try tx.ownAccount().id, at: now)
        }
    }
}

extension Transaction {
    /// The account that owns the installation.
    package func ownAccount() throws -> Account {
        guard let account = try rootAccount() else { throw FoundingProblem.notFounded }
        return account
    }
}
