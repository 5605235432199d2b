import APIModels
import Foundation
import OrderCore
import Registration

extension VoucherDesk.Wish {
    init(_ body: CreateVouchers, now: Date) throws {
        if body.vouchers?.isEmpty == false, body.paymentMethod == nil {
            throw Refusal.required("payment_method")
        }
        self.init(
            name: body.name, notes: body.notes, lines: try .lines(body.vouchers, now: now),
            payment: try OrderCore.PaymentMethod(body.paymentMethod))
    }
}

extension [VoucherDesk.Line] {
    /// Vouchers to be bought, or whose price is asked.
    static func lines(_ vouchers: [VoucherWish]?, now: Date) throws -> Self {
        guard let vouchers, !vouchers.isEmpty else { throw Refusal.required("vouchers") }
        guard vouchers.count <= VoucherDesk.linesMax else {
            throw Refusal.invalid(
                "vouchers", "holds \(vouchers.count) kinds, at most \(VoucherDesk.linesMax)")
        }
        let lines = try vouchers.map { try VoucherDesk.Line($0, now: now) }
        let quantity = lines.reduce(0) { $0 + $1.quantity }
        guard quantity <= Voucher.quantityMax else {
            throw Refusal.invalid(
                "vouchers.quantity", "comes to \(quantity), at most \(Voucher.quantityMax)")
        }
        return lines
    }
}

extension VoucherDesk.Line {
    fileprivate init(_ body: VoucherWish, now: Date) throws {
        guard let nameID = body.productNameID else {
            throw Refusal.required("vouchers.product_name_id")
        }
        guard let product = ProductCatalog.product(nameID) else {
            throw Refusal.notFound(.product)
        }
        guard let quantity = body.quantity else { throw Refusal.required("vouchers.quantity") }
        let names = PurchasedNames(dns: body.fqdnCount ?? 0, wildcard: body.wildcardCount ?? 0)
        for (path, count) in [("no_of_fqdns", names.dns), ("no_of_wildcards", names.wildcard)]
        where !(0...Voucher.namesMax).contains(count) {
            throw Refusal.invalid(
                "vouchers.\(path)", "is \(count), from 0 to \(Voucher.namesMax)")
        }
        guard names.dns + names.wildcard <= Voucher.namesMax else {
            throw Refusal.invalid(
                "vouchers.no_of_fqdns",
                "and no_of_wildcards come to more than \(Voucher.namesMax)")
        }
        guard (1...Voucher.quantityMax).contains(quantity) else {
            throw Refusal.invalid(
                "vouchers.quantity", "is \(quantity), from 1 to \(Voucher.quantityMax)")
        }
        self.init(
            product: product, names: names, length: try Self.length(body, now: now),
            quantity: quantity)
    }

    private static func length(_ body: VoucherWish, now: Date) throws -> OrderLength {
        if body.validityYears ?? 0 != 0, body.validityDays ?? 0 != 0 {
            throw Refusal(
                .voucherLengthTwice, "Give validity_years or validity_days, not both.")
        }
        let length = try OrderLength(
            Validity(years: body.validityYears, days: body.validityDays),
            paths: .init(
                years: "vouchers.validity_years", days: "vouchers.validity_days", date: ""),
            now: now)
        guard let length else { throw Refusal.required("vouchers.validity_years") }
        return length
    }
}

extension OrderCore.PaymentMethod {
    init(_ method: Open<APIModels.PaymentMethod>?) throws {
        switch method {
        case .known(.card), .known(.credit): self = .credit
        case .known(.profile): self = .profile
        case .known(.balance), .known(.wireTransfer), nil: self = .balance
        case .other(let text):
            throw Refusal.invalid(
                "payment_method",
                "is \(text.quoted), has to be one of balance, card, profile, wire_transfer")
        }
    }
}
