import Foundation
import Testing

@testable import Issuance

/// A profile's file is read strictly: each refusal says where, and what would be right.
@Suite struct ProfileReaderTests {
    /// A file with everything, each member on a line that the refusals below count on.
    static let whole = """
        title: Servers of the plant
        products: [private_ssl_plus]
        keys: [rsa, p256]
        rsaBitsMin: 3072
        keyUsage: [digitalSignature, keyEncipherment]
        purposes: [serverAuth, 1.3.6.1.5.5.7.3.17]
        policies:
          - 1.3.6.1.4.1.99999.1
          - oid: 1.3.6.1.4.1.99999.2
            cps: http://example.com/cps
        validity:
          daysMax: 30
          earlier:
            - until: 2026-02-24
              daysMax: 90
        names:
          forms: [host, wildcard]
          internal: true
          listsCommonName: true
        subject:
          allowed: [organization, commonName]
          required: [organization, [commonName, organization]]
        pointers: [crl]
        extensions: []
        variants:
          http_signed_exchange:
            keys: [p256]
            keyUsage: [digitalSignature]
            extensions: [signedExchanges]
        """

    static func read(_ text: String) throws -> ProfileFile {
        try ProfileReader.read(text, name: "plant", path: "profiles/plant.yaml")
    }

    @Test("every member of a file comes to stand in the profile")
    func members() throws {
        let file = try Self.read(Self.whole)
        let policy = CertificatePolicy([1, 3, 6, 1, 4, 1, 99999, 1])
        let explained = CertificatePolicy(
            [1, 3, 6, 1, 4, 1, 99999, 2], statementURL: "http://example.com/cps")
        var profile = CertificateProfile(
            name: "plant", policies: [policy, explained],
            purposes: [.serverAuth, KeyPurpose([1, 3, 6, 1, 5, 5, 7, 3, 17])],
            keyFamilies: [.rsa, .p256], rsaBitsMin: 3072,
            keyUse: [.digitalSignature, .keyEncipherment],
            validity: ValidityRule(
                daysMax: 30,
                earlier: [.init(until: Date(timeIntervalSince1970: 1_771_891_200), daysMax: 90)]),
            names: NameRule(forms: [.host, .wildcard], allowsInternal: true),
            subject: SubjectRule(
                allowed: [.organization, .commonName],
                required: [[.organization], [.commonName, .organization]]),
            pointers: .crl, needsLogotype: false, signsExchanges: false)
        #expect(file.title == "Servers of the plant")
        #expect(file.products == ["private_ssl_plus"])
        #expect(file.profile == profile)
        profile.keyFamilies = [.p256]
        profile.keyUse = .digitalSignature
        profile.signsExchanges = true
        // The variant has no RSA keys, so that their length says nothing.
        #expect(file.variants == ["http_signed_exchange": profile])
    }

    @Test("what is left out has a default")
    func defaults() throws {
        let file = try Self.read(
            """
            title: Least
            keys: [p384]
            keyUsage: [digitalSignature]
            purposes: [clientAuth]
            validity: {daysMax: 1}
            names: {forms: []}
            subject: {allowed: [commonName], required: [commonName]}
            """)
        #expect(file.products.isEmpty && file.variants.isEmpty)
        #expect(
            file.profile
                == CertificateProfile(
                    name: "plant", policies: [], purposes: [.clientAuth], keyFamilies: [.p384],
                    rsaBitsMin: 2048, keyUse: .digitalSignature,
                    validity: ValidityRule(daysMax: 1),
                    names: NameRule(forms: [], allowsInternal: false, listsCommonName: false),
                    subject: SubjectRule(allowed: [.commonName], required: [[.commonName]]),
                    pointers: .all, needsLogotype: false, signsExchanges: false))
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        /// A line of the whole file, what stands there instead, and what is said of it.
        let line: String
        let other: String
        let said: String

