import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

@Suite("The account over HTTP: its mailboxes, and which letters it wants")
struct AccountTranscripts {
    private static func setting(_ name: String, _ value: Any) throws -> String {
        try SampleBody.json(["account_settings": [["name": name, "value": value]]])
    }

    @Test("mailboxes are replaced as lists, and settings one by one")
    func settings() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("account-settings")
            let bodies = [
                #"{"admin_email":"ada@example.com, ops@example.com,ADA@example.com","#
                    + #""emergency_emails":"night@example.com"}"#,
                #"{"admin_email":"ops@example.com"}"#, #"{"admin_email":"ops@example.com, none"}"#,
                #"{"emergency_emails":"night@example.com"}"#, #"{"admin_email":" , "}"#,
            ]
            for body in bodies {
                transcript.note(try await api.send(.put, "/account", body), "set?")
            }
            transcript.note(try await api.send(.get, "/account"), "as it is now")
            let settings: [(String, Any)] = [
                ("renewal_email_recipients", #"["order-users","admin"]"#),
                ("approval_email_recipients", "[]"), ("rejection_email_recipients", "everybody"),
                ("rejection_email_recipients", #"["everybody"]"#),
                ("account_fund_adjustment_notices", 1), ("account_fund_adjustment_notices", "on"),
                ("account_fund_expiry_notices", 1), ("no_top_level_container_in_email", "0"),
                ("confirmation_email_recipients", "[]"),
                ("confirmation_email_recipients", #"["admin"]"#), ("email_preference", "{}"),
                ("email_preference", #"{"org-approval":["all"]}"#), ("color", "blue"),
            ]
            for (name, value) in settings {
                transcript.note(
                    try await api.send(.put, "/account/settings", Self.setting(name, value)), name)
            }
            for body in ["{}", #"{"account_settings":[{"name":"email_preference"}]}"#] {
                transcript.note(try await api.send(.put, "/account/settings", body), "refused")
            }
            let confined = try await api.installation.addUser(.administrator, containers: [1])
            transcript.note(
                try await api.send(
                    .put, "/account", #"{"admin_email":"me@example.com"}"#, key: confined.apiKey),
                "by whoever is confined to containers")
            try transcript.check()
        }
    }

    @Test("decisions are told to those whom the account names")
    func decisions() async throws {
        try await RunningAPI.run { api in
            for _ in 1...4 {
                let placed = try await api.send(
                    .post, "/order/certificate/ssl_plus",
                    SampleBody.order(["skip_approval": false]))
                #expect(placed.status == 201)
            }
            func decide(_ id: Int, _ status: String) async throws {
                let decided = try await api.send(
                    .put, "/request/\(id)/status",
                    #"{"status":"\#(status)","processor_comment":"Ask Ada."}"#)
                #expect(decided.status == 204)
            }
            try await decide(1, "approved")
            try await decide(2, "rejected")
            #expect(try await api.letters() == [])
            _ = try await api.send(
                .put, "/account", #"{"admin_email":"ops@example.com,night@example.com"}"#)
            for name in ["approval", "rejection"] {
                let set = try await api.send(
                    .put, "/account/settings",
                    Self.setting("\(name)_email_recipients", #"["admin"]"#))
                #expect(set.status == 204)
            }
            try await decide(3, "approved")
            try await decide(4, "rejected")
            #expect(
                try await api.letters() == [
                    "ops@example.com: The order for www.example.com was approved",
                    "night@example.com: The order for www.example.com was approved",
                    "ops@example.com: The order for www.example.com was rejected",
                    "night@example.com: The order for www.example.com was rejected",
                ])
        }
    }

    @Test("an account that wants it is told when its balance is adjusted")
    func adjustments() async throws {
        try await RunningAPI.run { api in
            let key = try await api.addSubaccount()
            let deposit = #"{"amount":5,"transaction_type":"deposit"}"#
            _ = try await api.send(.put, "/account/subaccount/2/balance", deposit)
            #expect(try await api.letters() == [])
            let set = try await api.send(
                .put, "/account/settings", Self.setting("account_fund_adjustment_notices", 1),
                key: key)
            #expect(set.status == 204)
            _ = try await api.send(.put, "/account/subaccount/2/balance", deposit)
            _ = try await api.send(
                .put, "/account/subaccount/2/balance",
                #"{"amount":2.5,"transaction_type":"withdraw"}"#)
            #expect(
                try await api.letters() == [
                    "sub@example.com: 5.00 USD were added to the balance",
                    "sub@example.com: 2.50 USD were taken from the balance",
                ])
        }
    }
}

extension RunningAPI {
    /// Makes the account 2, below that of the caller, and returns its key.
    func addSubaccount() async throws -> String {
        let made = try await send(
            .post, "/account",
            #"""
            {"account_type":"managed","user":{"first_name":"Sub","last_name":"Account",
            "email":"sub@example.com"},"organization":{"name":"Sub","address":"1 Road",
            "zip":"1","city":"Town","state":"State","country":"us","telephone":"1"}}
            """#)
        return try #require(made.json["api_key"] as? String)
    }

    /// To whom letters wait to be sent, and what they are about.
    func letters() async throws -> [String] {
        try await installation.registry.database.read {
            try $0.waitingMessages(max: 100).map { "\($0.recipient): \($0.subject)" }
        }
    }
}
