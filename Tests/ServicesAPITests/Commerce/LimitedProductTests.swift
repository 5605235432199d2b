import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// What the limits of a container leave of products, as they are described.
@Suite("Products of a container with limits")
struct LimitedProductTests {
    private static func limit(
        _ container: ID<Container>, _ product: String, role: Role? = nil,
        _ change: (inout ProductLimit) -> Void = { _ in }
    ) -> ProductLimit {
        var limit = ProductLimit(
            containerID: container, role: role, product: ProductCatalog.product(product)!)
        change(&limit)
        return limit
    }

    /// The administrator's container 1 is free, container 2 is limited.
    private static func run(_ body: @escaping @Sendable (RunningAPI) async throws -> Void)
        async throws
    {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/container/1/children", #"{"name":"History"}"#)
            try await api.installation.registry.database.write { tx in
                try tx.set(
                    limit(2, "ssl_plus") {
                        $0.hashes = ["sha384", "sha512"]
                        $0.orderYears = [1, 2]
                        $0.certificateYears = [1]
                        $0.issuerIDs = [77]
                        $0.allowsAutoRenew = false
                        $0.allowsAutoReissue = false
                    })
                try tx.set(limit(2, "ssl_basic", role: .manager))
            }
            try await body(api)
        }
    }

    @Test("a product is shown with what is allowed of it, in lists and by itself")
    func shown() async throws {
        try await Self.run { api in
            let list = try await api.send(.get, "/product?container_id=2").json
            let products = try #require(list["products"] as? [[String: Any]])
            #expect(products.map { $0["name_id"] as? String } == ["ssl_plus"])
            let one = try await api.send(.get, "/product/ssl_plus?container_id=2").json
            for product in products + [one] {
                #expect(product["allowed_container_ids"] as? [Int] == [1, 2])
                #expect(product["allowed_validity_years"] as? [Int] == [1])
                #expect(product["allowed_order_validity_years"] as? [Int] == [1, 2])
                #expect(product["max_multi_year_order_validity_years"] as? Int == 2)
                #expect(product["allow_auto_renew"] as? Bool == false)
                #expect(product["allow_auto_reissue"] as? Bool == false)
                #expect((product["allowed_ca_certs"] as? [Any])?.isEmpty == true)
                let hashes = try #require(product["signature_hash_types"] as? [String: Any])
                let allowed = hashes["allowed_hash_types"] as? [[String: String]]
                #expect(allowed?.map { $0["id"] } == ["sha384", "sha512"])
                #expect(hashes["default_hash_type_id"] as? String == "sha384")
            }
        }
    }

    @Test("elsewhere it is as it was, and others are not for the container")
    func elsewhere() async throws {
        try await Self.run { api in
            let free = try await api.send(.get, "/product/ssl_plus").json
            #expect(free["allowed_order_validity_years"] as? [Int] == [1, 2, 3])
            #expect(free["allow_auto_renew"] as? Bool == true)
            #expect((free["allowed_ca_certs"] as? [Any])?.count == 1)
            for query in ["", "?container_id=2"] {
                let other = try await api.send(.get, "/product/ssl_basic" + query).json
                #expect(other["allowed_container_ids"] as? [Int] == [1])
            }
        }
    }
}
