import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

@Suite("Subaccounts over HTTP, after they were made")
struct SubaccountTranscripts {
    @Test("a subaccount is edited, and its parent sees what it has")
    func life() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("subaccount-life")
            let key = try await api.addSubaccount()
            let path = "/account/subaccount/2"
            for body in [
                #"{"child_name":"Cider","account_manager_user_id":"1","bill_parent":true}"#,
                #"{"account_manager_user_id":2}"#, #"{"allow_parent_order_renewal":true}"#,
                #"{"allow_parent_order_renewal":false}"#,
                #"{"child_name":"\#(String(repeating: "x", count: 65))"}"#,
            ] { transcript.note(try await api.send(.put, path, body), "edited?") }
            transcript.note(try await api.send(.get, path), "as it is now")
            transcript.note(try await api.send(.get, "/account/subaccount"), "in the list")
            transcript.note(
                try await api.send(
                    .put, path, #"{"bill_parent":false,"allow_removing_account_manager":true}"#),
                "nobody looks after it")
            transcript.note(try await api.send(.get, path), "as it is then")
            let added = try await api.send(
                .post, "/domain",
                #"{"name":"cider.example","organization":{"id":2},"validations":[{"type":"ov"}]}"#,
                key: key)
            #expect(added.status == 201)
            _ = try await api.send(
                .post, "/organization/2/validation", #"{"validations":[{"type":"ov"}]}"#, key: key)
            for path in [
                "\(path)/domain", "\(path)/domain?filters[search]=%25orchard",
                "\(path)/domain?filters[include_validation_reuse_status]=1&sort=-name",
                "\(path)/organization", "\(path)/organization?filters[status]=inactive",
                "\(path)/organization?filters[color]=blue", "\(path)/report",
                "/account/subaccount/1/domain", "/account/subaccount/77/organization",
                "/account/subaccount/77/report",
            ] { transcript.note(try await api.send(.get, path), path) }
            transcript.note(
                try await api.send(.put, "/account/subaccount/77", "{}"), "one that is not there")
            try transcript.check()
        }
    }

    @Test("an account above pays for what is billed to it, and gets back what came to nothing")
    func billing() async throws {
        try await RunningAPI.run { api in
            let key = try await api.addSubaccount()
            try await api.installation.registry.database.write { tx in
                let account = try tx.rootAccount()!.id
                try tx.set(
                    Price(
                        product: ProductCatalog.product("ssl_dv_geotrust_flex")!, years: 1,
                        cost: Money(cents: 10_000), name: .zero, wildcard: .zero), of: account)
                try tx.changeBalance(
                    of: account, by: Money(cents: 25_000), for: .deposit, at: StoppedClock.noon)
            }
            func place() async throws -> Exchange {
                try await api.send(
                    .post, "/order/certificate/ssl_dv_geotrust_flex",
                    SampleBody.order(["skip_approval": true, "organization": NSNull()]), key: key)
            }
            func balances() async throws -> [Double?] {
                let own = try await api.send(.get, "/finance/balance").json["balance"] as? String
                let child = try await api.send(.get, "/account/subaccount/2/balance").json
                return [own.flatMap(Double.init), child["amount"] as? Double]
            }
            func report() async throws -> [Double?] {
                let report = try await api.send(.get, "/account/subaccount/2/report").json
                return ["subaccount_price", "order_price"].map {
                    (report[$0] as? [String: Any])?["cost"] as? Double
                }
            }
            #expect(try await place().errorCode == "insufficient_funds")
            #expect(try await report() == [nil, nil])
            _ = try await api.send(
                .put, "/account/subaccount/2/balance",
                #"{"amount":100,"transaction_type":"deposit"}"#)
            #expect(try await place().status == 201)
            #expect(try await balances() == [250, 0])
            #expect(try await report() == [100, 0])
            let billed = try await api.send(.put, "/account/subaccount/2", #"{"bill_parent":1}"#)
            #expect(billed.status == 204)
            #expect(try await place().status == 201)
            #expect(try await place().status == 201)
            let refused = try await place()
            #expect(try refused.errorCode == "insufficient_funds")
            // It is not told what the account above has.
            #expect(!refused.text.contains("50.00"))
            #expect(try await balances() == [50, 0])
            #expect(try await report() == [100, 200])
            // Who pays from now on does not matter to what was paid.
            _ = try await api.send(.put, "/account/subaccount/2", #"{"bill_parent":0}"#)
            let canceled = try await api.send(
                .put, "/order/certificate/3/status", #"{"status":"CANCELED"}"#, key: key)
            #expect(canceled.status == 204)
            #expect(try await balances() == [150, 0])
            #expect(try await report() == [100, 100])
        }
    }

    @Test("accounts that count in different currencies do not pay for each other")
    func currencies() async throws {
        try await RunningAPI.run { api in
            _ = try await api.addSubaccount()
            let path = "/account/subaccount/2"
            let euros = #"{"currency":"EUR","products":[]}"#
            #expect(try await api.send(.put, "\(path)/products", euros).status == 204)
            let refused = try await api.send(.put, path, #"{"bill_parent":true}"#)
            #expect(try refused.errorCode == "invalid_value:bill_parent")
            let dollars = #"{"currency":"USD","products":[]}"#
            #expect(try await api.send(.put, "\(path)/products", dollars).status == 204)
            #expect(try await api.send(.put, path, #"{"bill_parent":true}"#).status == 204)
            let changed = try await api.send(.put, "\(path)/products", euros)
            #expect(try changed.errorCode == "invalid_value:currency")
        }
    }
}
