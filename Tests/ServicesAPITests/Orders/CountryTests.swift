import HTTPTypes
import OrderCore
import Testing
import TestKit

@Suite("Countries in an order over HTTP")
struct CountryTests {
    @Test("of a trademark are those of ISO 3166-1, and regional offices")
    func marks() async throws {
        let product = try #require(ProductCatalog.product("vmc_basic"))
        try await RunningAPI.run { api in
            for (code, isTaken) in ["em": true, "EU": true, "No": true, "ZZ": false, "u1": false] {
                let data = ["country_code": code, "registration_number": "12345"]
                let body = try SampleBody.order(for: product, ["vmc.mark_type_data": data])
                let placed = try await api.send(.post, "/order/certificate/vmc_basic", body)
                #expect(placed.status == (isTaken ? 201 : 400), "\(code)")
                guard !isTaken else { continue }
                #expect(
                    try placed.errorCode == "invalid_value:vmc.mark_type_data.country_code")
            }
            let waiting = try SampleBody.order(for: product, ["vmc": ["enable_hosting": "1"]])
            let order = try await api.send(.post, "/order/certificate/vmc_basic", waiting)
            let id = try #require(try order.json["id"] as? Int)
            let refused = try await api.send(
                .put, "/order/certificate/\(id)/vmc",
                #"{"mark_type_data":{"country_code":"zz"}}"#)
            #expect(try refused.errorCode == "invalid_value:mark_type_data.country_code")
        }
    }

    @Test("of a token's address are those of ISO 3166-1")
    func shipping() async throws {
        let address = [
            "name": "Ada", "addr1": "1 Street", "city": "Town", "state": "Utah", "zip": "84043",
            "country": "zz",
        ]
        let product = try #require(ProductCatalog.product("code_signing"))
        let body = try SampleBody.order(
            for: product,
            [
                "certificate.csr": "", "cs_provisioning_method": "ship_token",
                "ship_info": address,
            ])
        try await RunningAPI.run { api in
            let refused = try await api.send(.post, "/order/certificate/code_signing", body)
            #expect(try refused.errorCode == "invalid_value:ship_info.country")
        }
    }
}
