package import Foundation
import Issuance
package import OrderCore
package import Storage

/// Where orders are looked up, placed and ended.
package struct OrderDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package var now: Date { registry.clock.now }

    /// Which edition of an order this is, found by its id, or by the serial number or SHA-1
    /// thumbprint of its primary certificate.
    package func mark(_ reference: OrderReference, for caller: Caller) async throws -> OrderMark {
        let scope = caller.scope
        let mark = try await registry.database.read { tx -> OrderMark? in
            guard let id = try tx.orderID(reference, account: scope.accountID) else { return nil }
            return try tx.orderMark(id)
        }
        guard let mark,
            scope.sees(
                account: mark.accountID, container: mark.containerID, placedBy: mark.userID)
        else { throw Refusal.notFound(.order) }
        return mark
    }

    package func file(_ reference: OrderReference, for caller: Caller) async throws -> OrderFile {
        try await file(try await mark(reference, for: caller))
    }

    /// Everything about an order that the caller has been found to see.
    package func file(_ mark: OrderMark) async throws -> OrderFile {
        guard let file = try await registry.database.read({ try $0.orderFile(mark.id) }) else {
            throw Refusal.notFound(.order)
        }
        return file
    }

    package func list(
        _ query: ListQuery<OrderProperty>, for caller: Caller
    ) async throws -> Listed<OrderEntry> {
        try await registry.priced(
            try await registry.database.orders(in: caller.scope, query, from: registry.orderIndex))
    }
}

extension OrderDesk {
    /// The orders that their client calls so.
    package func alternatives(
        _ name: String, _ page: Page, for caller: Caller
    ) async throws -> Listed<Order> {
        let scope = caller.scope
        return try await registry.database.read { try $0.alternatives(name, in: scope, page) }
    }
}

/// The ways in which a client can name an order.
package enum OrderReference: Sendable {
    case id(ID<Order>)
    case serialOrThumbprint([UInt8])

    static let hexDigitsMin = 8
    static let hexDigitsMax = 64

    /// Digits that fit an id are one; other hex is a serial number or a thumbprint.
    package init?(_ text: String) {
        if let id = Int64(text), id > 0 {
            self = .id(ID(id))
        } else if let bytes = [UInt8](hex: text),
            (Self.hexDigitsMin...Self.hexDigitsMax).contains(text.utf8.count)
        {
            self = .serialOrThumbprint(bytes)
        } else {
            return nil
        }
    }
}

extension Transaction {
    func orderID(_ reference: OrderReference, account: ID<Account>) throws -> ID<Order>? {
        switch reference {
        case .id(let id): id
        case .serialOrThumbprint(let bytes):
            try orderID(serialOrThumbprint: bytes, account: account)
        }
    }

    /// The order, if it is there for this scope.
    func order(_ id: ID<Order>, in scope: Scope) throws -> Order {
        guard let order = try order(id), scope.sees(order) else { throw Refusal.notFound(.order) }
        return order
    }
}

extension [UInt8] {
    /// Reads hex, an odd number of digits with a leading zero thought in. Colons and blanks, which
    /// tools write between octets, count for nothing.
    package init?(hex text: String) {
        let digits = text.filter { $0 != ":" && $0 != " " }
        guard !digits.isEmpty else { return nil }
        self.init(hexadecimal: digits.utf8.count.isMultiple(of: 2) ? digits : "0" + digits)
    }
}
