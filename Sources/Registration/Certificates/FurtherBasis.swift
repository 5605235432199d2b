import Foundation
import Issuance
import OrderCore
import Storage

/// What a further certificate of an order stands on.
struct FurtherBasis: Sendable {
    let order: Order
    let primary: Certificate
    let organization: Organization?
    let readiness: Readiness
    let logo: Logo?
    /// The last second of the order.
    let orderEnd: Date
}

extension Transaction {
    /// Reads and checks; refuses what the order's state or product does not allow.
    func basis(of wish: FurtherWish, on order: Order, at now: Date) throws -> FurtherBasis {
        var moved = order
        switch wish.filing {
        case .reissue: try moved.ruled(.requestReissue)
        case .duplicate: try moved.ruled(.requestDuplicate)
        }
        let primary = try primaryCertificate(of: order)
        if wish.filing == .duplicate { try checkDuplicate(wish.certificate.content, primary) }
        if wish.filing == .duplicate, !order.product.allowsDuplicates {
            throw Refusal(
                .duplicateNotAllowed, "Orders for \(order.product.nameID) have no duplicates.")
        }
        let organization = try order.organizationID.flatMap { try self.organization($0) }
        let logo = try logo(of: order)
        return FurtherBasis(
            order: order, primary: primary, organization: organization,
            readiness: try readiness(
                ReadinessQuestion(
                    content: wish.certificate.content, product: order.product,
                    organization: organization, accountID: order.accountID, orderID: order.id,
                    hasLogo: logo != nil),
                at: now),
            logo: logo,
            orderEnd: order.term?.validTill ?? order.length.end(from: now))
    }

    /// A duplicate secures what its order secures: the same names in any order, or, beside a
    /// wildcard, more names below it.
    private func checkDuplicate(_ content: Certificate.Content, _ primary: Certificate) throws {
        let ordered = Set(primary.content.allNames)
        let wildcards = ordered.filter { $0.hasPrefix("*.") }
        let strangers = content.allNames.filter { name in
            !ordered.contains(name) && !wildcards.contains { Domain.isBelow(name, $0.host) }
        }
        if let name = strangers.first {
            throw Refusal(
                .duplicateNotAllowed,
                "A duplicate has the names of its order: \(name.quoted) is none. Reissue instead."
            )
        }
        let missing = ordered.subtracting(content.allNames)
        if let name = missing.sorted().first {
            throw Refusal(
                .duplicateNotAllowed,
                "A duplicate has all the names of its order, and \(name.quoted) is missing.")
        }
    }

    /// Adds the certificate and its request, and moves the order.
    func file(
        _ wish: FurtherWish, on basis: FurtherBasis, by user: ID<User>,
        _ decision: Request.Decision?, at now: Date
    ) throws -> Placed {
        var order = basis.order
        order.details.provisioning = wish.provisioning ?? order.details.provisioning
        let kind: Certificate.Kind
        switch wish.filing {
        case .reissue:
            kind = .reissue
            try order.ruled(.requestReissue)
        case .duplicate:
            kind = .duplicate(subID: try nextSubID(of: order.id))
            try order.ruled(.requestDuplicate)
        }
        let certificate = try insert(
            NewCertificate(
                orderID: order.id, accountID: order.accountID, userID: user, kind: kind,
                content: wish.certificate.content.named(after: basis.organization?.name),
                addition: try addition(wish, basis, at: now), createdAt: now))
        let request = try insert(
            NewRequest(
                about: order, by: user,
                subject: wish.filing == .reissue
                    ? .reissue(certificate.id) : .duplicate(certificate.id),
                state: decision == nil ? .pending : .approved, decision: decision,
                comments: wish.comments, createdAt: now))
        try save(order, primary: basis.primary, at: now)
        order.version += 1
        return Placed(order: order, certificate: certificate, request: request)
    }

    /// Names that a reissue adds to the order come with a receipt of their own.
    private func addition(
        _ wish: FurtherWish, _ basis: FurtherBasis, at now: Date
    ) throws -> Certificate.Addition? {
        guard wish.filing == .reissue else { return nil }
        let known = Set(basis.primary.content.allNames)
        let added = wish.certificate.content.allNames.filter { !known.contains($0) }
        guard !added.isEmpty else { return nil }
        let names = PurchasedNames(added)
        let receipt = try pay(for: names, added: basis.order, at: now)
        return Certificate.Addition(receiptID: receipt, names: names)
    }
}
