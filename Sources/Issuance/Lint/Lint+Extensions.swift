/// The extensions as a set, and those that bind a certificate to its issuer.
extension Lint {
    static let ofExtensions = [
        Lint("rfc5280_extension_once", "RFC 5280 section 4.2", about: .house) { one, _ in
            let twice = one.extensions.first { extension_ in
                one.extensions.count { $0.name == extension_.name } > 1
            }
            return twice.map { "The extension \($0.text) stands there twice." }
        },
        Lint("chancery_extension_known", "docs/certificates.md", about: .house) { one, place in
            let known =
                place.profile == nil ? ExtensionRule.ofHouse : ExtensionRule.ofEndEntities
            let stray = one.extensions.first { extension_ in
                !known.contains { extension_.name == $0.octets[...] }
                    && place.adopted?.isLimit(extension_.name) != true
            }
            return stray.map { "Nothing asks for the extension \($0.text)." }
        },
        Lint("rfc5280_extension_criticality", "RFC 5280 section 4.2.1", about: .house) {
            one, place in
            let wrong = one.extensions.first { extension_ in
                guard !ExtensionRule.judgedElsewhere.contains(where: { $0 == extension_.name }),
                    place.adopted?.isLimit(extension_.name) != true
                else { return false }
                return extension_.isCritical
                    != ExtensionRule.critical.contains { $0 == extension_.name }
            }
            return wrong.map {
                "The extension \($0.text) is \($0.isCritical ? "" : "not ")critical."
            }
        },
        Lint("rfc5280_names_critical", "RFC 5280 section 4.2.1.6", about: .house) { one, _ in
            guard let names = one[.subjectAlternativeName] else { return nil }
            return names.isCritical == one.subject.isEmpty
                ? nil : "The names are critical where the subject is empty, and only there."
        },
        Lint("rfc5280_basic_constraints", "RFC 5280 section 4.2.1.9", about: .house) { one, place in
            // A responder's certificate says nothing of it, which means the same as a leaf's.
            one.values.constraints == place.constraints
                ? nil : "It does not say rightly whether it is an authority's."
        },
        Lint("rfc5280_authority_key_identifier", "RFC 5280 section 4.2.1.1", about: .house) {
            one, place in
            one.values.authorityKey == place.issuer.keyIdentifier[...]
                ? nil : "It does not name the issuer's key as the issuer's certificate does."
        },
        Lint("rfc6960_no_check", "RFC 6960 section 4.2.2.2.1", about: .house) { one, place in
            let value = one[.noCheck]?.value
            return (place.isResponder ? value == [DERWriter.Tag.null, 0] : value == nil)
                ? nil : "Those of OCSP responders, and no others, are not asked about (NULL)."
        },
    ]
}

private enum ExtensionRule {
    static let ofEndEntities: [OID] =
        ofHouse + [.subjectAlternativeName, .logotype, .signedExchanges, .poison, .timestamps]

    static let ofHouse: [OID] = [
        .authorityKeyIdentifier, .subjectKeyIdentifier, .keyUsage, .extendedKeyUsage,
        .basicConstraints, .certificatePolicies, .crlDistributionPoints,
        .authorityInformationAccess, .noCheck,
    ]

    static let critical = [OID.keyUsage, .basicConstraints].map { $0.octets[...] }

    static let judgedElsewhere = [OID.subjectAlternativeName, .poison].map { $0.octets[...] }
}
