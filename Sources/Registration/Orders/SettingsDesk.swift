import Foundation
package import OrderCore
import Storage

/// Where an order's owner changes what the order does beside certifying.
package struct SettingsDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func change(
        _ id: ID<Order>, for caller: Caller,
        _ change: @escaping @Sendable (inout OrderSettings) -> Void
    ) async throws {
        try await changeOrder(id, for: caller) { tx, order in
            var settings = order.settings
            change(&settings)
            try tx.save(settings, of: order)
        }
    }

    /// Certificates are reissued by themselves on orders that outlast their certificates; on
    /// others there is nothing that this could mean.
    package func setAutoReissue(
        _ isOn: Bool, of id: ID<Order>, for caller: Caller
    ) async throws {
        let now = registry.clock.now
        try await changeOrder(id, for: caller) { tx, order in
            guard !isOn || order.product.allowsAutoReissue else {
                throw Refusal.invalid(
                    "auto_reissue", "is 1, but \(order.product.nameID) has no multi-year plans")
            }
            guard !isOn || order.isMultiYearPlan(at: now) else {
                throw Refusal.invalid(
                    "auto_reissue", "is 1, but the order lasts no longer than its certificate")
            }
            var settings = order.settings
            settings.autoReissue = isOn
            try tx.save(settings, of: order)
        }
    }

    package func setGuestAccess(
        _ isOn: Bool, of id: ID<Order>, for caller: Caller
    ) async throws {
        try await changeOrder(id, for: caller) { tx, order in
            if isOn, try tx.guestToken(of: order.accountID) == nil {
                throw Refusal.invalid(
                    "enable_guest_access", "is 1, but the account admits no guests")
            }
            var settings = order.settings
            settings.allowsGuests = isOn
            try tx.save(settings, of: order)
        }
    }

    /// Answers a custom field of the account on the order, or answers it anew.
    package func answer(
        _ field: ID<CustomField>, _ value: String, on id: ID<Order>, for caller: Caller,
        keeping keepsake: Keepsake<Void> = .none
    ) async throws {
        try await changeOrder(id, for: caller) { tx, order in
            let fields = try tx.customFields(of: order.accountID).filter(\.isActive)
            guard let known = fields.first(where: { $0.id == field }) else {
                throw Refusal.invalid("metadata_id", "is \(field), which is no custom field")
            }
            guard known.accepts(value) else { throw Refusal.unfit(known) }
            try tx.save(value, in: field, of: order.id)
            try tx.touch(order)
            try keepsake.keep((), in: tx)
        }
    }

    package func addNote(
        _ text: String, to id: ID<Order>, for caller: Caller,
        keeping keepsake: Keepsake<Note> = .none
    ) async throws -> Note {
        guard text.count <= Note.charactersMax else {
            throw Refusal.invalid("text", "is longer than \(Note.charactersMax) characters")
        }
        let now = registry.clock.now
        return try await changeOrder(id, for: caller) { tx, order in
            let id = try tx.insertNote(text, on: order.id, by: caller.user.id, at: now)
            try tx.touch(order)
            let note = Note(id: id, text: text, createdAt: now, author: caller.user.reference)
            try keepsake.keep(note, in: tx)
            return note
        }
    }

    package func notes(of id: ID<Order>, for caller: Caller) async throws -> [Note] {
        let scope = caller.scope
        return try await registry.database.read { tx in
            try tx.notes(of: try tx.order(id, in: scope).id)
        }
    }

    /// One step on an order: whatever it does, it is done whole, and on the order as it was read.
    @discardableResult
    func changeOrder<Value: Sendable>(
        _ id: ID<Order>, for caller: Caller,
        _ change: @escaping @Sendable (any Transaction, Order) throws -> Value
    ) async throws -> Value {
        let scope = caller.scope
        return try await registry.retryingConflicts {
            try await registry.database.write { tx in
                try change(tx, try tx.order(id, in: scope))
            }
        }
    }
}

extension Refusal {
    static func unfit(_ field: CustomField) -> Refusal {
        Refusal(
            .invalidCustomFieldValue,
            "The value for \(field.label.quoted) is not of type \(field.format.rawValue).")
    }
}
