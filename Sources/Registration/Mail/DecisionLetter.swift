import Foundation
import OrderCore
import Storage

/// What people are told of a decision about a request.
struct DecisionLetter {
    let subject: String
    let body: String

    init(_ kind: LetterKind, of request: Request, _ file: OrderFile) {
        let name = file.certificate.content.commonName
        let wish =
            switch request.subject.kind {
            case .newOrder: "The order"
            case .reissue: "The reissue"
            case .duplicate: "The duplicate"
            case .revoke: "The revocation"
            }
        let outcome = kind == .rejection ? "rejected" : "approved"
        subject = "\(wish) for \(name) was \(outcome)"
        let comment = request.decision?.comment.map { ["", $0] } ?? []
        body =
            ([
                "\(subject).", "", "Order: \(file.order.id)", "Request: \(request.id)",
                "Product: \(file.order.product.name)",
            ] + comment).joined(separator: "\n")
    }
}

extension [String] {
    /// One mailbox is one, however it is written.
    var withoutRepeatedMailboxes: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0.lowercased()).inserted }
    }
}

extension Transaction {
    /// Queues what is to be said of a decision, to those whom the account wants to know of it.
    func tell(_ kind: LetterKind, of request: Request, at now: Date) throws {
        let settings = try settings(of: request.accountID)
        let chosen = settings.recipients(of: kind)
        guard !chosen.isEmpty, let file = try orderFile(request.orderID) else { return }
        let letter = DecisionLetter(kind, of: request, file)
        for recipient in try recipients(chosen, settings, of: file) {
            try insert(
                NewMessage(
                    accountID: request.accountID, about: request.orderID, recipient: recipient,
                    subject: letter.subject, body: letter.body, createdAt: now))
        }
    }

    /// The mailboxes of those who are to be told of something about an order, each once.
    func recipients(
        _ chosen: Set<LetterRecipient>, _ settings: AccountSettings, of file: OrderFile
    ) throws -> [String] {
        try LetterRecipient.allCases.filter(chosen.contains).flatMap { recipient in
            switch recipient {
            case .orderUser: [file.user.email]
            case .organizationContact: [file.contacts.organization?.email].compactMap(\.self)
            case .technicalContact: [file.contacts.technical?.email].compactMap(\.self)
            case .administrators: try adminEmails(of: file.order.accountID, settings)
            }
        }.withoutRepeatedMailboxes
    }

    /// Where an account named nobody, its first administrator.
    func adminEmails(of account: ID<Account>, _ settings: AccountSettings) throws -> [String] {
        guard settings.adminEmails.isEmpty else { return settings.adminEmails }
        return try [administrator(of: account)?.email].compactMap(\.self)
    }

    /// Has somebody put funds into an account or take them out, and tells the account if it wants
    /// to be told.
    @discardableResult
    func adjustBalance(
        of account: ID<Account>, by amount: Money, for reason: BalanceReason, at now: Date
    ) throws -> Money {
        let balance = try changeBalance(of: account, by: amount, for: reason, at: now)
        let settings = try settings(of: account)
        guard settings.tellsAdjustments else { return balance }
        let currency = try terms(of: account).currency
        let change =
            amount < .zero
            ? "\((Money.zero - amount).text) \(currency) were taken from the balance"
            : "\(amount.text) \(currency) were added to the balance"
        for recipient in try adminEmails(of: account, settings) {
            try insert(
                NewMessage(
                    accountID: account, recipient: recipient, subject: change,
                    body: "\(change). It is \(balance.text) \(currency) now.", createdAt: now))
        }
        return balance
    }
}
