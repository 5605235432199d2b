import OrderCore
import Registration
import Storage
import Testing

@Suite struct VisibilityTests {
    private func seen(_ house: House, _ caller: Caller) async throws -> [ID<Order>] {
        try await house.orders.list(ListQuery(), for: caller).elements.map(\.order.id)
    }

    @Test("a user confined to a container sees its orders only")
    func containers() async throws {
        let house = try await House()
        let root = house.administrator.user.containerID
        let division = try await house.parties.addContainer(
            named: "Sales", description: nil, templateID: 1, below: root,
            for: house.administrator)
        let mine = try await house.place { $0.containerID = division }.order.id
        let other = try await house.place().order.id
        let user = try await house.caller(.manager, containers: [division])
        #expect(try await seen(house, user) == [mine])
        #expect(try await seen(house, house.administrator) == [mine, other])
        await #expect(throws: Refusal.notFound(.order)) {
            try await house.orders.file(.id(other), for: user)
        }
        await #expect(
            throws: Refusal(
                .invalidValue("container.id"),
                "container.id is \(root), which is no active container")
        ) { try await house.place(for: user) { $0.containerID = root } }
    }

    @Test("a limited user sees the orders that it placed")
    func ownOrders() async throws {
        let house = try await House()
        let user = try await house.caller(.limitedUser)
        let mine = try await house.place(for: user).order.id
        let other = try await house.place().order.id
        #expect(try await seen(house, user) == [mine])
        await #expect(throws: Refusal.notFound(.order)) {
            try await house.orders.file(.id(other), for: user)
        }
    }

    @Test("another account sees nothing and moves nothing")
    func strangers() async throws {
        let house = try await House()
        let placed = try await house.place(approval: .ask)
        let stranger = try await house.stranger()
        let before = try await house.store.dump()
        #expect(try await seen(house, stranger) == [])
        await #expect(throws: Refusal.notFound(.order)) {
            try await house.orders.file(.id(placed.order.id), for: stranger)
        }
        await #expect(throws: Refusal.notFound(.order)) {
            try await house.orders.cancel(placed.order.id, note: nil, for: stranger)
        }
        await #expect(throws: Refusal.notFound(.request)) {
            try await house.requests.decide(
                placed.request.id, .approved, comment: nil, for: stranger)
        }
        await #expect(throws: Refusal.notFound(.certificate)) {
            try await house.revocations.revokeCertificate(
                .id(placed.certificate.id),
                RevocationWish(reason: .superseded, comments: nil, approval: .skip), for: stranger)
        }
        #expect(try await house.store.dump() == before)
    }

    @Test("a custom field is asked for, checked, and kept with the order")
    func customFields() async throws {
        let house = try await House()
        let field = try await house.ask("Cost center", isRequired: true, as: .integer)
        await #expect(
            throws: Refusal(
                .requiredParameter("custom_fields"),
                "The custom field \"Cost center\", id \(field), is required.")
        ) { try await house.place() }
        await #expect(
            throws: Refusal(
                .invalidCustomFieldValue, "The value for \"Cost center\" is not of type int.")
        ) { try await house.place { $0.customFields = [field: "many"] } }
        await #expect(
            throws: Refusal(
                .invalidValue("custom_fields.metadata_id"),
                "custom_fields.metadata_id is 4711, which is no custom field")
        ) { try await house.place { $0.customFields = [field: "1", 4711: "x"] } }
        let id = try await house.place { $0.customFields = [field: "12"] }.order.id
        let file = try await house.orders.file(.id(id), for: house.administrator)
        #expect(
            file.customFields == [.init(fieldID: field, label: "Cost center", value: "12")])
    }
}
