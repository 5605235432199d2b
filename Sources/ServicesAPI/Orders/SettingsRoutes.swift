import APIModels
import OrderCore
import Registration
import Web

/// What an order's owner changes about it later.
struct SettingsRoutes: Sendable {
    let desks: Desks

    func addNote(_ call: Call<AddNote>) async throws -> NoteDetails {
        guard let text = call.body.text else { throw Refusal.required("text") }
        return NoteDetails(
            try await desks.settings.addNote(
                text, to: call.order, for: call.caller, keeping: call.keeping(NoteDetails.init)))
    }

    func notes(_ call: Call<NoBody>) async throws -> NoteList {
        let notes = try await desks.settings.notes(of: call.order, for: call.caller)
        return NoteList(notes: notes.map(NoteDetails.init))
    }

    func answerCustomField(_ call: Call<CustomFieldValue>) async throws {
        guard let field = call.body.metadataID else { throw Refusal.required("metadata_id") }
        guard let value = call.body.value else { throw Refusal.required("value") }
        try await desks.settings.answer(
            field.id(), value, on: call.order, for: call.caller, keeping: call.keepingNothing())
    }

    func replaceEmails(_ call: Call<ReplaceAdditionalEmails>) async throws {
        guard let given = call.body.additionalEmails else {
            throw Refusal.required("additional_emails")
        }
        let emails = try OrderSettings.checked(emails: given)
        try await desks.settings.change(call.order, for: call.caller) {
            $0.additionalEmails = emails
        }
    }

    func changeContacts(_ call: Call<ChangeOrderContacts>) async throws {
        guard let contacts = call.body.contacts, !contacts.isEmpty else {
            throw Refusal.required("contacts")
        }
        try await desks.settings.changeContacts(
            try contacts.map(ContactChange.init), of: call.order, for: call.caller)
    }

    func switchRenewalNotices(_ call: Call<NoBody>) async throws {
        let isOn = try Self.isOn(call.text("status"))
        try await desks.settings.change(call.order, for: call.caller) {
            $0.disableRenewalNotifications = !isOn
        }
    }

    func setRenewalMessage(_ call: Call<SetRenewalMessage>) async throws {
        guard let text = call.body.customRenewalMessage else {
            throw Refusal.required("custom_renewal_message")
        }
        let message = try OrderSettings.checked(message: text)
        try await desks.settings.change(call.order, for: call.caller) {
            $0.customRenewalMessage = message.isEmpty ? nil : message
        }
    }

    func deleteRenewalMessage(_ call: Call<NoBody>) async throws {
        try await desks.settings.change(call.order, for: call.caller) {
            $0.customRenewalMessage = nil
        }
    }

    func setAutoReissue(_ call: Call<SetAutoReissue>) async throws {
        try await desks.settings.setAutoReissue(
            try Self.isOn(call.body.autoReissue, "auto_reissue"), of: call.order, for: call.caller)
    }

    func setGuestAccess(_ call: Call<SetGuestAccess>) async throws {
        try await desks.settings.setGuestAccess(
            try Self.isOn(call.body.enableGuestAccess, "enable_guest_access"), of: call.order,
            for: call.caller)
    }

    func setTransparency(_ call: Call<SetTransparency>) async throws {
        guard let isOff = call.body.disableCT else { throw Refusal.required("disable_ct") }
        try await desks.settings.change(call.order, for: call.caller) { $0.disableCT = isOff }
    }

    private static func isOn(_ number: Int?, _ path: String) throws -> Bool {
        guard let number else { throw Refusal.required(path) }
        return try OrderSettings.isOn(number, path)
    }

    static let words = [
        "enable": true, "enabled": true, "on": true, "true": true, "1": true,
        "disable": false, "disabled": false, "off": false, "false": false, "0": false,
    ]

    private static func isOn(_ word: String) throws -> Bool {
        guard let isOn = words[word.lowercased()] else {
            throw Refusal.invalid("status", "is \(word.quoted), enable or disable")
        }
        return isOn
    }
}

extension Call {
    /// The order that the path names.
    var order: ID<Order> {
        get throws { try id("order_id", of: .order) }
    }
}

extension NoteDetails {
    init(_ note: Note) {
        self.init(
            id: note.id.wire, dateCreated: Timestamp(note.createdAt), text: note.text,
            user: Person(note.author))
    }
}

extension ContactChange {
    init(_ body: ContactToAdd) throws {
        guard let type = body.contactType else { throw Refusal.required("contacts.contact_type") }
        guard let role = ContactRole(rawValue: type.lowercased()) else {
            throw Refusal.invalid(
                "contacts.contact_type",
                "is \(type.quoted), has to be one of technical_contact, organization_contact")
        }
        self.init(
            role: role,
            contact: try ContactText(body).contact(needing: [.telephone], at: "contacts"))
    }
}
