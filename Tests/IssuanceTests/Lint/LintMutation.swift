import Testing

@testable import Issuance

/// A change to a good certificate, or to the place it stands at, that one lint finds.
struct LintMutation: Sendable, CustomTestStringConvertible {
    let lint: String
    let kind: LintSample.Kind
    let change: @Sendable (inout DERTree, inout LintPlace) throws -> Void

    init(
        _ lint: String, _ kind: LintSample.Kind = .web,
        _ change: @escaping @Sendable (inout DERTree, inout LintPlace) throws -> Void
    ) {
        self.lint = lint
        self.kind = kind
        self.change = change
    }

    var testDescription: String { "\(lint) on \(kind.rawValue)" }

    static let all =
        ofFields + ofTimes + ofSubjects + ofKeys + ofExtensions + ofUses + ofNames
        + ofPointers + ofTransparency
}

extension LintMutation {
    private static let ofFields = [
        LintMutation("rfc5280_structure") { tree, _ in
            tree.body.children.append(DERTree(0x05, []))
        },
        LintMutation("rfc5280_extension_values") { tree, _ in
            try tree.change(.basicConstraints) { $0.children = [DERTree(0x01, [0])] }
        },
        LintMutation("rfc5280_version_3") { tree, _ in tree.body[0, 0].content = [1] },
        LintMutation("rfc5280_serial_number") { tree, _ in tree.body[1].content[0] = 0x81 },
        LintMutation("cabf_br_serial_entropy") { tree, _ in tree.body[1].content = [1, 2, 3, 4] },
        LintMutation("rfc5280_algorithms_equal") { tree, _ in
            tree.body[2] = DERTree(0x30, of: [.oid([1, 2, 840, 10045, 4, 3, 3])])
        },
        LintMutation("cabf_br_signature_algorithm") { tree, _ in
            let sha1 = DERTree(0x30, of: [.oid([1, 2, 840, 10045, 4, 1])])
            tree.body[2] = sha1
            tree[1] = sha1
        },
        LintMutation("rfc5280_issuer_name") { tree, _ in
            tree.body[3, 0, 0, 1].tag = LintedName.StringTag.utf8
        },
    ]

    private static let ofTimes = [
        LintMutation("rfc5280_time_form") { tree, _ in
            let short = tree.body[4, 1].content
            tree.body[4, 1] = DERTree(0x18, Array("20".utf8) + short)
        },
        LintMutation("rfc5280_time_form", .root) { tree, _ in
            tree.body[4, 0].content = Array("260230120000Z".utf8)
        },
        LintMutation("rfc5280_validity_order") { tree, _ in
            tree.body[4].children.reverse()
        },
        LintMutation("chancery_within_issuer") { _, place in
            let issuer = place.issuer
            let short = LintIssuer(
                name: issuer.name, keyIdentifier: issuer.keyIdentifier, key: issuer.key,
                validity: Validity(from: noon, days: 89))
            place = LintPlace(issuer: short, role: place.role, pointers: place.pointers)
        },
    ]

    private static let ofSubjects = [
        LintMutation("rfc5280_subject_bounds") { tree, _ in
            tree.body[5].setText(of: .organization, String(repeating: "x", count: 65))
        },
        LintMutation("rfc5280_subject_strings") { tree, _ in
            tree.body[5].setTag(of: .organization, 0x14)
        },
        LintMutation("rfc5280_subject_strings") { tree, _ in
            tree.body[5].setTag(of: .country, LintedName.StringTag.utf8)
        },
        LintMutation("cabf_br_country_code") { tree, _ in
            tree.body[5].setText(of: .country, "se")
        },
        LintMutation("cabf_br_subject_once") { tree, _ in
            tree.body[5].children.append(
                .attribute(OID(SubjectField.locality.type), .text("Ystad")))
        },
        LintMutation("cabf_br_subject_once") { tree, _ in
            let street = DERTree.attribute(OID(SubjectField.street.type), .text("Storgatan 1"))
            tree.body[5, 0].children.append(street[0])
        },
        LintMutation("profile_subject_fields") { tree, _ in
            tree.body[5].children.append(
                .attribute(OID(SubjectField.organizationalUnit.type), .text("Web")))
        },
        LintMutation("profile_subject_fields") { tree, _ in
            tree.body[5].children.append(.attribute([1, 2, 3, 4], .text("Web")))
        },
        LintMutation("profile_subject_fields") { tree, _ in
            tree.body[5].children.removeAll {
                $0[0, 0].content == OID(SubjectField.organization.type).octets
            }
        },
    ]

