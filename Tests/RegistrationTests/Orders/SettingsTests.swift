import OrderCore
import Registration
import Storage
import Testing

@Suite struct SettingsTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (House, ID<Order>, Caller) async throws -> Void
    }

    static let changes = [
        Change(testDescription: "a setting") { house, id, caller in
            try await house.settings.change(id, for: caller) { $0.disableCT = true }
        },
        Change(testDescription: "automatic reissue") { house, id, caller in
            try await house.settings.setAutoReissue(false, of: id, for: caller)
        },
        Change(testDescription: "guest access") { house, id, caller in
            try await house.settings.setGuestAccess(false, of: id, for: caller)
        },
        Change(testDescription: "a note") { house, id, caller in
            _ = try await house.settings.addNote("Hm.", to: id, for: caller)
        },
        Change(testDescription: "a custom field") { house, id, caller in
            let field = try await house.ask("Cost center", isRequired: false, as: .text)
            try await house.settings.answer(field, "12", on: id, for: caller)
        },
        Change(testDescription: "a contact") { house, id, caller in
            let change = ContactChange(
                role: .technical,
                contact: Contact(
                    firstName: "Tess", lastName: "Tech", email: "t@example.com", jobTitle: nil,
                    telephone: "1", telephoneExtension: nil))
            try await house.settings.changeContacts([change], of: id, for: caller)
        },
        Change(testDescription: "the archive") { house, id, caller in
            let duplicate = try await house.duplicate(id).certificate.id
            try await house.archive.move(duplicate, to: .archive, for: caller)
        },
    ]

    @Test("every change counts in the order's version", arguments: changes)
    func versions(change: Change) async throws {
        let house = try await House()
        let id = try await house.place().order.id
        let before = try #require(try await house.order(id)?.version)
        try await change.make(house, id, house.administrator)
        let after = try #require(try await house.order(id)?.version)
        #expect(after > before)
    }

    @Test("another account changes nothing", arguments: changes)
    func strangers(change: Change) async throws {
        let house = try await House()
        let id = try await house.place().order.id
        let stranger = try await house.stranger()
        let orders = { try await house.store.dump().filter { $0.hasPrefix("order") } }
        let before = try await orders()
        await #expect(throws: Refusal.self) { try await change.make(house, id, stranger) }
        let after = try await orders()
        #expect(change.testDescription == "the archive" || before == after)
    }

    @Test("a setting made while another one is being made is kept")
    func atOnce() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        async let one: Void = house.settings.change(id, for: house.administrator) {
            $0.disableCT = true
        }
        async let other: Void = house.settings.change(id, for: house.administrator) {
            $0.customRenewalMessage = "Soon."
        }
        _ = try await (one, other)
        let settings = try await house.order(id)?.settings
        #expect(settings?.disableCT == true)
        #expect(settings?.customRenewalMessage == "Soon.")
    }
}
