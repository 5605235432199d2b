import Foundation
package import OrderCore
import Storage

/// Tells people that certificates end: writes the messages that wait to be sent.
///
/// For each stage (90 days before the end, 60 …) a mark says how far it has got. One transaction
/// writes the messages of some orders and moves the mark, so that no crash loses or repeats any.
/// What the stages find is a range of an index; nothing is stored for orders in advance.
package struct NoticeSweep: Sendable {
    let registry: Registry
    let days: NoticeDays

    package static let batch = 100

    package init(registry: Registry, days: NoticeDays) {
        self.registry = registry
        self.days = days
    }

    /// Does one batch of each stage. Returns how many orders were looked at.
    package func runOnce() async throws -> Int {
        var seen = 0
        for stage in days.days { seen += try await runOnce(stage) }
        return seen
    }

    private func runOnce(_ stage: Int) async throws -> Int {
        let now = registry.clock.now
        let limit = now.addingTimeInterval(Double(stage) * Span.daySeconds)
        let isDue = try await registry.database.read { tx in
            guard let mark = try tx.noticeMark(stage) else { return true }
            return try !tx.ordersEnding(after: mark, by: limit, max: 1).isEmpty
        }
        guard isDue else { return 0 }
        return try await registry.retryingConflicts {
            try await registry.database.write { tx in
                guard let mark = try tx.noticeMark(stage) else {
                    // Nobody is told of what was over before there was anybody to tell it.
                    try tx.insert(NoticeMark(days: stage, reachedAt: limit, reachedID: 0))
                    return 0
                }
                let ending = try tx.ordersEnding(after: mark, by: limit, max: Self.batch)
                guard let last = ending.last else { return 0 }
                for (id, end) in ending where days.isDue(stage, end: end, at: now) {
                    try tx.insertNotices(of: id, days: stage, at: now)
                }
                try tx.move(
                    mark,
                    to: NoticeMark(days: stage, reachedAt: last.end, reachedID: last.order))
                return ending.count
            }
        }
    }
}

extension Transaction {
    /// Queues what is to be said about an order, to each of those who are to know.
    fileprivate func insertNotices(of id: ID<Order>, days: Int, at now: Date) throws {
        guard let file = try orderFile(id), file.wantsNotice, file.isNews(days) else { return }
        let notice = EndNotice(file, days: days)
        let settings = try settings(of: file.order.accountID)
        let chosen = settings.recipients(of: .renewal)
        let people = try recipients(chosen, settings, of: file)
        let mailboxes = people + file.order.settings.additionalEmails
        for recipient in mailboxes.withoutRepeatedMailboxes {
            try insert(
                NewMessage(
                    accountID: file.order.accountID, about: id, recipient: recipient,
                    subject: notice.subject, body: notice.body, createdAt: now,
                    once: "end of \(file.certificate.id), \(days), \(recipient)"))
        }
    }
}

extension OrderFile {
    fileprivate var wantsNotice: Bool {
        order.state == .issued && order.renewedBy == nil
            && !order.settings.disableRenewalNotifications
    }

    fileprivate func isNews(_ days: Int) -> Bool {
        certificate.issuance.map {
            NoticeDays.isNews(days, end: $0.validTill, issuedAt: $0.issuedAt)
        } ?? false
    }
}

/// What people are told of a certificate that ends.
struct EndNotice {
    let subject: String
    let body: String

    init(_ file: OrderFile, days: Int) {
        let order = file.order
        let name = file.certificate.content.commonName
        let end = file.certificate.issuance.map { $0.validTill.formatted(Self.day) } ?? ""
        let goesOn = order.term.map { term in
            // An order outlasts its certificate where there is time left for another one.
            file.certificate.issuance.map {
                term.validTill > $0.validTill.addingTimeInterval(Span.daySeconds)
            } ?? false
        }
        let when = days < 0 ? "ended on \(end)" : "ends on \(end)"
        subject = "The certificate for \(name) \(when)"
        let advice =
            if goesOn == true {
                order.settings.autoReissue
                    ? "Its order goes on. It is reissued by itself \(Chore.daysAhead) days "
                        + "before its end."
                    : "Its order goes on: reissue it to have another certificate."
            } else if order.settings.autoRenew {
                "Its order is renewed by itself \(Chore.daysAhead) days before its end."
            } else {
                "Renew the order to have another certificate."
            }
        let lines = [
            "The certificate for \(name) \(when).", "", "Order: \(order.id)",
            "Product: \(order.product.name)", "", advice,
        ]
        let message = order.settings.customRenewalMessage.map { ["", $0] } ?? []
        body = (lines + message).joined(separator: "\n")
    }

    private static let day = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
}
