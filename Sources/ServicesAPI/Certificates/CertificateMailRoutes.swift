import APIModels
import OrderCore
import Registration
import Web

/// Certificates sent to people.
struct CertificateMailRoutes: Sendable {
    let desks: Desks

    func mail(_ call: Call<MailCertificate>) async throws {
        guard let emails = call.body.emails, !emails.isEmpty else {
            throw Refusal.required("emails")
        }
        switch call.body.certificateCollectFormat {
        case nil: throw Refusal.required("certificate_collect_format")
        case .known: break
        case .other(let text):
            let all = CollectFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(
                "certificate_collect_format", "is \(text.quoted), one of \(all)")
        }
        try await desks.downloads.mail(
            try call.id("certificate_id", of: .certificate), to: emails,
            saying: call.body.customMessage, for: call.caller)
    }
}
