import Foundation
package import OrderCore
package import Storage

/// Where vouchers are bought and looked up.
package struct VoucherDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// Vouchers of one kind, to be bought.
    package struct Line: Sendable {
        package let product: Product
        package let names: PurchasedNames
        package let length: OrderLength
        package let quantity: Int

        package init(product: Product, names: PurchasedNames, length: OrderLength, quantity: Int) {
            self.product = product
            self.names = names
            self.length = length
            self.quantity = quantity
        }
    }

    package struct Wish: Sendable {
        package let name: String?
        package let notes: String?
        package let lines: [Line]
        package let payment: PaymentMethod

        package init(name: String?, notes: String?, lines: [Line], payment: PaymentMethod) {
            self.name = name
            self.notes = notes
            self.lines = lines
            self.payment = payment
        }
    }

    package static let linesMax = 100

    package func buy(
        _ wish: Wish, for caller: Caller, keeping keepsake: Keepsake<VoucherFile> = .none
    ) async throws -> VoucherFile {
        let now = registry.clock.now
        let account = caller.account.id
        let vouchers = wish.lines.flatMap { line in
            (0..<line.quantity).map { _ in
                NewVoucher(
                    code: registry.tokens.voucherCode(), product: line.product, names: line.names,
                    length: line.length)
            }
        }
        return try await registry.database.write { tx in
            let terms = try tx.terms(of: account)
            let cost = try wish.lines.reduce(Money.zero) { sum, line in
                sum + (try tx.cost(of: line, account: account, terms: terms, at: now))
            }
            let payment = Payment(wish.payment)
            let receipt = try tx.insert(
                NewReceipt(
                    accountID: account, orderID: nil, cost: cost, payment: payment, paidAt: now))
            try tx.charge(
                cost, to: try tx.payer(for: account, terms: terms), payment, receipt: receipt,
                at: now)
            let id = try tx.insert(
                NewVoucherOrder(
                    accountID: account, userID: caller.user.id, name: wish.name,
                    notes: wish.notes, cost: cost, receiptID: receipt, createdAt: now,
                    expiresAt: OrderLength.years(Voucher.lifetimeYears).end(from: now)), vouchers)
            let file = try tx.voucherFile(id, of: account)
            try keepsake.keep(file, in: tx)
            return file
        }
    }

    package func list(
        _ query: ListQuery<VoucherOrderProperty>, for caller: Caller
    ) async throws -> Listed<VoucherOrder> {
        try await registry.database.read { try $0.voucherOrders(of: caller.account.id, query) }
    }

    package func file(_ id: ID<VoucherOrder>, for caller: Caller) async throws -> VoucherFile {
        try await registry.database.read { try $0.voucherFile(id, of: caller.account.id) }
    }
}

/// Vouchers with their codes.
package struct VoucherFile: Sendable {
    package let order: VoucherOrder
    package let vouchers: [Voucher]
    package let currency: String
}

extension Transaction {
    func cost(
        of line: VoucherDesk.Line, account: ID<Account>, terms: AccountTerms, at now: Date
    ) throws -> Money {
        let quote = try quote(
            line.product, years: line.length.yearsBegun(from: now), names: line.names,
            account: account, terms: terms)
        return quote.total * line.quantity
    }

    fileprivate func voucherFile(
        _ id: ID<VoucherOrder>, of account: ID<Account>
    ) throws -> VoucherFile {
        guard let order = try voucherOrder(id), order.accountID == account else {
            throw Refusal.notFound(.voucher)
        }
        return VoucherFile(
            order: order, vouchers: try vouchers(of: id), currency: try terms(of: account).currency)
    }
}
