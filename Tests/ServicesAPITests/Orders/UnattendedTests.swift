import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

/// Which orders go on without anybody doing anything.
@Suite("Orders that are renewed or reissued by themselves")
struct UnattendedTests {
    @Test(
        "auto_renew is refused where the contract has none",
        arguments: [
            ("ssl_plus", 201), ("code_signing", 201), ("code_signing_ev", 400),
            ("ds_org", 400), ("client_premium", 201),
        ])
    func renewal(product: String, status: Int) async throws {
        try await RunningAPI.run { api in
            guard let product = ProductCatalog.product(product) else {
                Issue.record("no such product")
                return
            }
            let order = try SampleBody.order(for: product, ["auto_renew": 1])
            let placed = try await api.send(
                .post, "/order/certificate/\(product.nameID)", order)
            #expect(placed.status == status)
            let shown = try await api.send(.get, "/product/\(product.nameID)").json
            #expect(shown["allow_auto_renew"] as? Bool == (status == 201))
        }
    }

    @Test(
        "multi-year plans are of public TLS and marks",
        arguments: ["ssl_plus", "private_ssl_plus", "code_signing"])
    func plans(product: String) async throws {
        try await RunningAPI.run { api in
            guard let product = ProductCatalog.product(product) else { return }
            let order = try SampleBody.order(
                for: product, ["auto_reissue": 1, "order_validity.years": 3])
            let placed = try await api.send(.post, "/order/certificate/\(product.nameID)", order)
            #expect(placed.status == 201)
            let isPlan = product.nameID == "ssl_plus"
            let shown = try await api.send(.get, "/product/\(product.nameID)").json
            #expect(shown["allow_auto_reissue"] as? Bool == isPlan)
            let changed = try await api.send(
                .put, "/order/certificate/1/auto-reissue", #"{"auto_reissue":1}"#)
            #expect(changed.status == (isPlan ? 204 : 400))
        }
    }
}
