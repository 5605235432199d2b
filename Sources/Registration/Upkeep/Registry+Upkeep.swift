import Foundation
import OrderCore
import Storage

/// The deeds behind chores. Each ends its chore in the transaction that does it.
extension Registry {
    /// Places an order like the one that ends, for the same key, in the name of whoever placed it:
    /// approved if that user may approve, else waiting for those who may.
    func renew(_ chore: Chore) async throws {
        let now = clock.now
        guard let (file, caller) = try await basis(of: chore) else { return }
        let old = file.order
        guard old.state == .issued, old.settings.autoRenew, old.renewedBy == nil else {
            return try await close(chore, nil)
        }
        guard old.details.mayBeRenewedByItself(old.product) else {
            return try await close(chore, "Such orders are not renewed by themselves.")
        }
        guard old.settings.paymentMethod != .credit else {
            return try await close(chore, "Orders paid by card are not renewed by themselves.")
        }
        var settings = old.settings
        var details = Order.Details()
        details.verifiedContacts = old.details.verifiedContacts
        details.provisioning = old.details.provisioning
        if let left = old.details.renewalsLeft {
            details.renewalsLeft = left > 1 ? left - 1 : nil
            settings.autoRenew = left > 1
        }
        let wish = OrderWish(
            product: old.product,
            certificate: try CertificateWish(
                again: file.certificate.content, product: old.product, authority: authority),
            length: old.length.again(term: old.term),
            organization: old.organizationID.map { .known($0) }, containerID: old.containerID,
            renewalOf: old.id, approval: .skip, comments: "Renewed by itself.",
            control: ControlWish(method: old.settings.controlMethod ?? .email), settings: settings,
            contacts: file.contacts,
            customFields: Dictionary(
                uniqueKeysWithValues: file.customFields.map { ($0.fieldID, $0.value) }),
            details: details)
        _ = try await OrderDesk(registry: self).place(
            wish, for: caller, keeping: Self.ending(chore, at: now))
    }

    /// Has the certificate of an order that outlasts it made again, for the same key and names.
    func reissue(_ chore: Chore) async throws {
        let now = clock.now
        guard let (file, caller) = try await basis(of: chore) else { return }
        let order = file.order
        guard order.settings.autoReissue, file.certificate.id == chore.certificateID,
            order.state == .issued
        else { return try await close(chore, nil) }
        let old = file.certificate.content
        let wish = FurtherWish(
            certificate: try CertificateWish(
                again: old, product: order.product, authority: authority,
                lasting: old.validity?.again(from: now, until: order.span(at: now).upperBound)),
            approval: .skip, comments: "Reissued by itself.", filing: .reissue,
            control: ControlWish(method: order.settings.controlMethod ?? .email))
        _ = try await FurtherDesk(registry: self).request(
            wish, on: order.id, for: caller,
            keeping: Self.ending(chore, at: now))
    }

    /// The request is nobody's own, whoever's name it bears.
    private static func ending(_ chore: Chore, at now: Date) -> Keepsake<Placement> {
        Keepsake { placement, tx in
            try tx.noteAutomatic(placement.request.id)
            try tx.finish(chore, at: now)
        }
    }

    /// The order with the user in whose name it is kept alive; `nil` where the chore is nobody's
    /// any more.
    private func basis(of chore: Chore) async throws -> (OrderFile, Caller)? {
        let found = try await database.read { tx -> (OrderFile, Caller)? in
            guard let now = try tx.chore(chore.id), now.attempts == chore.attempts,
                now.dueAt != nil, let file = try tx.orderFile(chore.orderID),
                let user = try tx.user(file.order.userID),
                let account = try tx.account(file.order.accountID)
            else { return nil }
            return (file, Caller(user: user, account: account, key: nil))
        }
        return found
    }

    private func close(_ chore: Chore, _ failure: String?) async throws {
        let now = clock.now
        try await database.write { try $0.finish(chore, failure: failure, at: now) }
    }
}

extension OrderLength {
    /// The same length from now on; none where that is past the end, or where it was a date.
    fileprivate func again(from now: Date, until end: Date) -> OrderLength? {
        switch self {
        case .years, .days: self.end(from: now) <= end ? self : nil
        case .until: nil
        }
    }

    /// The same length once more; a date is as far away as it was.
    fileprivate func again(term: Order.Term?) -> OrderLength {
        switch self {
        case .years, .days: self
        case .until:
            .days(
                min(
                    term.map { max(1, Span.days(from: $0.validFrom, to: $0.validTill)) } ?? 1,
                    Product.orderDaysMax))
        }
    }
}
