import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

struct UnitRoutes: Sendable {
    let desks: Desks

    func create(_ call: Call<CreateUnitOrder>) async throws -> CreationReceipt {
        let id = try await desks.units.buy(
            try UnitDesk.Wish(call.body), for: call.caller,
            keeping: call.keeping { CreationReceipt(id: $0.wire) })
        return CreationReceipt(id: id.wire)
    }

    func list(_ call: Call<NoBody>) async throws -> UnitOrderList {
        let query = try ListQuery<UnitOrderProperty>(call.query)
        let (listed, terms) = try await desks.units.list(query, for: call.caller)
        return UnitOrderList(
            orders: listed.elements.map { UnitOrderSummary($0, currency: terms.currency) },
            page: .init(listed, query))
    }

    func show(_ call: Call<NoBody>) async throws -> UnitOrderDetails {
        UnitOrderDetails(
            try await desks.units.file(
                try call.id("unit_order_id", of: .unitOrder), for: call.caller),
            now: desks.units.now)
    }

    func cancel(_ call: Call<NoBody>) async throws {
        try await desks.units.cancel(
            try call.id("unit_order_id", of: .unitOrder), for: call.caller)
    }
}

extension UnitDesk.Wish {
    init(_ body: CreateUnitOrder) throws {
        guard let account = body.unitAccountID else { throw Refusal.required("unit_account_id") }
        guard let bundle = body.bundle, !bundle.isEmpty else { throw Refusal.required("bundle") }
        guard bundle.count <= UnitOrder.bundlesMax else {
            throw Refusal.invalid(
                "bundle", "holds \(bundle.count) products, at most \(UnitOrder.bundlesMax)")
        }
        if let notes = body.notes, notes.count > UnitOrder.notesCharactersMax {
            throw Refusal.invalid(
                "notes", "is longer than \(UnitOrder.notesCharactersMax) characters")
        }
        let parts = try bundle.map { try Self.part($0) }
        guard Set(parts.map(\.product.nameID)).count == parts.count else {
            throw Refusal.invalid("bundle.product_name_id", "names a product twice")
        }
        self.init(unitAccountID: account.id(), notes: body.notes, bundle: parts)
    }

    private static func part(_ body: UnitWish) throws -> (product: Product, units: Int) {
        guard let nameID = body.productNameID else {
            throw Refusal.required("bundle.product_name_id")
        }
        guard let product = ProductCatalog.product(nameID) else {
            throw Refusal.notFound(.product)
        }
        guard let units = body.units else { throw Refusal.required("bundle.units") }
        guard (1...UnitOrder.unitsMax).contains(units) else {
            throw Refusal.invalid(
                "bundle.units", "is \(units), from 1 to \(UnitOrder.unitsMax)")
        }
        return (product, units)
    }
}

extension UnitOrder {
    fileprivate var statusName: String { isCanceled ? "canceled" : "completed" }
}

extension UnitOrderDetails {
    init(_ order: UnitOrder, now: Date) {
        self.init(
            id: order.id.wire, unitAccountID: order.unitAccountID.wire,
            unitAccountName: order.unitAccountName,
            bundle: order.bundle.map {
                UnitBundle(
                    productNameID: $0.product.nameID, productName: $0.product.name,
                    units: $0.units, cost: $0.cost.amount)
            }, cost: order.cost.amount, status: order.statusName,
            expirationDate: Day(order.expiresAt), createdDate: SpacedTimestamp(order.createdAt),
            canCancel: order.canCancel(at: now), notes: order.notes)
    }
}

extension UnitOrderSummary {
    init(_ order: UnitOrder, currency: String) {
        self.init(
            id: order.id.wire, unitAccountID: order.unitAccountID.wire,
            unitAccountName: order.unitAccountName, cost: order.cost.amount, currency: currency,
            status: order.statusName, expirationDate: Day(order.expiresAt),
            createdDate: SpacedTimestamp(order.createdAt))
    }
}
