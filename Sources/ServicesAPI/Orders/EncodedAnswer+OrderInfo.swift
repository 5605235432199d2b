import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

/// All that an answer about an order is made from, other than the time.
struct OrderInfoEdition: Hashable {
    let order: OrderMark.Edition
    /// Who would sign now, shown until somebody has.
    let issuer: CAReference
    let showsCAA: Bool
}

extension EncodedAnswer {
    init(
        _ edition: OrderInfoEdition, of file: OrderFile, host: Publication, at now: Date
    ) throws {
        try self.init(
            OrderDetails(
                file, now: now, defaultIssuer: edition.issuer, showsCAA: edition.showsCAA,
                host: host),
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
