package import OrderCore
package import Storage

/// Where the administrators of an account see what was changed in it.
package struct AuditDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func entries(
        _ query: ListQuery<AuditProperty>, for caller: Caller
    ) async throws -> Listed<AuditEntry> {
        try caller.requireWholeAccount()
        let account = caller.account.id
        return try await registry.database.read { try $0.auditEntries(of: account, query) }
    }
}
