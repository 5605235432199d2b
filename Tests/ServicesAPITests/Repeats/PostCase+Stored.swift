import Foundation
import HTTPTypes
import Issuance
import OrderCore
import TestKit
import Testing

extension PostCase {
    /// Those whose work no list shows: their rows are counted in the store.
    static let stored: [PostCase] = [
        stored(
            "/order/certificate/{order_id}/vmc/logo", at: "/order/certificate/2/vmc/logo",
            in: "logos", body: { SampleLogo.svg }
        ).prepared(placeMark),
        stored(
            "/order/certificate/{order_id}/vmc/encoded-logo",
            at: "/order/certificate/2/vmc/encoded-logo", in: "logos",
            body: { #"{"logo":"\#(Gzip.encoded(Array(SampleLogo.svg.utf8)))"}"# }
        ).prepared(placeMark),
        stored(
            "/order/certificate/{order_id}/site-seal/email-seal",
            at: "/order/certificate/1/site-seal/email-seal", in: "messages", body: { "{}" }),
        stored(
            "/domain/{domain_id}/dcv/emails", at: "/domain/1/dcv/emails", in: "messages",
            body: { #"{"email_array":["admin@example.com"]}"# }),
        stored(
            "/container/{container_id}/ip/rules", at: "/container/1/ip/rules", in: "ip_rules",
            body: { #"{"ip_address":"192.0.2.1","ip_address_end":"192.0.2.9","user_id":2}"# }
        ).prepared { api in _ = try await api.installation.addUser(.standardUser) },
        deposit,
    ]

    private static var deposit: PostCase {
        var deposit = stored(
            "/account/subaccount/{subaccount_id}/balance", at: "/account/subaccount/2/balance",
            in: "balance_entries", body: { #"{"amount":5,"transaction_type":"deposit"}"# }
        ).prepared(addSubaccount)
        deposit.method = .put
        return deposit
    }

    private static func stored(
        _ template: String, at path: String, in table: String,
        body: @escaping @Sendable () throws -> String
    ) -> PostCase {
        var post = PostCase(template, at: path, counted: "", "", body: body)
        post.table = table
        return post
    }

    /// Places the order 2, for a mark whose logo is still to come.
    @Sendable private static func placeMark(_ api: RunningAPI) async throws {
        let mark = try #require(ProductCatalog.product("vmc_basic"))
        let placed = try await api.send(
            .post, "/order/certificate/vmc_basic",
            try SampleBody.order(for: mark, ["vmc": NSNull()]))
        #expect(placed.status == 201)
    }
}
