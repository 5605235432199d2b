import APIModels
import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import Web

struct FinanceRoutes: Sendable {
    let desks: Desks

    func price(_ call: Call<PriceOrder>) async throws -> OrderEstimate {
        let wish = try PriceWish(call.body, now: desks.finance.now)
        let (quote, terms) = try await desks.finance.quote(
            wish.product, length: wish.length, names: wish.names, for: call.caller)
        return OrderEstimate(quote, terms)
    }

    func receipt(_ call: Call<NoBody>) async throws -> ReceiptDetails {
        ReceiptDetails(
            try await desks.finance.receipt(
                try call.id("receipt_id", of: .receipt), for: call.caller))
    }

    func balance(_ call: Call<NoBody>) async throws -> AccountBalance {
        AccountBalance(
            try await desks.finance.terms(
                in: try call.query.id("container_id"), for: call.caller))
    }

    func history(_ call: Call<NoBody>) async throws -> BalanceHistory {
        let query = try ListQuery<BalanceProperty>(
            call.query, bare: [.containerID], now: desks.finance.now)
        let book = try await desks.finance.history(query, for: call.caller)
        return BalanceHistory(
            adjustments: book.entries.elements.map { BalanceAdjustment($0, in: book) },
            page: .init(book.entries, query))
    }
}

/// An order whose price is asked, in types.
struct PriceWish {
    let product: Product
    let length: OrderLength?
    let names: PurchasedNames

    init(_ body: PriceOrder, now: Date) throws {
        guard let nameID = body.productNameID else { throw Refusal.required("product_name_id") }
        guard let product = ProductCatalog.product(nameID) else {
            throw Refusal.notFound(.product)
        }
        guard let certificate = body.certificate else {
            throw Refusal.required("certificate.dns_names")
        }
        let given = [certificate.commonName].compactMap(\.self) + (certificate.dnsNames ?? [])
        guard given.count <= NamePolicy.namesMax else {
            throw Refusal.invalid(
                "certificate.dns_names",
                "holds \(given.count) names, at most \(NamePolicy.namesMax)")
        }
        self.product = product
        var seen: Set<String> = []
        // What is no name is refused when it is ordered.
        let all = given.map { (try? SubjectAlternativeName($0))?.text ?? $0.lowercased() }
            .filter { seen.insert($0).inserted }
        // The common name is in the price, whether it is told or not; marks have none, and their
        // first name is.
        let isFirstFree = certificate.commonName != nil || product.family.isMark
        names = PurchasedNames(all.dropFirst(isFirstFree ? 1 : 0))
        length =
            try OrderLength(body.orderValidity, path: "order_validity", now: now)
            ?? OrderLength(
                Validity(years: body.validityYears),
                paths: .init(years: "validity_years", days: "", date: ""), now: now)
    }
}

extension OrderEstimate {
    init(_ quote: Quote, _ terms: AccountTerms) {
        self.init(
            basePrice: quote.base.amount, totalPrice: quote.total.amount,
            addonsPrice: (quote.nameTotal + quote.wildcardTotal).amount, sanPackagePrice: 0,
            benefitsDiscountTotal: 0,
            fqdns: NamePrice(subtotal: quote.nameTotal.amount, units: quote.names.dns),
            wildcards: NamePrice(
                subtotal: quote.wildcardTotal.amount, units: quote.names.wildcard),
            balance: terms.balance.amount, currency: terms.currency, tax: Money.zero.text,
            taxError: false)
    }
}

extension AccountBalance {
    init(_ terms: AccountTerms) {
        self.init(
            balance: terms.balance.text, currency: terms.currency,
            unpaidInvoiceBalance: Money.zero.text,
            negativeBalanceLimit: terms.negativeLimit.text,
            usedCreditFromOtherContainers: Money.zero.text,
            totalAvailableFunds: terms.available.text)
    }
}

extension BalanceAdjustment {
    init(_ entry: BalanceEntry, in book: BalanceBook) {
        let isCredit = entry.amount >= .zero
        self.init(
            id: String(entry.id),
            container: book.container.map(ContainerSummary.init(placed:))
                ?? ContainerSummary(id: 0, name: ""),
            credit: isCredit ? entry.amount.text : nil,
            debit: isCredit ? nil : (Money.zero - entry.amount).text,
            transactionType: entry.reason.rawValue.capitalized,
            receiptID: entry.receiptID?.description ?? "0",
            transactionDate: SpacedTimestamp(entry.date),
            balanceAfter: entry.balanceAfter.text, currency: book.currency,
            orderID: entry.orderID?.description)
    }
}

extension ReceiptDetails {
    init(_ billed: BilledReceipt) {
        let receipt = billed.receipt
        let address = billed.organization?.address
        let amount = receipt.deal == .refund ? .zero - receipt.cost : receipt.cost
        let isByCard = receipt.payment == .credit || receipt.payment == .profile
        self.init(
            id: receipt.id.description, dateTime: SpacedTimestamp(receipt.paidAt),
            accountAmount: (isByCard ? .zero : amount).text,
            cardAmount: (isByCard ? amount : .zero).text, grossAmount: amount.text,
            taxAmount: Money.zero.text, currency: billed.terms.currency,
            billName: billed.organization?.name, billAddress: address?.street,
            billCity: address?.city, billState: address?.state, billZip: address?.zip,
            billCountry: address?.country, billEmail: billed.email,
            paymentMethod: receipt.payment.rawValue, transactionType: receipt.deal.rawValue)
    }
}
