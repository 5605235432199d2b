package import OrderCore
import Storage

/// Where an account says whom to tell of what.
package struct AccountDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package static let emailsMax = 50

    package func settings(for caller: Caller) async throws -> AccountSettings {
        try await registry.database.read { try $0.settings(of: caller.account.id) }
    }

    /// Replaces the mailboxes of an account; those for emergencies stay where they are left out.
    package func setEmails(
        _ admin: [String], emergency: [String]?, for caller: Caller
    ) async throws {
        try await change(for: caller) { settings in
            settings.adminEmails = admin
            if let emergency { settings.emergencyEmails = emergency }
        }
    }

    package func set(_ preferences: [AccountPreference], for caller: Caller) async throws {
        try await change(for: caller) { settings in
            for preference in preferences {
                switch preference {
                case .recipients(let kind, let chosen): settings.recipients[kind] = chosen
                case .tellsAdjustments(let tells): settings.tellsAdjustments = tells
                }
            }
        }
    }

    private func change(
        for caller: Caller, _ change: @escaping @Sendable (inout AccountSettings) -> Void
    ) async throws {
        try caller.requireWholeAccount()
        try await registry.database.write { tx in
            var settings = try tx.settings(of: caller.account.id)
            change(&settings)
            try tx.save(settings, of: caller.account.id)
        }
    }
}

/// One thing that an account wants otherwise than it is usual.
package enum AccountPreference: Equatable, Sendable {
    case recipients(LetterKind, Set<LetterRecipient>)
    case tellsAdjustments(Bool)
}

extension Caller {
    /// What holds for the whole account is not for those who see a part of it.
    func requireWholeAccount() throws(Refusal) {
        guard user.assignments.isEmpty else { throw .missingPermission }
    }
}
