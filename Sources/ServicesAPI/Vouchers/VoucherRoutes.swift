import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

struct VoucherRoutes: Sendable {
    let desks: Desks

    func create(_ call: Call<CreateVouchers>) async throws -> APIModels.VoucherOrder {
        let file = try await desks.vouchers.buy(
            try VoucherDesk.Wish(call.body, now: desks.finance.now), for: call.caller,
            keeping: call.keeping { APIModels.VoucherOrder(bought: $0) })
        return APIModels.VoucherOrder(bought: file)
    }

    func price(_ call: Call<PriceVouchers>) async throws -> VoucherEstimate {
        let lines = try [VoucherDesk.Line].lines(call.body.vouchers, now: desks.finance.now)
        let (costs, currency) = try await desks.finance.quotes(lines, for: call.caller)
        let total = costs.reduce(Money.zero, +).amount
        return VoucherEstimate(
            voucherPrices: zip(call.body.vouchers ?? [], costs).map(VoucherPrice.init),
            totalCost: total, totalTax: Money.zero.amount, totalCostPlusTax: total,
            currency: currency)
    }

    func list(_ call: Call<NoBody>) async throws -> VoucherOrderList {
        let query = try ListQuery<VoucherOrderProperty>(call.query)
        let listed = try await desks.vouchers.list(query, for: call.caller)
        return VoucherOrderList(
            voucherOrders: listed.elements.map(VoucherOrderSummary.init),
            page: .init(listed, query))
    }

    func show(_ call: Call<NoBody>) async throws -> APIModels.VoucherOrder {
        let file = try await desks.vouchers.file(
            try call.id("voucher_order_id", of: .voucher), for: call.caller)
        var answer = APIModels.VoucherOrder(file, now: desks.finance.now)
        answer.canCancel = false
        answer.page = Page(total: file.vouchers.count, limit: 0, offset: 0)
        return answer
    }
}

extension VoucherPrice {
    /// With what was asked, as it was asked.
    fileprivate init(_ wish: VoucherWish, cost: Money) {
        self.init(
            productNameID: wish.productNameID ?? "", fqdnCount: wish.fqdnCount,
            wildcardCount: wish.wildcardCount, validityYears: wish.validityYears,
            validityDays: wish.validityDays, quantity: wish.quantity ?? 0, cost: cost.amount)
    }
}

extension APIModels.VoucherOrder {
    /// As their buyer is answered.
    init(bought file: VoucherFile) {
        self.init(file, now: file.order.createdAt)
        costPlusTax = file.order.cost.amount
        receiptID = file.order.receiptID.wire
    }

    init(_ file: VoucherFile, now: Date) {
        let order = file.order
        self.init(
            id: order.id.wire, name: order.name, status: "completed", cost: order.cost.amount,
            createdDate: SpacedTimestamp(order.createdAt), expirationDate: Day(order.expiresAt),
            currency: file.currency, codes: file.vouchers.map { VoucherCode($0, now: now) },
            notes: order.notes)
    }
}

extension VoucherOrderSummary {
    init(_ order: OrderCore.VoucherOrder) {
        self.init(
            id: order.id.wire, name: order.name, status: "completed", cost: order.cost.amount,
            createdDate: SpacedTimestamp(order.createdAt), expirationDate: Day(order.expiresAt))
    }
}

extension VoucherCode {
    init(_ voucher: Voucher, now: Date) {
        let product = voucher.product
        self.init(
            id: voucher.id.wire, value: voucher.code,
            product: VoucherProduct(
                groupName: product.group.rawValue, nameID: product.nameID, name: product.name),
            fqdnCount: voucher.names.dns, wildcardCount: voucher.names.wildcard,
            validityYears: voucher.length.years, validityDays: voucher.length.days,
            status: voucher.status(at: now), orderID: voucher.state.orderID?.wire)
    }
}

extension Voucher.State {
    fileprivate var orderID: ID<Order>? {
        switch self {
        case .used(let order): order
        case .active, .canceled: nil
        }
    }
}

extension OrderLength {
    var days: Int? {
        switch self {
        case .days(let days): days
        case .years, .until: nil
        }
    }
}
