/// What the key may be used for, and under which policies.
extension Lint {
    static let ofUses = [
        Lint("profile_key_usage", "RFC 5280 section 4.2.1.3, the profile's key usage", about: .key)
        {
            one, place in
            guard let use = one.values.keyUse else { return "It does not say what its key does." }
            guard let family = one.key.family else { return nil }
            let judged = use.subtracting(KeyUseRule.impossible(family))
            let wished = place.keyUse(of: family)
            return judged == wished && !wished.isEmpty
                ? nil : "The key usage is not the profile's for keys of this kind."
        },
        Lint("rfc5480_no_key_encipherment", "RFC 5480 section 3", about: .house) { one, _ in
            guard let use = one.values.keyUse, let family = one.key.family else { return nil }
            switch family {
            case .p256, .p384, .p521:
                return use.isDisjoint(with: KeyUseRule.impossible(family))
                    ? nil : "A key of a curve enciphers nothing, and the key usage says it does."
            case .rsa, .ed25519: return nil
            }
        },
        Lint("rfc9295_ed25519_signs", "RFC 9295 section 3", about: .house) { one, _ in
            guard let use = one.values.keyUse, one.key.family == .ed25519 else { return nil }
            return use.isDisjoint(with: KeyUseRule.impossible(.ed25519))
                ? nil : "An Ed25519 key signs, and the key usage says that it does more."
        },
        Lint("rfc4055_rsa_agrees_nothing", "RFC 4055 section 1.2", about: .house) { one, _ in
            guard let use = one.values.keyUse, one.key.family == .rsa else { return nil }
            return use.isDisjoint(with: KeyUseRule.impossible(.rsa))
                ? nil : "An RSA key agrees about no other, and the key usage says it does."
        },
        Lint("profile_purposes", "RFC 5280 section 4.2.1.12, the profile's purposes", about: .house)
        { one, place in
            guard let wished = place.purposes else { return nil }
            let any = KeyPurpose.any.oid.octets[...]
            let own = (one.values.purposes ?? []).filter { $0 != any }
            return own.elementsEqual(wished) { $0 == $1.oid.octets[...] }
                ? nil : "The extended key usage is not the profile's."
        },
        Lint(
            "cabf_br_no_any_purpose", "Baseline Requirements section 7.1.2.7.10", about: .house
        ) { one, place in
            guard !place.isAuthority, let purposes = one.values.purposes else { return nil }
            return purposes.contains(KeyPurpose.any.oid.octets[...])
                ? "It is good for every purpose." : nil
        },
        Lint("profile_policies", "RFC 5280 section 4.2.1.4, the profile's policies", about: .house)
        { one, place in
            guard place.adopted?.hasOwnPolicies != true else { return nil }
            let own = one.values.policies ?? []
            return own.elementsEqual(place.policies) {
                $0.name == $1.oid.octets[...] && $0.statementURL == $1.statementURL
            } ? nil : "The policies are not the profile's."
        },
        Lint("profile_signed_exchanges", "the profile's extensions", about: .house) { one, place in
            let value = one[.signedExchanges]?.value
            let isWished = place.profile?.signsExchanges == true
            return (isWished ? value == [DERWriter.Tag.null, 0] : value == nil)
                ? nil : "It may sign HTTP exchanges where the profile says so (NULL), only there."
        },
        Lint(
            "mcr_logotype", "Mark Certificate Requirements, the profile's extensions", about: .house
        ) { one, place in
            (one[.logotype] != nil) == (place.profile?.needsLogotype == true)
                ? nil : "It shows a logo where the profile says so, and only there."
        },
    ]
}

private enum KeyUseRule {
    /// What a key of this family cannot do; a lint of its own tells of it.
    static func impossible(_ family: KeyFamily) -> KeyUse {
        switch family {
        case .rsa: .keyAgreement
        case .p256, .p384, .p521: [.keyEncipherment, .dataEncipherment]
        case .ed25519: [.keyEncipherment, .dataEncipherment, .keyAgreement]
        }
    }
}
