import OrderCore
import Testing

@Suite struct CertificateContentTests {
    private func content(_ commonName: String, _ dnsNames: [String]) -> Certificate.Content {
        Certificate.Content(
            commonName: commonName, dnsNames: dnsNames, organizationUnits: [], csr: "",
            keySizeBits: 2048, signatureHash: "sha256", serverPlatformID: -1, profileOption: nil,
            issuerID: nil, validity: nil)
    }

    @Test("the common name stands first, and once")
    func allNames() {
        let names = content("a.com", ["b.com", "a.com", "c.com"]).allNames
        #expect(names == ["a.com", "b.com", "c.com"])
        #expect(content("a.com", []).allNames == ["a.com"])
    }

    @Test(
        "the names beyond the first are counted, wildcards apart",
        arguments: [
            ("a.com", [], PurchasedNames(dns: 0, wildcard: 0)),
            ("a.com", ["a.com"], PurchasedNames(dns: 0, wildcard: 0)),
            ("a.com", ["b.com", "*.b.com", "c.com"], PurchasedNames(dns: 2, wildcard: 1)),
            ("*.a.com", ["a.com", "*.b.com", "*.c.com"], PurchasedNames(dns: 1, wildcard: 2)),
        ])
    func purchased(commonName: String, dnsNames: [String], names: PurchasedNames) {
        #expect(content(commonName, dnsNames).purchased == names)
    }

    @Test("each reason has its number of RFC 5280")
    func reasons() {
        let numbers = Dictionary(
            uniqueKeysWithValues: Revocation.Reason.allCases.map { ($0.rawValue, $0.crlCode) })
        #expect(
            numbers == [
                "unspecified": 0, "keyCompromise": 1, "affiliationChanged": 3, "superseded": 4,
                "cessationOfOperation": 5,
            ])
    }
}