        var testDescription: String { other }
    }

    static let refusals = [
        Refusal(
            line: "pointers: [crl]", other: "pointer: [crl]",
            said:
                "line 23: has the unknown member \"pointer\"; there are title, products, "
                + "variants, keys, rsaBitsMin, keyUsage, purposes, policies, validity, "
                + "names, subject, pointers, extensions"
        ),
        Refusal(
            line: "  internal: true", other: "  external: true",
            said:
                "line 18: names has the unknown member \"external\"; there are forms, internal, "
                + "listsCommonName"
        ),
        Refusal(
            line: "purposes: [serverAuth, 1.3.6.1.5.5.7.3.17]", other: "",
            said: "line 1: lacks the member purposes"),
        Refusal(
            line: "keys: [rsa, p256]", other: "keys: [rsa, dsa]",
            said: "line 3: keys has \"dsa\"; one of rsa, p256, p384, p521, ed25519"),
        Refusal(
            line: "keys: [rsa, p256]", other: "keys: [rsa, rsa]",
            said: "line 3: keys has \"rsa\" twice"),
        Refusal(
            line: "keys: [rsa, p256]", other: "keys: rsa",
            said: "line 3: keys has to be a list, such as [first, second]"),
        Refusal(
            line: "keys: [rsa, p256]", other: "keys: []",
            said: "line 3: keys is empty; a certificate has a key"),
        Refusal(
            line: "keys: [rsa, p256]", other: "keys: [p256]",
            said: "line 5: keyUsage has keyEncipherment, which is for RSA keys, but keys lacks "
                + "rsa"),
        Refusal(
            line: "rsaBitsMin: 3072", other: "rsaBitsMin: 1024",
            said: "line 4: rsaBitsMin is \"1024\"; a number from 2048 to 8192"),
        Refusal(
            line: "rsaBitsMin: 3072", other: "rsaBitsMin: 3001",
            said: "line 4: rsaBitsMin is 3001; a multiple of 8"),
        Refusal(
            line: "keyUsage: [digitalSignature, keyEncipherment]",
            other: "keyUsage: [keyEncipherment]",
            said: "line 3: keys has p256, which can do nothing of keyUsage"),
        Refusal(
            line: "keyUsage: [digitalSignature, keyEncipherment]",
            other: "keyUsage: [digitalSignature, keyCertSign]",
            said:
                "line 5: keyUsage has \"keyCertSign\"; one of digitalSignature, nonRepudiation, "
                + "keyEncipherment, keyAgreement"
        ),
        Refusal(
            line: "purposes: [serverAuth, 1.3.6.1.5.5.7.3.17]", other: "purposes: []",
            said: "line 6: purposes is empty; a certificate is for something"),
        Refusal(
            line: "purposes: [serverAuth, 1.3.6.1.5.5.7.3.17]", other: "purposes: [2.5.29.37.0]",
            said: "line 6: purposes has anyExtendedKeyUsage: name the purposes"),
        Refusal(
            line: "purposes: [serverAuth, 1.3.6.1.5.5.7.3.17]",
            other: "purposes: [1.3.6.1.5.5.7.3.9]",
            said:
                "line 6: purposes has OCSPSigning, with which its holder would answer in the "
                + "issuer's name"
        ),
        Refusal(
            line: "purposes: [serverAuth, 1.3.6.1.5.5.7.3.17]", other: "purposes: [tls]",
            said:
                "line 6: purposes has \"tls\"; one of serverAuth, clientAuth, kerberosKDC, "
                + "emailProtection, codeSigning, documentSigning, adobeDocumentSigning, "
                + "microsoftDocumentSigning, brandIndicator, or an OID"
        ),
        Refusal(
            line: "  - 1.3.6.1.4.1.99999.1", other: "  - 1.3.6.1.4.1.099",
            said: "line 8: policies has \"1.3.6.1.4.1.099\", which is no OID such as 1.3.6.1.4.1.99"
        ),
        Refusal(
            line: "  - 1.3.6.1.4.1.99999.1", other: "  - 2.5.29.32.0",
            said: "line 8: policies has anyPolicy, which is for authorities"),
        Refusal(
            line: "    cps: http://example.com/cps", other: "    cps: https://example.com/cps",
            said:
                "line 10: policies.cps is \"https://example.com/cps\"; a URL that begins with "
                + "http://"
        ),
        Refusal(
            line: "  - 1.3.6.1.4.1.99999.1", other: "  - 2.23.140.1.1",
            said: "line 17: names takes internal names, which the Baseline Requirements do not"),
        Refusal(
            line: "  daysMax: 30", other: "  daysMax: 9000",
            said: "line 12: validity.daysMax is \"9000\"; a number from 1 to 1187"),
        Refusal(
            line: "    - until: 2026-02-24", other: "    - until: 2026-02-30",
            said:
                "line 14: validity.earlier.until is \"2026-02-30\"; a day such as 2026-02-24, "
                + "each after the one before"
        ),
        Refusal(
            line: "  forms: [host, wildcard]", other: "  forms: [mailbox]",
            said:
                "line 6: purposes has serverAuth, but names.forms has neither host, wildcard "
                + "nor address"
        ),
        Refusal(
            line: "  internal: true", other: "  internal: maybe",
            said: "line 18: names.internal is \"maybe\"; true or false"),
        Refusal(
            line: "  required: [organization, [commonName, organization]]",
            other: "  required: [country]",
            said: "line 22: subject.required needs a field that subject.allowed lacks"),
        Refusal(
            line: "extensions: []", other: "extensions: [signedExchanges]",
            said: "line 24: extensions has signedExchanges, for which keys are p256 and p384 only"),
        Refusal(
            line: "    keys: [p256]", other: "    keys: [p256, p384, rsa]",
            said:
                "line 29: variants.http_signed_exchange.extensions has signedExchanges, for "
                + "which keys are p256 and p384 only"
        ),
        Refusal(
            line: "    keys: [p256]", other: "    names: {forms: [host]}",
            said:
                "line 27: variants.http_signed_exchange has the unknown member \"names\"; there "
                + "are keys, keyUsage, purposes, policies, extensions"
        ),
        Refusal(
            line: "pointers: [crl]", other: "title: Again", said: "is no YAML: it has title twice"),
        Refusal(line: "pointers: [crl]", other: "pointers: [crl", said: "is no YAML"),
    ]

    @Test("a file that cannot be is refused by its place", arguments: refusals)
    func refusal(_ refusal: Refusal) throws {
        #expect(Self.whole.contains(refusal.line))
        let text = Self.whole.replacing(refusal.line, with: refusal.other, maxReplacements: 1)
        let problem = #expect(throws: ProfileProblem.self) { try Self.read(text) }
        let said = problem?.description ?? ""
        #expect(said.hasPrefix("profiles/plant.yaml"))
        #expect(said.contains(refusal.said), "\(said)")
    }

    @Test("rules of a trade are held up where its policy is asserted")
    func trades() throws {
        for (file, old, new, said) in [
            ("tls_ev", "[host]", "[host, wildcard]", "the form wildcard, which the EV Guidelines"),
            ("tls_dv", "daysMax: 199", "daysMax: 398", "398 days, at most 397 by the Baseline"),
            ("tls_ov", "p521]", "p521, ed25519]", "ed25519, which the Baseline Requirements"),
            ("smime_sponsor", "daysMax: 825", "daysMax: 826", "at most 825 by the S/MIME"),
            ("mark", "daysMax: 398", "daysMax: 399", "at most 398 by the Mark"),
        ] {
            let text = try #require(ShippedProfiles.named(file)?.text)
            #expect(text.contains(old))
            let problem = #expect(throws: ProfileProblem.self) {
                try Self.read(text.replacing(old, with: new, maxReplacements: 1))
            }
            #expect(problem?.description.contains(said) == true, "\(problem?.description ?? "")")
        }
    }

    @Test("files that are too long, or have names that are none, are refused")
    func bounds() {
        #expect(throws: ProfileProblem.self) {
            try Self.read("# " + String(repeating: "x", count: ProfileReader.octetsMax))
        }
        #expect(throws: ProfileProblem.self) {
            try ProfileReader.read(Self.whole, name: "My plant", path: nil)
        }
        #expect(throws: ProfileProblem.self) { try Self.read("") }
        #expect(throws: ProfileProblem.self) { try Self.read("- a\n- b") }
    }

    @Test("every shipped file is in the list, under its name")
    func shipped() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/Issuance/Profiles/Shipped")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files == ShippedProfiles.all.map { $0.name + ".yaml" })
        for file in ShippedProfiles.all {
            let kept = try String(
                contentsOf: folder.appending(path: file.name + ".yaml"), encoding: .utf8)
            #expect(kept == file.text)
        }
    }
}
