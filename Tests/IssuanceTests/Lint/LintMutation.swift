import Foundation
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
        ofFields + ofTimes + ofDays + ofSubjects + ofKeys + ofExtensions + ofUses + ofNames
        + ofPointers + ofTransparency
}

extension LintMutation {
    static let ofFields = [
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

    static let ofTimes = [
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

    static let ofDays = [
        LintMutation("profile_validity_days") { _, place in
            place.reprofile { $0.validity = ValidityRule(daysMax: 89) }
        },
        LintMutation("profile_validity_days") { _, place in
            let day = noon.addingTimeInterval(86_400)
            place.reprofile {
                $0.validity = ValidityRule(
                    daysMax: 90, earlier: [.init(until: day, daysMax: 30)])
            }
        },
    ]

    static let ofSubjects = [
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
        LintMutation("rfc5280_authority_subject", .issuing) { tree, _ in
            tree.body[5].children = []
        },
        LintMutation("cabf_br_subject_once", .issuing) { tree, _ in
            tree.body[5].children.append(
                .attribute(OID(SubjectField.commonName.type), .text("Another")))
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

    static let ofKeys = [
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

    static let ofExtensions = [
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

    static let ofUses = [
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
}

extension DERTree {
    /// Of a name.
    mutating func setText(of field: SubjectField, _ text: String) {
        for place in children.indices where self[place, 0, 0].content == OID(field.type).octets {
            self[place, 0, 1].content = Array(text.utf8)
        }
    }

    mutating func setTag(of field: SubjectField, _ tag: UInt8) {
        for place in children.indices where self[place, 0, 0].content == OID(field.type).octets {
            self[place, 0, 1].tag = tag
        }
    }
}
