package import Foundation

/// Works out how long an order and its certificate last.
///
/// A certificate never begins before its issuer, nor outlives its order, its profile's cap or its
/// issuer. A length given in years is cut in silence, unless the whole order is shorter (an order
/// of several years is served by several certificates); one given in days or as a date is a precise
/// wish and is refused when it cannot be had.
package struct CertificateTerm: Equatable, Sendable {
    package let notBefore: Date
    package let notAfter: Date

    /// Certificates begin a little before they are made: clocks differ.
    package static let clockSkewSeconds: TimeInterval = 300

    package enum Problem: Error, Equatable {
        case exceedsOrder
        case exceedsCap(daysMax: Int)
        case endsInThePast
    }

    /// - Parameters:
    ///   - wish: what the client asked for this certificate, if anything.
    ///   - order: the first and the last second of the order.
    ///   - daysMax: the cap of the certificate's profile.
    ///   - issuer: the first and the last second of the issuing certificate.
    package init(
        issuedAt now: Date, wish: OrderLength?, order: ClosedRange<Date>,
        daysMax: Int, issuer: ClosedRange<Date>
    ) throws(Problem) {
        // An issuer may be younger than the skew; one that has not begun signs nothing.
        notBefore = min(
            max(now.addingTimeInterval(-Self.clockSkewSeconds), issuer.lowerBound), now)
        let cap = OrderLength.days(daysMax).end(from: notBefore)
        var end = min(order.upperBound, cap, issuer.upperBound)
        if let wish {
            let wished = wish.end(from: now)
            var latest = wished
            if case .years = wish { latest = min(wished, wish.end(from: order.lowerBound)) }
            if latest > order.upperBound { throw .exceedsOrder }
            switch wish {
            case .years: break
            case .days(let days): if days > daysMax { throw .exceedsCap(daysMax: daysMax) }
            case .until: if wished > cap { throw .exceedsCap(daysMax: daysMax) }
            }
            end = min(end, wished)
        }
        guard end > now else { throw .endsInThePast }
        notAfter = end
    }
}
