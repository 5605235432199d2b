import Foundation
import OrderCore
import Storage

/// A voucher handed in with an order: it pays for it when the order is placed, and is good again
/// if the order comes to nothing.
extension Transaction {
    func usableVoucher(_ code: String, for order: NewOrder, at now: Date) throws -> Voucher {
        guard let voucher = try voucher(code: code), try mayUse(voucher, order.accountID) else {
            throw Refusal.invalid("voucher_code", "is no voucher of this account")
        }
        do {
            try voucher.check(
                order.product, names: order.content.purchased, length: order.length, at: now)
        } catch {
            throw Refusal(error)
        }
        return voucher
    }

    /// Vouchers are for the account that bought them and for the accounts below it.
    private func mayUse(_ voucher: Voucher, _ account: ID<Account>) throws -> Bool {
        var next: ID<Account>? = account
        while let id = next {
            if id == voucher.accountID { return true }
            next = try self.account(id)?.parentID
        }
        return false
    }
}

extension Refusal {
    fileprivate init(_ problem: Voucher.Problem) {
        let reason =
            switch problem {
            case .notActive(let state): "is \(state.name)"
            case .expired: "has expired"
            case .otherProduct(let product): "is for \(product.nameID)"
            case .tooManyNames(let names):
                "pays for \(names.dns) further names and \(names.wildcard) wildcards"
            case .tooLong(.years(let years)): "pays for \(years) years"
            case .tooLong(.days(let days)): "pays for \(days) days"
            case .tooLong(.until): "pays for less time than was ordered"
            }
        self.init(.voucherNotUsable, "The voucher \(reason).")
    }
}
