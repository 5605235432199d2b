@testable import Issuance

/// Names, pointers and what Certificate Transparency adds.
extension LintMutation {
    static let ofNames = [
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

    static let ofPointers = [
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

    static let ofTransparency = [
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
