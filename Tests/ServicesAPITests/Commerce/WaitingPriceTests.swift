import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// What is shown of the price of an order that nobody has approved yet.
@Suite("Prices of orders that wait, over HTTP")
struct WaitingPriceTests {
    private static let dv = "/order/certificate/ssl_dv_geotrust_flex"

    private static func setPrice(_ api: RunningAPI) async throws {
        try await api.installation.registry.database.write { tx in
            let account = try tx.rootAccount()!.id
            try tx.set(
                Price(
                    product: ProductCatalog.product("ssl_dv_geotrust_flex")!, years: 1,
                    cost: Money(cents: 10_000), name: Money(cents: 500), wildcard: .zero),
                of: account)
            for id in [account, ID(2)] {
                try tx.changeBalance(
                    of: id, by: Money(cents: 50_000), for: .deposit, at: StoppedClock.noon)
            }
        }
    }

    private static func body(_ change: [String: Any]) throws -> String {
        try SampleBody.order(
            ["organization": NSNull(), "certificate.dns_names": ["a.example.com"]]
                .merging(change) { $1 })
    }

    private static func prices(_ api: RunningAPI) async throws -> [Double?] {
        let listed = try await api.send(.get, "/order/certificate").json["orders"]
        return try #require(listed as? [[String: Any]]).map { $0["price"] as? Double }
    }

    @Test("the list leaves out what nobody has been charged, until somebody is")
    func list() async throws {
        try await RunningAPI.run { api in
            _ = try await api.addSubaccount()
            try await Self.setPrice(api)
            let bought = try await api.send(
                .post, "/voucher",
                #"{"vouchers":[{"product_name_id":"ssl_dv_geotrust_flex","no_of_fqdns":"1","#
                    + #""validity_years":1,"quantity":1}],"payment_method":"balance"}"#)
            let codes = try #require(try bought.json["codes"] as? [[String: Any]])
            let code = try #require(codes.first?["value"] as? String)
            let bodies = [
                try Self.body(["skip_approval": false]), try Self.body([:]),
                try Self.body(["skip_approval": false, "voucher_code": code]),
            ]
            for body in bodies {
                #expect(try await api.send(.post, Self.dv, body).status == 201)
            }
            _ = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(["skip_approval": false]))
            // One costs something, one is paid, one is paid by a voucher, one costs nothing.
            #expect(try await Self.prices(api) == [nil, 105, 0, 0])
            let decided = try await api.send(.put, "/request/1/status", #"{"status":"approved"}"#)
            #expect(decided.status == 204)
            #expect(try await Self.prices(api) == [105, 105, 0, 0])
        }
    }

    @Test("the account above sees what it would cost")
    func subaccount() async throws {
        try await RunningAPI.run { api in
            let key = try await api.addSubaccount()
            try await Self.setPrice(api)
            let placed = try await api.send(
                .post, Self.dv, Self.body(["skip_approval": false]), key: key)
            #expect(placed.status == 201)
            func cost(_ order: [String: Any]?) -> Double? {
                (order?["order_price"] as? [String: Any])?["cost"] as? Double
            }
            func costs() async throws -> [Double?] {
                let one = try await api.send(.get, "/account/subaccount/order/1").json
                let all = try await api.send(.get, "/account/subaccount/order").json["orders"]
                return [cost(one), cost((all as? [[String: Any]])?.first)]
            }
            #expect(try await costs() == [105, 105])
            _ = try await api.send(
                .put, "/request/1/status", #"{"status":"rejected"}"#, key: key)
            #expect(try await costs() == [0, 0])
        }
    }
}
