import Foundation
import OrderCore
import Storage

/// What orders that wait for their approval would cost: nothing is charged before that.
extension Registry {
    /// Leaves the price out of orders that cost something and that nobody has paid yet.
    func priced(_ listed: Listed<OrderEntry>) async throws -> Listed<OrderEntry> {
        let estimates = try await estimates(
            of: listed.elements.filter { $0.price == .zero }
                .map { WaitingOrder(order: $0.order, content: $0.certificate.content) })
        return listed.map { entry in
            guard estimates[entry.order.id] != nil else { return entry }
            var entry = entry
            entry.price = nil
            return entry
        }
    }

    /// Says of orders that nobody has paid yet what they would cost.
    func priced(_ listed: Listed<SubaccountEntry>) async throws -> Listed<SubaccountEntry> {
        let estimates = try await estimates(of: listed.elements.compactMap(WaitingOrder.init))
        return listed.map { $0.priced(by: estimates) }
    }

    func priced(_ entry: SubaccountEntry) async throws -> SubaccountEntry {
        entry.priced(by: try await estimates(of: [WaitingOrder(entry)].compactMap(\.self)))
    }

    /// The prices of those that wait and cost something.
    private func estimates(of orders: [WaitingOrder]) async throws -> [ID<Order>: Money] {
        let waiting = orders.filter { $0.order.state == .needsApproval }
        guard !waiting.isEmpty else { return [:] }
        let now = clock.now
        return try await database.read { try $0.estimates(of: waiting, at: now) }
    }
}

private struct WaitingOrder: Sendable {
    let order: Order
    let content: Certificate.Content
}

extension WaitingOrder {
    init?(_ entry: SubaccountEntry) {
        guard entry.costCents == 0 else { return nil }
        self.init(order: entry.order, content: entry.certificate.content)
    }
}

extension SubaccountEntry {
    fileprivate func priced(by estimates: [ID<Order>: Money]) -> SubaccountEntry {
        var entry = self
        entry.costCents = estimates[order.id]?.cents ?? costCents
        return entry
    }
}

extension Transaction {
    /// By the lists of their accounts; vouchers and units are no price.
    fileprivate func estimates(
        of waiting: [WaitingOrder], at now: Date
    ) throws -> [ID<Order>: Money] {
        let paid = try ordersPaidByVoucher(among: waiting.map(\.order.id))
        var lists: [ID<Account>: PriceList] = [:]
        var estimates: [ID<Order>: Money] = [:]
        for (order, content) in waiting.map({ ($0.order, $0.content) })
        where !paid.contains(order.id) {
            let list = try lists[order.accountID] ?? estimateList(of: order.accountID)
            lists[order.accountID] = list
            let quote = list.quote(
                order.product, years: order.length.yearsBegun(from: now), names: content.purchased)
            if quote.total > .zero { estimates[order.id] = quote.total }
        }
        return estimates
    }

    private func estimateList(of account: ID<Account>) throws -> PriceList {
        let terms = try terms(of: account)
        return terms.pricing == .units
            ? PriceList([]) : try priceList(of: account, terms: terms)
    }
}
