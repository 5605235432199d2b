import Foundation
package import OrderCore
import Storage

/// Where an account says from which addresses it is let in.
package struct IPRuleDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package struct Wish: Sendable {
        package let subject: IPRule.Subject
        package let range: ClosedRange<IPv4Address>
        package let description: String?

        package init(
            subject: IPRule.Subject, range: ClosedRange<IPv4Address>, description: String?
        ) {
            self.subject = subject
            self.range = range
            self.description = description
        }
    }

    package func list(
        below container: ID<Container>, for caller: Caller
    ) async throws -> [IPRule] {
        try await registry.database.read { tx in
            try tx.requireTopmost(container, for: caller)
            return try tx.ipRules(of: caller.account.id)
        }
    }

    /// Lets these addresses in, and no others that no rule names. Whoever asks may be shut out by
    /// it; `chancery ip-rule` is not.
    package func add(
        _ wish: Wish, below container: ID<Container>, for caller: Caller,
        keeping keepsake: Keepsake<ID<IPRule>> = .none
    ) async throws -> ID<IPRule> {
        let now = registry.clock.now
        let account = caller.account.id
        if let text = wish.description, text.count > IPRule.descriptionCharactersMax {
            throw Refusal.invalid(
                "description", "is longer than \(IPRule.descriptionCharactersMax) characters")
        }
        return try await registry.database.write { tx in
            try tx.requireTopmost(container, for: caller)
            try tx.check(wish.subject, of: account)
            guard try tx.ipRules(of: account).count < IPRule.rulesMax else {
                throw Refusal.invalid("ip_address", "is one more than \(IPRule.rulesMax) rules")
            }
            let id = try tx.insert(
                NewIPRule(
                    accountID: account, subject: wish.subject, range: wish.range,
                    description: wish.description, createdAt: now))
            try keepsake.keep(id, in: tx)
            return id
        }
    }

    package func delete(
        _ id: ID<IPRule>, below container: ID<Container>, for caller: Caller
    ) async throws {
        try await registry.database.write { tx in
            try tx.requireTopmost(container, for: caller)
            guard try tx.ipRules(of: caller.account.id).contains(where: { $0.id == id }),
                try tx.delete(id)
            else { throw Refusal.notFound(.ipRule) }
        }
    }
}

extension OwnersDesk {
    package func ipRules() async throws -> [IPRule] {
        try await database.read { try $0.ipRules() }
    }

    /// Returns whether there was such a rule.
    package func remove(_ id: ID<IPRule>) async throws -> Bool {
        try await database.write { try $0.delete(id) }
    }
}

extension Transaction {
    /// Rules hold for the whole account, and stand at its topmost container.
    fileprivate func requireTopmost(_ id: ID<Container>, for caller: Caller) throws {
        let container = try container(id, in: caller.scope)
        try caller.requireWholeAccount()
        guard container.parentID == nil else {
            throw Refusal.invalid("container_id", "is \(id), which is not the topmost container")
        }
    }

    fileprivate func check(_ subject: IPRule.Subject, of account: ID<Account>) throws {
        switch subject {
        case .account: break
        case .user(let id):
            guard try user(id)?.accountID == account else {
                throw Refusal.invalid("user_id", "is \(id), who is no user")
            }
        case .key(let id):
            guard try apiKey(id, of: account) != nil else {
                throw Refusal.invalid("api_key_id", "is \(id), which is no key")
            }
        }
    }
}
