import Foundation
import OrderCore
import Storage

/// Who pays what: at the moment an order is approved, in the transaction that approves it.
extension Transaction {
    /// Has an order paid that waited for its approval.
    func pay(for order: Order, _ content: Certificate.Content, at now: Date) throws -> ID<Receipt> {
        let isVoucherSpent = try voucher(spentOn: order.id) != nil
        let bill =
            isVoucherSpent
            ? .voucher
            : try bill(
                order.product, order.length, content.purchased, account: order.accountID,
                terms: try terms(of: order.accountID), by: order.settings.paymentMethod, at: now)
        let id: ID<Receipt> = try drawReceiptNumber()
        try settle(bill, of: order, receipt: id, at: now)
        return id
    }

    /// What an order costs without a voucher: units, or its price.
    func bill(
        _ product: Product, _ length: OrderLength, _ names: PurchasedNames, account: ID<Account>,
        terms: AccountTerms, by method: PaymentMethod, at now: Date
    ) throws -> Bill {
        let years = length.yearsBegun(from: now)
        if terms.pricing == .units { return .units(years) }
        let quote = try quote(
            product, years: years, names: names, account: account, terms: terms)
        return .price(
            quote.total, Payment(method), try payer(for: account, terms: terms))
    }

    /// Takes what an order costs, and writes the receipt for it.
    func settle(_ bill: Bill, of order: Order, receipt: ID<Receipt>, at now: Date) throws {
        try insert(
            NewReceipt(
                accountID: order.accountID, orderID: order.id, cost: bill.cost,
                payment: bill.payment, paidAt: now), as: receipt)
        switch bill {
        case .voucher: break
        case .units(let years):
            let missing = try spendUnits(
                years, of: order.product, account: order.accountID, on: order.id, at: now)
            guard missing == 0 else {
                throw Refusal(
                    .insufficientUnits,
                    "The order takes \(years) units of \(order.product.nameID), and "
                        + "\(missing) of them are missing.")
            }
        case .price(let cost, let payment, let payer):
            try charge(cost, to: payer, payment, receipt: receipt, at: now)
        }
    }

    /// Has names paid that a reissue adds to an order.
    func pay(
        for names: PurchasedNames, added order: Order, at now: Date
    ) throws -> ID<Receipt> {
        let terms = try terms(of: order.accountID)
        var cost = Money.zero
        if terms.pricing != .units {
            let quote = try quote(
                order.product, years: order.length.yearsBegun(from: now), names: names,
                account: order.accountID, terms: terms)
            cost = quote.nameTotal + quote.wildcardTotal
        }
        let payment = terms.pricing == .units ? .units : Payment(order.settings.paymentMethod)
        let id = try insert(
            NewReceipt(
                accountID: order.accountID, orderID: order.id, cost: cost, payment: payment,
                paidAt: now))
        try charge(
            cost, to: try payer(for: order.accountID, terms: terms), payment, receipt: id, at: now)
        return id
    }

    /// Whose balance an account spends: its own, or that of the account above which pays for it.
    func payer(for account: ID<Account>, terms: AccountTerms) throws -> Payer {
        var payer = Payer(accountID: account, terms: terms, isOther: false)
        while payer.terms.billsParent, let parent = try self.account(payer.accountID)?.parentID {
            payer = Payer(accountID: parent, terms: try self.terms(of: parent), isOther: true)
        }
        return payer
    }

    /// Takes an amount from the balance, if that is how it is paid. What the owner of the balance
    /// agreed on with a bank or a card is not ours to collect: the receipt says what is owed.
    func charge(
        _ cost: Money, to payer: Payer, _ payment: Payment, receipt: ID<Receipt>, at now: Date
    ) throws {
        guard cost > .zero, payment == .balance else { return }
        let balance = try changeBalance(
            of: payer.accountID, by: .zero - cost, for: .charge, receipt: receipt, at: now)
        // Looked at afterwards: two orders at once must not spend the same money.
        guard balance + payer.terms.negativeLimit >= .zero else {
            throw payer.lacks(cost, having: balance + cost + payer.terms.negativeLimit)
        }
    }

