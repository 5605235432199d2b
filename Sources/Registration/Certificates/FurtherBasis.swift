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
}

/// What is decided of a further certificate by the time it is written down.
struct FurtherOutcome: Sendable {
    /// Absent where the approvers are still to be asked.
    let decision: Request.Decision?
    /// The certificate, where nothing stood in its way, or what logs are to see first.
    let signed: Signed?
}

extension Transaction {
    /// Reads and checks; refuses what the order's state or product does not allow.
    func basis(
        of wish: FurtherWish, on order: Order, _ reading: LimitReading
    ) throws -> FurtherBasis {
        let now = reading.now
        let move: OrderMove = wish.filing.isDuplicate ? .requestDuplicate : .requestReissue
        var moved = order
        try moved.ruled(move)
        try order.refuseExpired(move, at: now)
        try ahead { try $0.askForBasis(of: wish, on: order) }
        try refuseCompromised(wish.certificate.key?.key)
        let primary = try primaryCertificate(of: order)
        if wish.filing == .duplicate { try checkDuplicate(wish.certificate.content, primary) }
        if wish.filing.isDuplicate, !order.product.allowsDuplicates {
            throw Refusal(
                .duplicateNotAllowed, "Orders for \(order.product.nameID) have no duplicates.")
        }
        try checkLimits(
            of: order.containerID, on: order.product, wish.certificate.content, ordering: nil,
            reading)
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
            logo: logo)
    }

    /// Writes a further certificate down as it is by now, with its request, and moves the order.
    func file(
        _ wish: FurtherWish, on basis: FurtherBasis, by user: ID<User>, _ outcome: FurtherOutcome,
        at now: Date
    ) throws -> Placed {
        let numbers = try drawFurtherNumbers()
        var placed = Placed(
            order: basis.order,
            certificate: Certificate(
                id: numbers.certificate, orderID: basis.order.id,
                accountID: basis.order.accountID, userID: user,
                kind: wish.filing.isDuplicate
                    ? .duplicate(subID: try nextSubID(of: basis.order.id)) : .reissue,
                content: wish.certificate.content.named(after: basis.organization?.name),
                addition: try addition(wish, basis, at: now), state: .pending, isArchived: false,
                createdAt: now),
            request: Request(
                id: numbers.request, orderID: basis.order.id, accountID: basis.order.accountID,
                requesterID: user,
                subject: wish.filing.isDuplicate
                    ? .duplicate(numbers.certificate) : .reissue(numbers.certificate),
                state: outcome.decision == nil ? .pending : .approved, decision: outcome.decision,
                comments: wish.comments, createdAt: now))
        placed.order.details.provisioning =
            wish.provisioning ?? basis.order.details.provisioning
        try placed.order.ruled(wish.filing.isDuplicate ? .requestDuplicate : .requestReissue)
        if let issuance = outcome.signed?.issuance {
            placed.certificate.state = .issued(issuance)
            if wish.filing == .reissue {
                try placed.order.ruled(.completeReissue)
                placed.order.primaryCertificateID = placed.certificate.id
            }
        }
        let isPrimary = placed.order.primaryCertificateID == placed.certificate.id
        let primary = isPrimary ? placed.certificate : basis.primary
        try insert(placed.certificate)
        try insert(placed.request, of: basis.order.containerID, basis.order.userID)
        if primary.content.searchedNames != basis.primary.content.searchedNames {
            try replaceNames(primary.content.searchedNames, of: basis.order.id)
        }
        try save(placed.order, primary: primary, since: (basis.order, basis.primary), at: now)
        placed.order.version += 1
        try tellOfFurther(placed, at: now)
        return placed
    }

    /// Names that a reissue adds to the order come with a receipt of their own. What the order or
    /// an earlier reissue has paid for stays paid, also while it is left out or waits.
    private func addition(
        _ wish: FurtherWish, _ basis: FurtherBasis, at now: Date
    ) throws -> Certificate.Addition? {
        guard wish.filing != .duplicate else { return nil }
        let current = Set(basis.primary.content.allNames)
        let new = wish.certificate.content.allNames.filter { !current.contains($0) }
        guard !new.isEmpty else { return nil }
        let paid = Set(
            try certificates(of: basis.order.id).filter(\.isPaid).flatMap(\.content.allNames))
        let added = new.filter { !paid.contains($0) }
        guard !added.isEmpty else { return nil }
        let names = PurchasedNames(added)
        let receipt = try pay(for: names, added: basis.order, at: now)
        return Certificate.Addition(receiptID: receipt, names: names)
    }
}

extension Certificate {
    /// Whether its names were paid, and not paid back: those of duplicates are free, unless they
    /// came with names of their own.
    fileprivate var isPaid: Bool {
        switch kind {
        case .original, .reissue: state != .rejected
        case .duplicate: addition != nil && state != .rejected
        }
    }
}
