package import OrderCore
import Storage

/// Where an account opens and closes the door for people who have no user in it.
package struct GuestDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// The address for guests of the caller's account; none while it admits none.
    package func address(for caller: Caller) async throws -> String? {
        let account = caller.account.id
        let token = try await registry.database.read { try $0.guestToken(of: account) }
        return token.map(address)
    }

    /// Admits guests, at the address that is returned. One that is known already stays.
    package func open(_ account: ID<Account>) async throws -> String {
        let fresh = registry.tokens.publicID()
        return address(
            try await registry.database.write { tx in
                try tx.requireAccount(account)
                if let known = try tx.guestToken(of: account) { return known }
                try tx.setGuestToken(fresh, of: account)
                return fresh
            })
    }

    /// Admits no more guests. The address is gone for good.
    package func close(_ account: ID<Account>) async throws {
        try await registry.database.write { tx in
            try tx.requireAccount(account)
            try tx.setGuestToken(nil, of: account)
        }
    }

    private func address(_ token: String) -> String {
        "\(registry.publication.pagesURL)/guest/\(token)"
    }
}

extension Transaction {
    fileprivate func requireAccount(_ id: ID<Account>) throws {
        guard try account(id) != nil else { throw Refusal.notFound(.subaccount) }
    }
}
