import APIModels
import Foundation
import OrderCore
import Registration
import Web

/// What administrators set for the whole account.
struct AccountSettingsRoutes: Sendable {
    let desks: Desks

    func update(_ call: Call<UpdateAccount>) async throws {
        guard let admin = call.body.adminEmails else { throw Refusal.required("admin_email") }
        try await desks.accounts.setEmails(
            try Self.emails(admin, path: "admin_email"),
            emergency: try call.body.emergencyEmails.map {
                try Self.emails($0, path: "emergency_emails")
            }, for: call.caller)
    }

    func set(_ call: Call<SetAccountSettings>) async throws {
        guard let settings = call.body.settings, !settings.isEmpty else {
            throw Refusal.required("account_settings")
        }
        try await desks.accounts.set(
            try settings.compactMap { try AccountPreference($0) }, for: call.caller)
    }

    private static func emails(_ text: String, path: String) throws -> [String] {
        var seen: Set<String> = []
        let emails = text.split { ",;".contains($0) }
            .map { String($0).trimmingSpaces }
            .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
        guard !emails.isEmpty else { throw Refusal.required(path) }
        guard emails.count <= AccountDesk.emailsMax else {
            throw Refusal.invalid(
                path, "holds \(emails.count) addresses, at most \(AccountDesk.emailsMax)")
        }
        if let email = emails.first(where: { !EmailAddress.isPlausible($0) }) {
            throw Refusal.invalid(path, "has \(email.quoted), which is no e-mail address")
        }
        return emails
    }
}

extension AccountPreference {
    /// The settings of the contract, by name.
    private enum Name: String, CaseIterable {
        case confirmation = "confirmation_email_recipients"
        case rejection = "rejection_email_recipients"
        case approval = "approval_email_recipients"
        case renewal = "renewal_email_recipients"
        case preference = "email_preference"
        case expiry = "account_fund_expiry_notices"
        case adjustment = "account_fund_adjustment_notices"
        case topContainer = "no_top_level_container_in_email"
    }

    private static let path = "account_settings.value"

    /// Nothing for a setting that finds things here as it wants them. One that would be without
    /// effect is refused.
    init?(_ body: AccountSetting) throws {
        guard let word = body.name else { throw Refusal.required("account_settings.name") }
        guard let name = Name(rawValue: word.lowercased()) else {
            let all = Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(
                "account_settings.name", "is \(word.quoted), has to be one of \(all)")
        }
        guard let value = body.value else { throw Refusal.required(Self.path) }
        switch name {
        case .rejection: self = .recipients(.rejection, try Self.recipients(value, name))
        case .approval: self = .recipients(.approval, try Self.recipients(value, name))
        case .renewal: self = .recipients(.renewal, try Self.recipients(value, name))
        case .adjustment: self = .tellsAdjustments(try Self.flag(value, name))
        // No funds end here, and no letter names a container.
        case .expiry, .topContainer:
            _ = try Self.flag(value, name)
            return nil
        case .confirmation:
            guard try Self.recipients(value, name).isEmpty else {
                throw Refusal.invalid(
                    Self.path, "of \(word) names recipients, and no letter confirms an order here")
            }
            return nil
        case .preference:
            guard try Self.json(value, as: [String: [String]].self, name).isEmpty else {
                throw Refusal.invalid(
                    Self.path, "of \(word) names letters that are not sent here; {} is taken")
            }
            return nil
        }
    }

    private static func recipients(_ text: String, _ name: Name) throws -> Set<LetterRecipient> {
        Set(
            try json(text, as: [String].self, name).map { word in
                guard let recipient = LetterRecipient(rawValue: word.lowercased()) else {
                    let all = LetterRecipient.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Refusal.invalid(
                        path, "of \(name.rawValue) has \(word.quoted), one of \(all)")
                }
                return recipient
            })
    }

    private static func json<Value: Decodable>(
        _ text: String, as type: Value.Type, _ name: Name
    ) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw Refusal.invalid(
                path, "of \(name.rawValue) is \(text.quoted), which is not the JSON it takes")
        }
    }

    private static func flag(_ text: String, _ name: Name) throws -> Bool {
        switch text {
        case "0": return false
        case "1": return true
        default:
            throw Refusal.invalid(path, "of \(name.rawValue) is \(text.quoted), has to be 0 or 1")
        }
    }
}
