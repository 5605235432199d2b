import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import Testing
import TestKit

@Suite("Prices, vouchers and units over HTTP")
struct CommerceTranscripts {
    @Test("prices are listed, asked for and paid")
    func prices() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("prices")
            try await api.setPriceOfNames()
            try await api.installation.registry.database.write { tx in
                var limit = ProductLimit(
                    containerID: 1, role: nil,
                    product: ProductCatalog.product("ssl_multi_domain")!)
                limit.hashes = ["sha256"]
                limit.orderYears = [1, 2]
                limit.allowsAutoRenew = false
                try tx.set(limit)
            }
            let asked = #"""
                {"product_name_id":"ssl_multi_domain","certificate":{"dns_names":
                ["www.example.com","a.example.com","*.example.com","A.example.com"]},
                "order_validity":{"years":1}}
                """#
            let order = try SampleBody.order(["certificate.dns_names": ["a.example.com"]])
            for path in [
                "/product/pricing", "/product/platform-certformat-mapping",
                "/container/1/product-limits", "/container/77/product-limits",
            ] { transcript.note(try await api.send(.get, path), path) }
            transcript.note(
                try await api.send(.post, "/finance/order-pricing", asked), "what it would cost")
            transcript.note(
                try await api.send(
                    .post, "/finance/order-pricing", #"{"product_name_id":"ssl_multi_domain"}"#),
                "of nothing")
            transcript.note(
                try await api.send(.post, "/order/certificate/ssl_plus", order),
                "the container is limited")
            #expect(
                try await api.send(.post, "/order/certificate/ssl_multi_domain", order).status
                    == 201)
            for path in ["/finance/receipt/1", "/finance/receipt/77", "/finance/balance"] {
                transcript.note(try await api.send(.get, path), path)
            }
            let listed = try await api.send(.get, "/order/certificate").json["orders"]
            #expect((listed as? [[String: Any]])?.first?["price"] as? Double == 319.5)
            try transcript.check()
        }
    }

    @Test("a price counts each name once, however it is written")
    func names() async throws {
        try await RunningAPI.run { api in
            try await api.setPriceOfNames()
            let asked = #"""
                {"product_name_id":"ssl_multi_domain","certificate":{"common_name":
                "www.example.com","dns_names":["WWW.example.com.","bücher.example.com",
                "xn--bcher-kva.example.com"]},"order_validity":{"years":1}}
                """#
            let price = try await api.send(.post, "/finance/order-pricing", asked).json
            #expect((price["fqdns"] as? [String: Any])?["units"] as? Int == 1)
            // Beside a common name that is not told, both are further ones; a mark has none.
            for (product, units) in [("ssl_multi_domain", 2), ("vmc_basic", 1)] {
                let body =
                    #"{"product_name_id":"\#(product)","certificate":"#
                    + #"{"dns_names":["a.example.com","b.example.com"]},"validity_years":1}"#
                let price = try await api.send(.post, "/finance/order-pricing", body).json
                #expect((price["fqdns"] as? [String: Any])?["units"] as? Int == units)
            }
        }
    }

    @Test("an order that names no product takes one that may be ordered")
    func bestFit() async throws {
        try await RunningAPI.run { api in
            try await api.installation.registry.database.write { tx in
                try tx.set(
                    ProductLimit(
                        containerID: 1, role: nil,
                        product: ProductCatalog.product("ssl_multi_domain")!))
            }
            let path = "/order/certificate/ssl"
            let placed = try await api.send(.post, path, SampleBody.order())
            #expect(placed.status == 201)
            let order = try await api.send(.get, "/order/certificate/1").json
            #expect(order["product_name_id"] as? String == "ssl_multi_domain")
            let wildcard = try await api.send(
                .post, path, SampleBody.order(["certificate.common_name": "*.example.com"]))
            #expect(try wildcard.errorCode == "ambiguous_product")
            let elsewhere = try await api.send(
                .post, path, SampleBody.order(["container.id": 77]))
            #expect(try elsewhere.errorCode == "invalid_value:container.id")
            for product in ["", "/ssl_plus"] {
                let unknown = try await api.send(.get, "/product\(product)?container_id=77")
                #expect(unknown.status == 404)
            }
            let known = try await api.send(.get, "/product/ssl_plus?container_id=1")
            #expect(known.status == 200)
        }
    }

    @Test("the balance tells how it came to be, and vouchers what they would cost")
    func history() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("balance-history")
            try await api.setPriceOfNames()
            let vouchers = #"""
                {"vouchers":[{"product_name_id":"ssl_multi_domain","no_of_fqdns":"2",
                "validity_years":1,"quantity":2}],"payment_method":"balance"}
                """#
            #expect(try await api.send(.post, "/voucher", vouchers).status == 201)
            let order = try SampleBody.order(["certificate.dns_names": ["a.example.com"]])
            let placed = try await api.send(.post, "/order/certificate/ssl_multi_domain", order)
            #expect(placed.status == 201)
            try await api.installation.registry.database.write { tx in
                let account = try tx.rootAccount()!.id
                try tx.changeBalance(
                    of: account, by: Money(cents: 50_000), for: .deposit, at: StoppedClock.noon)
            }
            #expect(
                try await api.send(.post, "/order/certificate/ssl_multi_domain", order).status
                    == 201)
            for query in [
                "", "?sort=-credit,id&limit=2", "?filters[adjust_type]=charge&sort=-debit",
                "?container_id=77", "?filters[transaction_date]=2026-01-05&sort=order_id&limit=1",
                "?filters[expiration_date]=2026-01-05", "?filters[adjust_type]=gift",
                "?sort=balance_after,-transaction_date,receipt_id,transaction_type&limit=1",
            ] {
                let path = "/finance/balance-history" + query
                transcript.note(try await api.send(.get, path), path)
            }
            for body in [
                vouchers, "{}",
                #"{"vouchers":[{"product_name_id":"ssl_plus","quantity":1,"validity_days":90},"#
                    + #"{"product_name_id":"ssl_multi_domain","quantity":3,"validity_years":2}],"#
                    + #""billing_address":{"country":"no"}}"#,
                #"{"vouchers":[{"product_name_id":"ssl_plus","quantity":1,"validity_days":90,"#
                    + #""validity_years":1}]}"#,
            ] {
                transcript.note(try await api.send(.post, "/finance/voucher-pricing", body), "cost")
            }
            try transcript.check()
        }
    }

    @Test("vouchers are bought, looked up and redeemed")
    func vouchers() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("vouchers")
            try await api.setPriceOfNames()
            let bodies = [
                #"{"name":"Ada","vouchers":[{"product_name_id":"ssl_multi_domain","#
                    + #""no_of_fqdns":"1","validity_years":1,"quantity":2}],"#
                    + #""payment_method":"balance"}"#,
                #"{"vouchers":[{"product_name_id":"ssl_multi_domain","quantity":1,"#
                    + #""validity_years":1,"validity_days":9}],"payment_method":"balance"}"#,
                #"{"vouchers":[{"product_name_id":"ssl_multi_domain","quantity":9,"#
                    + #""validity_years":1}],"payment_method":"balance"}"#,
                #"{"vouchers":[{"product_name_id":"ssl_plus","quantity":1001,"#
                    + #""validity_years":1}],"payment_method":"balance"}"#,
                #"{"vouchers":[],"payment_method":"balance"}"#,
            ]
            var code = ""
            for body in bodies {
                let exchange = try await api.send(.post, "/voucher", body)
                transcript.note(exchange, "bought?")
                if let codes = try exchange.json["codes"] as? [[String: Any]] {
                    code = codes[0]["value"] as! String
                }
            }
            transcript.note(try await api.send(.get, "/voucher/"), "the list")
            try await api.closeGaps()
            let order = try SampleBody.order(["voucher_code": code])
            let placed = try await api.send(.post, "/order/certificate/ssl_multi_domain", order)
            #expect(placed.status == 201)
            transcript.note(
                try await api.send(.post, "/order/certificate/ssl_multi_domain", order),
                "a second time")
            transcript.note(try await api.send(.get, "/finance/receipt/2"), "its receipt")
            for path in ["/voucher/1", "/voucher/77", "/voucher?filters[status]=canceled"] {
                transcript.note(try await api.send(.get, path), path)
            }
            api.installation.clock.advance(days: 366)
            let late = try await api.send(.get, "/voucher/1").json["codes"]
            let statuses = (late as? [[String: Any]])?.map { $0["status"] as? String }
            #expect(statuses == ["used", "expired"])
            try transcript.check()
        }
    }

    @Test("a subaccount is given products, funds and units")
    func subaccount() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("subaccount-terms")
            _ = try await api.send(
                .post, "/account",
                #"""
                {"account_type":"managed","user":{"first_name":"Sub","last_name":"Account",
                "email":"sub@example.com"},"organization":{"name":"Sub","address":"1 Road",
                "zip":"1","city":"Town","state":"State","country":"us","telephone":"1"}}
                """#)
            let path = "/account/subaccount/2"
            transcript.note(
                try await api.send(.get, path + "/products?filters[x]=1"), "at first")
            let sets = [
                #"{"pricing_method":"units","balance_negative_limit":"222","products":["#
                    + #"{"product_name_id":"ssl_plus","prices":[{"lifetime":1,"cost":9.5}]}]}"#,
                #"{"products":[{"product_name_id":"ssl_gold"}]}"#,
                #"{"pricing_method":"barter","products":[]}"#, #"{}"#,
            ]
            for body in sets {
                transcript.note(try await api.send(.put, path + "/products", body), "set?")
            }
            transcript.note(
                try await api.send(
                    .post, "/units/order",
                    #"{"unit_account_id":2,"notes":"spring","bundle":["#
                        + #"{"product_name_id":"ssl_plus","units":"5"}]}"#), "units")
            transcript.note(
                try await api.send(
                    .post, "/units/order",
                    #"{"unit_account_id":9,"bundle":[{"product_name_id":"ssl_plus","units":5}]}"#),
                "units for nobody")
            for body in [
                #"{"amount":5000,"transaction_type":"deposit"}"#,
                #"{"amount":0.5,"transaction_type":"withdraw"}"#,
                #"{"amount":1,"transaction_type":"steal"}"#,
            ] { transcript.note(try await api.send(.put, path + "/balance", body), "adjusted?") }
            for path in [
                path + "/products", path + "/product-limits", path + "/balance", "/units/order",
                "/units/order?filters[unit_account_id]=3", "/units/order/1", "/units/order/77",
                "/account/subaccount/77/products",
            ] { transcript.note(try await api.send(.get, path), path) }
            transcript.note(try await api.send(.put, "/units/order/1/cancel"), "taken back")
            transcript.note(try await api.send(.put, "/units/order/1/cancel"), "once more")
            transcript.note(
                try await api.send(.get, "/units/order?filters[status]=canceled"), "the list")
            try transcript.check()
        }
    }
}
