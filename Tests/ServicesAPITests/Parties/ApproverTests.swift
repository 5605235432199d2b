import HTTPTypes
import OrderCore
import TestKit
import Testing

/// Those who speak for an organization where it is checked.
@Suite("Verified contacts of organizations")
struct ApproverTests {
    private static let person =
        #""first_name":"Gia","last_name":"Booth","job_title":"CFO","telephone":"5","#
        + #""email":"gia@example.com""#

    private static func submit(
        _ api: RunningAPI, _ validations: String
    ) async throws -> Exchange {
        try await api.send(
            .post, "/organization/1/validation", #"{"validations":[\#(validations)]}"#)
    }

    /// The names of those who are told of for each type.
    private static func speaking(_ answer: Exchange) throws -> [String: [String]] {
        let validations = try answer.json["validations"] as? [[String: Any]] ?? []
        return Dictionary(
            uniqueKeysWithValues: validations.compactMap { validation in
                guard let users = validation["verified_users"] as? [[String: Any]] else {
                    return nil
                }
                let names = users.map { "\($0["id"] ?? "") \($0["last_name"] ?? "")" }
                return (validation["type"] as? String ?? "", names)
            })
    }

    @Test("whoever is named in a submission is told of, once, for each type that names it")
    func kept() async throws {
        try await RunningAPI.run { api in
            for validations in [
                #"{"type":"ev","verified_users":[{"id":1},{\#(Self.person)}]}"#,
                #"{"type":"cs","contacts":[{\#(Self.person)}]},{"type":"ev_cs","user":{"id":1}}"#,
                #"{"type":"ds","contacts":[{"id":2}]},{"type":"ev","verified_users":[{"id":"1"}]}"#,
            ] {
                #expect(try await Self.submit(api, validations).status == 204, "\(validations)")
            }
            let names = try Self.speaking(try await api.send(.get, "/organization/1/validation"))
            #expect(
                names == [
                    "ev": ["1 Administrator", "2 Booth"], "cs": ["2 Booth"],
                    "ev_cs": ["1 Administrator"], "ds": ["2 Booth"],
                ])
            let info = try await api.send(.get, "/organization/1").json
            let contacts = try #require(info["verified_contacts"] as? [[String: Any]])
            #expect(contacts.map { $0["id"] as? Int } == [1, 2])
            #expect(contacts.map { $0["user_id"] as? Int } == [1, nil])
            #expect(contacts.map { $0["job_title"] as? String } == ["Administrator", "CFO"])
            #expect((info["ev_approvers"] as? [[String: Any]])?.count == 2)
            let list = try await api.send(.get, "/organization?include_validation=true").json
            let first = try #require((list["organizations"] as? [[String: Any]])?.first)
            #expect((first["ev_approvers"] as? [[String: Any]])?.count == 2)
            let domain = try await api.send(.post, "/domain/1/validation", Self.domainBody)
            #expect(domain.status == 200)
            for path in ["/domain/1?include_validation=true", "/domain/1/validation"] {
                #expect(
                    try Self.speaking(try await api.send(.get, path))
                        == ["ev": ["1 Administrator", "2 Booth"]], "\(path)")
            }
        }
    }

    private static let domainBody = #"{"validations":[{"type":"ev"}]}"#

    @Test("nobody is named who is not known, or of whom too little is told")
    func refused() async throws {
        try await RunningAPI.run { api in
            for (validations, code) in [
                (
                    #"{"type":"ev","verified_users":[{"id":77}]}"#,
                    "invalid_value:validations.verified_users"
                ),
                (
                    #"{"type":"ev","contacts":[{"id":77}]}"#,
                    "invalid_value:validations.verified_users"
                ),
                (
                    #"{"type":"ev","verified_users":[{"first_name":"Gia"}]}"#,
                    "required_param:validations.verified_users.last_name"
                ),
            ] {
                let answer = try await Self.submit(api, validations)
                #expect(answer.status == 400)
                #expect(try answer.errorCode == code)
            }
            let shown = try await api.send(.get, "/organization/1/validation")
            #expect(try Self.speaking(shown) == [:])
        }
    }

    @Test("a user who speaks for an organization is not taken away, and an order may name the rest")
    func named() async throws {
        try await RunningAPI.run { api in
            let user = try await api.send(
                .post, "/user",
                #"{"username":"uma","first_name":"Uma","last_name":"User","#
                    + #""email":"uma@example.com","access_roles":[{"id":5}]}"#)
            let id = try #require(try user.json["id"] as? Int)
            let submission = #"{"type":"ev","verified_users":[{"id":\#(id)},{\#(Self.person)}]}"#
            #expect(try await Self.submit(api, submission).status == 204)
            #expect(try await api.send(.delete, "/user/\(id)").status == 204)
            let left = try await api.send(.get, "/user/\(id)").json
            #expect(left["status"] as? String == "inactive")
            let placed = try await api.send(
                .post, "/order/certificate/ssl_ev_plus",
                try SampleBody.order([
                    "organization": [
                        "id": 1, "contacts": [["contact_type": "ev_approver", "id": 2]],
                    ] as [String: Any]
                ]))
            #expect(placed.status == 201)
            let order = try await api.send(.get, "/order/certificate/1").json
            let contacts = order["verified_contacts"] as? [[String: Any]]
            #expect(contacts?.first?["email"] as? String == "gia@example.com")
        }
    }

    @Test("an organization may be added with them, and goes with them")
    func added() async throws {
        try await RunningAPI.run { api in
            let added = try await api.send(
                .post, "/organization",
                #"{"name":"Epigyne","address":"1 Street","city":"Minneapolis","state":"mn","#
                    + #""zip":55401,"country":"us","telephone":1,"#
                    + #""organization_contact":{\#(Self.person)},"#
                    + #""validations":[{"type":"ev","verified_users":[{\#(Self.person)}]}]}"#)
            #expect(added.status == 201)
            let info = try await api.send(.get, "/organization/2").json
            #expect((info["verified_contacts"] as? [[String: Any]])?.count == 1)
            #expect(try await api.send(.delete, "/organization/2").status == 204)
        }
    }
}
