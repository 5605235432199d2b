import OrderCore
import Testing

@Suite struct ProductLimitTests {
    private static let product = ProductCatalog.product("ssl_securesite_flex")!
    private static let other = ProductCatalog.product("ssl_plus")!

    private static func subject(
        _ names: [String] = ["example.com"], years: Int = 1, certificateYears: Int? = nil,
        issuer: ID<CACertificate> = 7, isFurther: Bool = false,
        _ change: (inout OrderSettings) -> Void = { _ in }
    ) -> ProductLimit.Subject {
        var settings = OrderSettings()
        change(&settings)
        return ProductLimit.Subject(
            content: Certificate.Content(
                commonName: names[0], dnsNames: names, organizationUnits: [], csr: "",
                keySizeBits: 2048, signatureHash: "sha256", serverPlatformID: -1,
                profileOption: nil, issuerID: nil, validity: nil),
            issuerID: issuer, certificateYears: certificateYears,
            order: isFurther ? nil : ProductLimit.Ordering(years: years, settings: settings))
    }

    private static func limit(
        _ role: Role? = nil, _ change: (inout ProductLimit) -> Void = { _ in }
    ) -> ProductLimit {
        var limit = ProductLimit(containerID: 1, role: role, product: product)
        change(&limit)
        return limit
    }

    private static func breach(
        _ limits: [ProductLimit], _ ordered: Product = product, _ role: Role = .standardUser,
        _ subject: ProductLimit.Subject = subject()
    ) -> ProductLimit.Breach? {
        do {
            try limits.check(ordered, role, subject)
            return nil
        } catch {
            return error
        }
    }

    @Test("without limits everything may be ordered; with them, only what they name")
    func products() {
        #expect(Self.breach([], Self.other) == nil)
        #expect(Self.breach([Self.limit()]) == nil)
        #expect(Self.breach([Self.limit()], Self.other) == .product)
        #expect(Self.breach([Self.limit(.manager)]) == .product)
        #expect(Self.breach([Self.limit(.manager)], Self.product, .manager) == nil)
    }

    @Test("the limit for the role comes before the one for every role")
    func roles() {
        let limits = [Self.limit { $0.allowsWildcards = false }, Self.limit(.manager)]
        let wild = Self.subject(["*.example.com"])
        #expect(
            Self.breach(limits, Self.product, .standardUser, wild)
                == .wildcard(name: "*.example.com"))
        #expect(Self.breach(limits, Self.product, .manager, wild) == nil)
    }

    @Test("each limit forbids what it is for")
    func breaches() {
        func breach(
            _ subject: ProductLimit.Subject, _ change: (inout ProductLimit) -> Void
        ) -> ProductLimit.Breach? {
            Self.breach([Self.limit(nil, change)], Self.product, .standardUser, subject)
        }
        #expect(
            breach(Self.subject()) { $0.hashes = ["sha384"] } == .hash(allowed: ["sha384"]))
        #expect(breach(Self.subject(issuer: 7)) { $0.issuerIDs = [8] } == .issuer(allowed: [8]))
        #expect(breach(Self.subject(issuer: 8)) { $0.issuerIDs = [8] } == nil)
        #expect(
            breach(Self.subject(years: 3)) { $0.orderYears = [1, 2] }
                == .orderYears(3, allowed: [1, 2]))
        #expect(
            breach(Self.subject(certificateYears: 2)) { $0.certificateYears = [1] }
                == .certificateYears(allowed: [1]))
        #expect(breach(Self.subject()) { $0.certificateYears = [1] } == nil)
        #expect(
            breach(Self.subject { $0.autoRenew = true }) { $0.allowsAutoRenew = false }
                == .autoRenew)
        #expect(
            breach(Self.subject { $0.autoReissue = true }) { $0.allowsAutoReissue = false }
                == .autoReissue)
    }

    @Test("a further certificate is held to what concerns it, not to what concerns its order")
    func further() {
        let limit = Self.limit {
            $0.orderYears = [1]
            $0.allowsAutoRenew = false
            $0.allowsWildcards = false
            $0.hashes = ["sha384"]
        }
        func breach(isFurther: Bool, _ limit: ProductLimit) -> ProductLimit.Breach? {
            let subject = Self.subject(
                ["*.example.com"], years: 3, isFurther: isFurther
            ) { $0.autoRenew = true }
            return Self.breach([limit], Self.product, .standardUser, subject)
        }
        var lenient = limit
        #expect(breach(isFurther: true, lenient) == .hash(allowed: ["sha384"]))
        lenient.hashes = []
        #expect(breach(isFurther: true, lenient) == .wildcard(name: "*.example.com"))
        lenient.allowsWildcards = true
        #expect(breach(isFurther: true, lenient) == nil)
        #expect(breach(isFurther: false, lenient) == .orderYears(3, allowed: [1]))
    }

    @Test("a product is free, limited or refused")
    func admission() {
        #expect([ProductLimit]().admission(of: Self.product, for: .manager) == .free)
        let limits = [Self.limit(.manager)]
        #expect(limits.admission(of: Self.product, for: .manager) == .limited(limits[0]))
        #expect(limits.admission(of: Self.product, for: .standardUser) == .refused)
        #expect(limits.admission(of: Self.other, for: .manager) == .refused)
    }
}
