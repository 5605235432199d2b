import Foundation
import HTTPTypes
import OrderCore
import Testing
import TestKit

@Suite("Contacts in an order over HTTP")
struct OrderContactTests {
    private static let ada = [
        "first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.com",
    ]

    private struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let code: String
        let body: String

        /// - Parameter change: what stands beside Ada's name and address, or instead of it.
        init(_ title: String, _ member: String, _ code: String, _ change: [String: String]) throws {
            testDescription = title
            self.code = code
            let contact = change.isEmpty ? [:] : ada.merging(change) { $1 }
            let isList = member == "organization.contacts"
            let given: Any = isList ? [contact.filter { $0.value != "-" }] : contact
            body = try SampleBody.order([member: given])
        }
    }

    @Test("are refused by the member that is wrong")
    func wrong() async throws {
        let list = "organization.contacts"
        let long = String(repeating: "x", count: 129)
        let nobody = ["first_name": "-", "last_name": "-", "email": "-"]
        let cases = try [
            Case(
                "a type that is none", list, "invalid_value:\(list).contact_type",
                ["contact_type": "nonsense"]),
            Case("no type", list, "required_param:\(list).contact_type", ["telephone": "1"]),
            Case(
                "a type alone", list, "required_param:\(list).first_name",
                nobody.merging(["contact_type": "ev_approver"]) { $1 }),
            Case(
                "a technical contact without a mailbox", list, "required_param:\(list).email",
                ["contact_type": "technical_contact", "email": "-"]),
            Case(
                "a mailbox that is none", list, "invalid_value:\(list).email",
                ["contact_type": "verified_contact", "email": "nope"]),
            Case(
                "a long name", list, "invalid_value:\(list).first_name",
                ["contact_type": "organization_contact", "first_name": long]),
            Case(
                "a user with a long name", list, "invalid_value:\(list).last_name",
                ["contact_type": "ev_approver", "user_id": "1", "last_name": long]),
            Case(
                "a mailbox that is none", "technical_contact",
                "invalid_value:technical_contact.email", ["email": "nope"]),
            Case(
                "no last name", "organization_contact",
                "required_param:organization_contact.last_name", ["last_name": ""]),
            Case(
                "blanks for a name", "organization_contact",
                "required_param:organization_contact.first_name", ["first_name": " "]),
        ]
        try await RunningAPI.run { api in
            for wrong in cases {
                let refused = try await api.send(
                    .post, "/order/certificate/ssl_plus", wrong.body)
                #expect(refused.status == 400, "\(wrong.testDescription)")
                #expect(try refused.errorCode == wrong.code, "\(wrong.testDescription)")
            }
        }
    }

    @Test("count in any case of their words, and empty objects are none")
    func taken() async throws {
        let contacts: [[String: Any]] = [
            [:], ["email": "", "first_name": NSNull()],
            Self.ada.merging(["contact_type": "EV_Approver"]) { $1 },
            Self.ada.merging(["contact_type": "Technical_Contact"]) { $1 },
            ["contact_type": "verified_contact", "user_id": 1],
        ]
        let body = try SampleBody.order([
            "organization.contacts": contacts, "organization_contact": ["telephone": ""],
            "technical_contact": [String: Any](),
        ])
        try await RunningAPI.run { api in
            let placed = try await api.send(.post, "/order/certificate/ssl_plus", body)
            #expect(placed.status == 201)
            let order = try await api.send(.get, "/order/certificate/1").json
            let technical = try #require(order["technical_contact"] as? [String: Any])
            #expect(technical["email"] as? String == "ada@example.com")
            let approvers = try #require(order["verified_contacts"] as? [[String: Any]])
            #expect(approvers.count == 2)
            #expect(approvers[0]["first_name"] as? String == "Ada")
        }
    }

    @Test("keep what they are shown with and a change leaves out, also of the organization's")
    func inherited() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            func contact(_ role: String) async throws -> [String: String]? {
                let order = try await api.send(.get, "/order/certificate/1").json
                return order[role] as? [String: String]
            }
            let changed = try await api.send(
                .put, "/organization/1/contact",
                """
                {"contacts":[{"contact_type":"organization_contact","first_name":"Ada",\
                "last_name":"Lovelace","email":"ada@example.com","telephone":"1",\
                "job_title":"Countess","telephone_extension":"12"}]}
                """)
            #expect(changed.status == 204)
            #expect(try await contact("technical_contact")?["job_title"] == "Countess")
            for role in ["technical_contact", "organization_contact"] {
                let body = try SampleBody.json([
                    "contacts": [
                        Self.ada.merging(["contact_type": role, "telephone": "2"]) { $1 }
                    ]
                ])
                #expect(
                    try await api.send(.put, "/order/certificate/1/contact", body).status == 204)
                let shown = try await contact(role)
                #expect(shown?["telephone"] == "2")
                #expect(shown?["job_title"] == "Countess", "\(role)")
                #expect(shown?["telephone_extension"] == "12", "\(role)")
            }
        }
    }

    @Test("of no known type approve no mark")
    func marks() async throws {
        let contacts = [Self.ada.merging(["contact_type": "nonsense"]) { $1 }]
        let body = try SampleBody.order(
            for: try #require(Self.mark), ["organization.contacts": contacts])
        let none = try SampleBody.order(
            for: try #require(Self.mark), ["organization.contacts": [[String: Any]()]])
        try await RunningAPI.run { api in
            let path = "/order/certificate/vmc_basic"
            let refused = try await api.send(.post, path, body)
            #expect(
                try refused.errorCode == "invalid_value:organization.contacts.contact_type")
            let missing = try await api.send(.post, path, none)
            #expect(try missing.errorCode == "required_param:organization.contacts")
        }
    }

    private static let mark = ProductCatalog.product("vmc_basic")
}