    private static let ofKeys = [
        LintMutation("profile_key_family") { _, place in
            place.reprofile { $0.keyFamilies = [.rsa, .p384] }
        },
        LintMutation("rfc5480_key_form") { tree, _ in
            var key = tree.body[6]
            key[1].content[1] = 2
            try tree.setKey(key)
        },
        LintMutation("rfc5480_key_form", .privateOfEd25519) { tree, _ in
            var key = tree.body[6]
            key[1].content.removeLast()
            try tree.setKey(key)
        },
        LintMutation("rfc3279_rsa_form", .webOfRSA) { tree, _ in
            tree.body[6, 0].children.removeLast()
        },
        LintMutation("cabf_br_rsa_modulus", .webOfRSA) { _, place in
            place.reprofile { $0.rsaBitsMin = 3072 }
        },
        LintMutation("cabf_br_rsa_exponent", .webOfRSA) { tree, _ in
            var numbers = try DERTree(der: Array(tree.body[6, 1].content.dropFirst()))
            numbers[1].content = [3]
            var key = tree.body[6]
            key[1].content = [0] + numbers.der
            try tree.setKey(key)
        },
        LintMutation("chancery_key_not_of_issuer") { tree, place in
            try tree.setKey(try DERTree(der: place.issuer.key.spki))
        },
        LintMutation("rfc7093_subject_key_identifier") { tree, _ in
            try tree.change(.subjectKeyIdentifier) { $0.content[0] ^= 1 }
        },
        LintMutation("rfc7093_subject_key_identifier", .issuing) { tree, _ in
            tree.remove(.subjectKeyIdentifier)
        },
    ]

    private static let ofExtensions = [
        LintMutation("rfc5280_extension_once") { tree, _ in
            tree.extensions.append(tree.extensions[0])
        },
        LintMutation("chancery_extension_known") { tree, _ in
            tree.extensions.append(.extension_([1, 2, 3, 4], [5, 0]))
        },
        LintMutation("chancery_extension_known", .issuing) { tree, _ in
            tree.extensions.append(.extension_(.poison, isCritical: true, [5, 0]))
        },
        LintMutation("rfc5280_extension_criticality") { tree, _ in
            tree.setCriticality(.keyUsage, false)
        },
        LintMutation("rfc5280_extension_criticality") { tree, _ in
            tree.setCriticality(.extendedKeyUsage, true)
        },
        LintMutation("rfc5280_names_critical") { tree, _ in
            tree.setCriticality(.subjectAlternativeName, true)
        },
        LintMutation("rfc5280_names_critical", .nameless) { tree, _ in
            tree.setCriticality(.subjectAlternativeName, false)
        },
        LintMutation("rfc5280_basic_constraints") { tree, _ in
            try tree.change(.basicConstraints) { $0.children = [DERTree(0x01, [0xFF])] }
        },
        LintMutation("rfc5280_basic_constraints", .issuing) { tree, _ in
            try tree.change(.basicConstraints) { $0.children.removeLast() }
        },
        LintMutation("rfc5280_authority_key_identifier") { tree, _ in
            try tree.change(.authorityKeyIdentifier) { $0[0].content[0] ^= 1 }
        },
        LintMutation("rfc6960_no_check") { tree, _ in
            tree.extensions.append(.extension_(.noCheck, [5, 0]))
        },
        LintMutation("rfc6960_no_check", .responder) { tree, _ in tree.remove(.noCheck) },
    ]

    private static let ofUses = [
        LintMutation("profile_key_usage") { tree, _ in tree.remove(.keyUsage) },
        LintMutation("profile_key_usage", .mail) { tree, _ in
            try tree.change(.keyUsage) { $0.content = [7, 0x80] }
        },
        LintMutation("profile_key_usage", .issuing) { tree, _ in
            try tree.change(.keyUsage) { $0.content = [2, 0x04] }
        },
        LintMutation("rfc5480_no_key_encipherment") { tree, _ in
            try tree.change(.keyUsage) { $0.content = [5, 0xA0] }
        },
        LintMutation("rfc9295_ed25519_signs", .privateOfEd25519) { tree, _ in
            try tree.change(.keyUsage) { $0.content = [3, 0x88] }
        },
        LintMutation("rfc4055_rsa_agrees_nothing", .webOfRSA) { tree, _ in
            try tree.change(.keyUsage) { $0.content = [3, 0xA8] }
        },
        LintMutation("profile_purposes") { tree, _ in
            try tree.change(.extendedKeyUsage) { $0[0] = .oid(KeyPurpose.clientAuth.oid) }
        },
        LintMutation("profile_purposes", .responder) { tree, _ in tree.remove(.extendedKeyUsage) },
        LintMutation("cabf_br_no_any_purpose") { tree, _ in
            try tree.change(.extendedKeyUsage) { $0.children.append(.oid(KeyPurpose.any.oid)) }
        },
        LintMutation("profile_policies") { tree, _ in
            try tree.change(.certificatePolicies) { $0[0, 0] = .oid([2, 23, 140, 1, 1]) }
        },
        LintMutation("profile_policies", .mark) { _, place in
            place.reprofile {
                $0.policies = [.init($0.policies[0].oid, statementURL: "http://example.com/cps")]
            }
        },
        LintMutation("profile_signed_exchanges") { tree, _ in
            tree.extensions.append(.extension_(.signedExchanges, [5, 0]))
        },
        LintMutation("mcr_logotype", .mark) { tree, _ in tree.remove(.logotype) },
    ]

