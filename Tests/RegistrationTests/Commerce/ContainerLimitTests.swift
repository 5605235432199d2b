import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// The limits of a container, held against further certificates of its orders.
@Suite struct ContainerLimitTests {
    private static let product = ProductCatalog.product("ssl_basic")!

    /// An issued order, and then limits for its container.
    private func house(
        _ product: Product = product, in given: House? = nil,
        _ change: (inout ProductLimit) -> Void = { _ in }
    ) async throws -> (House, ID<Order>) {
        let house: House
        if let given { house = given } else { house = try await House() }
        let id = try await house.place(product: Self.product.nameID).order.id
        var limit = ProductLimit(
            containerID: house.administrator.user.containerID, role: nil, product: product)
        change(&limit)
        let set = limit
        try await house.store.write { try $0.set(set) }
        return (house, id)
    }

    private func wish(
        _ filing: FurtherWish.Filing, in house: House,
        _ change: (inout CertificateWish.Text) -> Void = { _ in }
    ) throws -> FurtherWish {
        FurtherWish(
            certificate: try .sample(Self.product, authority: house.registry.authority, change),
            approval: .skip, comments: nil, filing: filing,
            control: ControlWish(method: .dnsTXT))
    }

    private func refusal(
        _ filing: FurtherWish.Filing, of id: ID<Order>, in house: House,
        _ change: (inout CertificateWish.Text) -> Void = { _ in }
    ) async throws -> Refusal? {
        do {
            _ = try await house.further.request(
                try wish(filing, in: house, change), on: id, for: house.administrator)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    @Test("a hash, a wildcard, a life or an issuer that is not allowed is refused as in an order")
    func certificate() async throws {
        let (house, id) = try await house {
            $0.hashes = ["sha256"]
            $0.allowsWildcards = false
            $0.certificateYears = [1]
            $0.orderYears = [3]
        }
        #expect(
            try await refusal(.reissue, of: id, in: house) { $0.signatureHash = "sha384" }
                == .invalid(
                    "certificate.signature_hash",
                    "is sha384, has to be one of sha256 in this container"))
        #expect(
            try await refusal(.reissue, of: id, in: house) { $0.dnsNames = ["*.example.com"] }
                == .invalid(
                    "certificate.dns_names",
                    "has \"*.example.com\", but the container takes no wildcards"))
        #expect(
            try await refusal(.duplicate, of: id, in: house) { $0.signatureHash = "sha384" }?.code
                == .invalidValue("certificate.signature_hash"))
        #expect(
            try await refusal(.reissue, of: id, in: house) { $0.validity = .years(2) }?.code
                == .invalidValue("certificate.cert_validity"))
        #expect(try await refusal(.duplicate, of: id, in: house) == nil)
        #expect(try await refusal(.reissue, of: id, in: house) == nil)
    }

    @Test("a product that the container may order no more is not reissued")
    func product() async throws {
        let (house, id) = try await house(ProductCatalog.product("ssl_plus")!)
        let refused = Refusal(
            .productNotAllowed, "The container may not order ssl_basic for this role.")
        #expect(try await refusal(.reissue, of: id, in: house) == refused)
        #expect(try await refusal(.duplicate, of: id, in: house) == refused)
    }

    @Test("who signs without being named is held to the limits, and so is who took its place")
    func issuers() async throws {
        let (strict, id) = try await house { $0.issuerIDs = [77] }
        let refused = Refusal.invalid(
            "certificate.ca_cert_id", "has to be one of 77 in this container")
        #expect(try await refusal(.reissue, of: id, in: strict) == refused)
        await #expect(throws: refused) {
            try await strict.place(product: Self.product.nameID)
        }
        let issuer = strict.registry.authority.roster.defaultID
        let sample = try await SampleAuthorities()
        let (house, other) = try await house(in: sample.house) { $0.issuerIDs = [issuer] }
        _ = try await sample.workshop.roll(issuer, key: nil, days: nil, keyPlace: .files)
        try await sample.notice()
        #expect(house.registry.authority.roster.defaultID != issuer)
        #expect(try await refusal(.reissue, of: other, in: house) == nil)
    }
}
