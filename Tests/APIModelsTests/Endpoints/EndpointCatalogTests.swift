import APIModels
import Foundation
import Testing

@Suite struct EndpointCatalogTests {
    @Test("no two endpoints match the same request")
    func distinct() {
        let shapes = EndpointCatalog.all.map(\.shape)
        #expect(Set(shapes).count == shapes.count)
    }

    @Test("paths begin with a slash, end without one and hold no empty segment")
    func paths() {
        for path in EndpointCatalog.all.map(\.path) {
            let segments = path.split(separator: "/", omittingEmptySubsequences: false)
            #expect(segments.first == "" && !segments.dropFirst().contains(""), "\(path)")
        }
    }

    @Test("the catalog is the list of the contract")
    func golden() throws {
        let golden = try WireFixture.folder.appendingPathComponent("endpoints.txt")
        let lines = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
        let written = EndpointCatalog.all.map { "\($0)\n" }.joined()
        #expect(written == lines)
    }

    @Test("reading answers 200, creating 201, changing 204, revoking either")
    func statuses() {
        #expect(Endpoint.showOrder.success == 200)
        #expect(Endpoint.placeOrder.success == 201)
        #expect(Endpoint.reissueCertificate.success == 201)
        #expect(Endpoint.decideRequest.success == 204)
        #expect(Endpoint.createCustomField.success == 204)
        #expect(Endpoint.revokeOrder.success == 201)
        #expect(Endpoint.revokeOrder.successWithoutAnswer == 204)
        #expect(Endpoint.placeOrder.successWithoutAnswer == nil)
    }

    @Test("a signature reads as a request line")
    func description() {
        #expect(
            Endpoint.placeOrder.signature.description
                == "POST /order/certificate/{product_name_id}")
    }
}

extension Signature {
    /// The signature with its parameters unnamed.
    fileprivate var shape: String {
        let segments = path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : $0 }
        return "\(method.rawValue) \(segments.joined(separator: "/"))"
    }
}
