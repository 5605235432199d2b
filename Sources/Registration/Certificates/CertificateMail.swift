import Foundation
import Issuance
package import OrderCore
import Storage

extension DownloadDesk {
    package static let recipientsMax = 100
    package static let messageCharactersMax = 4096

    /// Writes to each of these mailboxes, with the certificate and the ones above it in the letter,
    /// since letters are plain text.
    package func mail(
        _ id: ID<Certificate>, to emails: [String], saying message: String?, for caller: Caller
    ) async throws {
        guard emails.count <= Self.recipientsMax else {
            throw Refusal.invalid("emails", "holds \(emails.count), at most \(Self.recipientsMax)")
        }
        if let email = emails.first(where: { !EmailAddress.isPlausible($0) }) {
            throw Refusal.invalid("emails", "has \(email.quoted), which is no e-mail address")
        }
        if let message, message.count > Self.messageCharactersMax {
            throw Refusal.invalid(
                "custom_message", "is longer than \(Self.messageCharactersMax) characters")
        }
        let now = registry.clock.now
        let path = try await path(certificate: id, for: caller)
        let name = path.certificate.content.commonName
        let parts = [message, "The certificate for \(name), with the ones above it:", path.pem]
        try await registry.database.write { tx in
            for email in emails.withoutRepetitions {
                try tx.insert(
                    NewMessage(
                        accountID: path.certificate.accountID, about: path.certificate.orderID,
                        recipient: email, subject: "Certificate for \(name)",
                        body: parts.compactMap(\.self).joined(separator: "\n\n"), createdAt: now))
            }
        }
    }
}

extension CertificatePath {
    fileprivate var pem: String { ([leaf] + authorities).map(\.pem).joined() }
}
