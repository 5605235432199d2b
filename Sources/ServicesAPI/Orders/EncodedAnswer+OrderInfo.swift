import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

/// All that an answer about an order is made from, other than the time.
struct OrderInfoEdition: Hashable {
    let order: OrderMark.Edition
    /// Of the CA: who would sign now is shown until somebody has.
    let authorityVersion: Int64
    let showsCAA: Bool
}

extension EncodedAnswer {
    init(
        _ edition: OrderInfoEdition, of file: OrderFile, _ frame: OrderFrame, at now: Date
    ) throws {
        try self.init(
            OrderDetails(file, frame, now: now, showsCAA: edition.showsCAA),
            holdsUntil: file.order.showsTheSameUntil(now))
    }
}

extension Order {
    /// Days are counted down at midnight, and the order ends with its term.
    fileprivate func showsTheSameUntil(_ now: Date) -> Date {
        let midnight = Span.nextMidnight(after: now)
        guard let term, term.validTill >= now else { return midnight }
        return min(midnight, term.validTill)
    }
}