    /// Says no beforehand to an order that could not be paid when it is approved.
    func checkFunds(for bill: Bill) throws {
        guard case .price(let cost, .balance, let payer) = bill else { return }
        guard cost <= .zero || cost <= payer.terms.available else {
            throw payer.lacks(cost, having: payer.terms.available)
        }
    }

    /// An order came to nothing: what was paid for it goes back where it came from.
    func payBack(_ order: Order, at now: Date) throws {
        try giveBackVoucher(of: order.id)
        try giveBackUnits(of: order.id)
        if let id = order.receiptID { try payBack(id, at: now) }
    }

    /// A reissue came to nothing: the names that it would have added are not paid for.
    func payBack(_ addition: Certificate.Addition?, at now: Date) throws {
        if let addition { try payBack(addition.receiptID, at: now) }
    }

    func payBack(_ id: ID<Receipt>, at now: Date) throws {
        guard let paid = try receipt(id), paid.cost > .zero else { return }
        let refund = try insert(
            NewReceipt(
                accountID: paid.accountID, orderID: paid.orderID, cost: paid.cost,
                payment: paid.payment, deal: .refund, paidAt: now))
        if paid.payment == .balance {
            // Who pays may have changed since.
            try changeBalance(
                of: try payer(of: paid.id) ?? paid.accountID, by: paid.cost, for: .refund,
                receipt: refund, at: now)
        }
    }

    /// The price of an order for an account: its own where it has prices of its own, else by the
    /// list of the installation's owners.
    func quote(
        _ product: Product, years: Int, names: PurchasedNames, account: ID<Account>,
        terms: AccountTerms
    ) throws -> Quote {
        PriceList(try prices(for: product, account: account, terms: terms))
            .quote(product, years: years, names: names)
    }

    private func prices(
        for product: Product, account: ID<Account>, terms: AccountTerms
    ) throws -> [Price] {
        if terms.pricing == .custom {
            let own = try prices(of: account, for: product)
            if !own.isEmpty { return own }
        }
        return try listedPrices(for: product)
    }

    /// All prices that an account pays.
    func priceList(of account: ID<Account>, terms: AccountTerms) throws -> PriceList {
        let listed = try rootAccount().map { try prices(of: $0.id) } ?? []
        guard terms.pricing == .custom else { return PriceList(listed) }
        let own = try prices(of: account)
        return PriceList(
            own + listed.filter { price in !own.contains { $0.product == price.product } })
    }
}

/// How an order is paid, worked out before anything is written down.
enum Bill: Sendable {
    case voucher
    /// So many of the product's units.
    case units(Int)
    /// By its price.
    case price(Money, Payment, Payer)

    fileprivate var cost: Money {
        if case .price(let cost, _, _) = self { cost } else { .zero }
    }

    /// Whether nothing is taken from what the account holds.
    var takesNothing: Bool {
        switch self {
        case .voucher, .units: false
        case .price(let cost, let payment, _): cost <= .zero || payment != .balance
        }
    }

    fileprivate var payment: Payment {
        switch self {
        case .voucher: .voucher
        case .units: .units
        case .price(_, let payment, _): payment
        }
    }
}

/// The account whose balance is spent.
struct Payer: Sendable {
    let accountID: ID<Account>
    let terms: AccountTerms
    /// Whether it pays for another one, which is not to learn what it has.
    let isOther: Bool

    fileprivate func lacks(_ cost: Money, having available: Money) -> Refusal {
        let price = "It costs \(cost.text) \(terms.currency), and"
        return Refusal(
            .insufficientFunds,
            isOther
                ? "\(price) the account that pays for this one has less to spend."
                : "\(price) the account has \(available.text) to spend.")
    }
}
