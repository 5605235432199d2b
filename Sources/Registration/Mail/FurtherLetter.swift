import Foundation
import Issuance
import OrderCore
import Storage

/// What people are told of a reissue or a duplicate once it is issued.
struct FurtherLetter {
    let subject: String
    let body: String

    /// Of the first certificate of an order there is none.
    init?(_ placed: Placed) {
        guard let issuance = placed.certificate.issuance else { return nil }
        let name = placed.certificate.content.commonName
        switch placed.certificate.kind {
        case .original: return nil
        case .reissue: subject = "The certificate for \(name) was reissued"
        case .duplicate: subject = "A duplicate of the certificate for \(name) was issued"
        }
        let end = issuance.validTill.formatted(
            Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
        body = [
            "\(subject). It ends on \(end).", "", "Order: \(placed.order.id)",
            "Product: \(placed.order.product.name)",
            "Serial number: \(issuance.serial.hexadecimal)",
        ].joined(separator: "\n")
    }
}

extension Transaction {
    /// Queues what is to be said of a reissue or a duplicate, to the order's additional recipients.
    func tellOfFurther(_ placed: Placed, at now: Date) throws {
        let settings = placed.order.settings
        guard !settings.additionalEmails.isEmpty, !settings.disableIssuanceEmail,
            let letter = FurtherLetter(placed)
        else { return }
        for recipient in settings.additionalEmails.withoutRepeatedMailboxes {
            try insert(
                NewMessage(
                    accountID: placed.order.accountID, about: placed.order.id,
                    recipient: recipient, subject: letter.subject, body: letter.body,
                    createdAt: now))
        }
    }
}
