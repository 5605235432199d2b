import Foundation
import OrderCore
import Storage

extension Transaction {
    /// A duplicate secures what its order secures: the same names in any order, or, beside a
    /// wildcard, more names below it.
    func checkDuplicate(_ content: Certificate.Content, _ primary: Certificate) throws {
        if let name = content.names(strangeTo: primary).first {
            throw Refusal(
                .duplicateNotAllowed,
                "A duplicate has the names of its order: \(name.quoted) is none. Reissue instead."
            )
        }
        let missing = Set(primary.content.allNames).subtracting(content.allNames)
        if let name = missing.sorted().first {
            throw Refusal(
                .duplicateNotAllowed,
                "A duplicate has all the names of its order, and \(name.quoted) is missing.")
        }
    }

    /// Refuses a duplicate that waited while the order gave up one of its names. One that brought
    /// names of its own was never bound to those of the order.
    func checkWaitingDuplicate(_ certificate: Certificate, of order: Order) throws {
        guard case .duplicate = certificate.kind, certificate.addition == nil else { return }
        let primary = try primaryCertificate(of: order)
        guard let name = certificate.content.names(strangeTo: primary).first else { return }
        throw Refusal(
            .duplicateNotAllowed,
            "The order has been reissued without \(name.quoted) since the duplicate was asked for.")
    }
}

extension Certificate.Content {
    /// Those of its names that neither stand in another certificate nor are below a wildcard there.
    fileprivate func names(strangeTo other: Certificate) -> [String] {
        let known = Set(other.content.allNames)
        let wildcards = known.filter { $0.hasPrefix("*.") }
        return allNames.filter { name in
            !known.contains(name) && !wildcards.contains { Domain.isBelow(name, $0.host) }
        }
    }
}

extension Order {
    /// When a certificate of the order may begin and end.
    ///
    /// - Parameter primary: of a duplicate, what it is a duplicate of. It ends no later, where
    ///   nothing else was asked for, and while that lasts.
    func span(
        of content: Certificate.Content, beside primary: Certificate?, at now: Date
    ) -> ClosedRange<Date> {
        let whole = span(at: now)
        guard content.validity == nil, let end = primary?.issuance?.validTill, end > now else {
            return whole
        }
        return whole.lowerBound...min(end, whole.upperBound)
    }
}
