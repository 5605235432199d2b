package import OrderCore
import Storage

/// The questions that an account asks with each order.
extension PartyDesk {
    /// What a client says of a custom field; what it leaves out stays, or is the usual.
    package struct CustomFieldWish: Sendable {
        package var label: String?
        package var description: String?
        package var isRequired: Bool?
        package var isActive: Bool?
        package var format: CustomField.Format?

        package init() {}
    }

    package func customFields(for caller: Caller) async throws -> [CustomField] {
        try await registry.database.read { try $0.customFields(of: caller.account.id) }
    }

    /// Adds all of them or none.
    @discardableResult
    package func addCustomFields(
        _ wishes: [CustomFieldWish], for caller: Caller,
        keeping keepsake: Keepsake<Void> = .none
    ) async throws -> [ID<CustomField>] {
        try caller.requireWholeAccount()
        return try await registry.database.write { tx in
            let ids = try wishes.map { wish in
                guard let label = wish.label else { throw Refusal.required("label") }
                return try tx.insert(
                    NewCustomField(
                        accountID: caller.account.id, label: label,
                        description: wish.description, isRequired: wish.isRequired ?? false,
                        isActive: wish.isActive ?? true, format: wish.format ?? .anything))
            }
            try keepsake.keep((), in: tx)
            return ids
        }
    }

    package func editCustomField(
        _ id: ID<CustomField>, _ wish: CustomFieldWish, for caller: Caller
    ) async throws {
        try caller.requireWholeAccount()
        try await registry.database.write { tx in
            let field = try tx.customField(id, of: caller)
            try tx.save(
                CustomField(
                    id: id, accountID: field.accountID, label: wish.label ?? field.label,
                    description: wish.description ?? field.description,
                    isRequired: wish.isRequired ?? field.isRequired,
                    isActive: wish.isActive ?? field.isActive,
                    format: wish.format ?? field.format))
            try tx.revise(field.accountID)
        }
    }

    /// Takes a field away. One that orders have answered is asked no more instead.
    package func deleteCustomField(_ id: ID<CustomField>, for caller: Caller) async throws {
        try caller.requireWholeAccount()
        try await registry.database.write { tx in
            let field = try tx.customField(id, of: caller)
            guard try tx.isAnswered(id) else { return try tx.delete(id) }
            try tx.save(
                CustomField(
                    id: id, accountID: field.accountID, label: field.label,
                    description: field.description, isRequired: field.isRequired,
                    isActive: false, format: field.format))
        }
    }
}

extension Transaction {
    fileprivate func customField(
        _ id: ID<CustomField>, of caller: Caller
    ) throws -> CustomField {
        guard let field = try customFields(of: caller.account.id).first(where: { $0.id == id })
        else { throw Refusal.notFound(.customField) }
        return field
    }
}