    private static let ofNames = [
        LintMutation("rfc5280_names_present") { tree, _ in tree.remove(.subjectAlternativeName) },
        LintMutation("cabf_br_common_name_listed") { tree, _ in
            tree.body[5].setText(of: .commonName, "example.net")
        },
        names("chancery_names_once") { $0.children.append($0[0]) },
        names("profile_name_forms") { $0[0] = DERTree(0x86, Array("http://example.com".utf8)) },
        LintMutation("profile_name_forms") { _, place in
            place.reprofile { $0.names.forms = [.host, .address] }
        },
        names("rfc5280_host_name") { $0[0] = .host("www..example.com") },
        names("rfc5280_host_name") { $0[0] = .host("-www.example.com") },
        names("rfc5280_host_name") { $0[0] = .host("w w.example.com") },
        names("rfc5280_host_name") {
            $0[0] = .host(String(repeating: "w", count: 64) + ".example.com")
        },
        names("cabf_br_no_underscore") { $0[0] = .host("my_host.example.com") },
        names("cabf_br_wildcard_leftmost") { $0[0] = .host("www.*.example.com") },
        names("rfc5280_address_octets") { $0[3].content = [8, 8, 8, 8, 255] },
        names("cabf_br_no_internal_names") { $0[0] = .host("db.corp") },
        names("cabf_br_no_internal_names") { $0[3].content = [10, 0, 0, 1] },
        names("rfc5280_mailbox_form", .mail) { $0[0].content = Array("a..b@example.com".utf8) },
        names("rfc5280_mailbox_form", .mail) { $0[0].content = Array("Ada <a@b.com>".utf8) },
    ]

    private static func names(
        _ lint: String, _ kind: LintSample.Kind = .web,
        _ change: @escaping @Sendable (inout DERTree) -> Void
    ) -> LintMutation {
        LintMutation(lint, kind) { tree, _ in
            try tree.change(.subjectAlternativeName, change)
        }
    }

    private static let ofPointers = [
        LintMutation("rfc5280_pointer_urls") { tree, place in
            let url = "ftp://ca.example.com/issuing.crl"
            try tree.change(.crlDistributionPoints) { $0[0, 0, 0, 0].content = Array(url.utf8) }
            place = LintPlace(
                issuer: place.issuer, role: place.role, pointers: place.pointers.listed(at: url))
        },
        LintMutation("profile_pointers") { tree, _ in
            let url = "http://ca.example.com/other.crl"
            try tree.change(.crlDistributionPoints) { $0[0, 0, 0, 0].content = Array(url.utf8) }
        },
        LintMutation("profile_pointers", .issuing) { tree, _ in
            tree.remove(.authorityInformationAccess)
        },
    ]

    private static let timestamps = DERTree(0x04, [0, 5, 0, 3, 1, 2, 3]).der

    private static let ofTransparency = [
        LintMutation("rfc6962_poison") { tree, _ in
            tree.extensions.append(.extension_(.poison, [5, 0]))
        },
        LintMutation("rfc6962_timestamps") { tree, _ in
            tree.extensions.append(
                .extension_(.timestamps, DERTree(0x04, [0, 5, 0, 4, 1, 2, 3]).der))
        },
        LintMutation("rfc6962_poison_or_timestamps") { tree, _ in
            tree.extensions.append(.extension_(.poison, isCritical: true, [5, 0]))
            tree.extensions.append(.extension_(.timestamps, timestamps))
        },
    ]
}

extension DERTree {
    /// Of a name.
    fileprivate mutating func setText(of field: SubjectField, _ text: String) {
        for place in children.indices where self[place, 0, 0].content == OID(field.type).octets {
            self[place, 0, 1].content = Array(text.utf8)
        }
    }

    fileprivate mutating func setTag(of field: SubjectField, _ tag: UInt8) {
        for place in children.indices where self[place, 0, 0].content == OID(field.type).octets {
            self[place, 0, 1].tag = tag
        }
    }
}
