import Crypto

/// The subject's public key.
extension Lint {
    static let ofKeys = [
        Lint("profile_key_family", "the profile's keys", about: .key) { one, place in
            one.key.family.map(place.keyFamilies.contains) == true
                ? nil : "The key is of a kind that the profile does not certify."
        },
        Lint("rfc5480_key_form", "RFC 5480 section 2.2, RFC 8410 section 4", about: .key) {
            one, _ in
            guard let family = one.key.family, let octets = family.keyOctets else { return nil }
            guard one.key.bits.count == octets else { return "The key has the wrong length." }
            return family == .ed25519 || one.key.bits.first == 4
                ? nil : "The point is not in its uncompressed form."
        },
        Lint("rfc3279_rsa_form", "RFC 3279 section 2.3.1", about: .key) { one, _ in
            guard one.key.family == .rsa else { return nil }
            return one.key.rsa != nil && one.key.parameters == [DERWriter.Tag.null, 0]
                ? nil : "The RSA key is not two numbers, with NULL as its parameters."
        },
        Lint("cabf_br_rsa_modulus", "Baseline Requirements section 6.1.5", about: .key) {
            one, place in
            guard let bits = one.key.rsa?.modulusBits else { return nil }
            return bits >= place.rsaBitsMin && bits <= RSASizeRule.bitsMax && bits.isMultiple(of: 8)
                ? nil : "The RSA modulus has \(bits) bits, at least \(place.rsaBitsMin) are needed."
        },
        Lint("cabf_br_rsa_exponent", "Baseline Requirements section 6.1.6", about: .key) {
            one, _ in
            guard let rsa = one.key.rsa else { return nil }
            guard let exponent = rsa.smallExponent else { return "The RSA exponent is too large." }
            return exponent >= RSAExponentRule.exponentMin && !exponent.isMultiple(of: 2)
                ? nil : "The RSA exponent is even or under 65537."
        },
        Lint("chancery_key_not_of_issuer", "Baseline Requirements section 6.1.1.3", about: .key) {
            one, place in
            guard place.profile != nil else { return nil }
            return one.key.octets == place.issuer.key.spki[...]
                ? "The key is the issuer's own." : nil
        },
        Lint("rfc7093_subject_key_identifier", "RFC 7093 section 2, method 1", about: .house) {
            one, place in
            guard let own = one.values.subjectKey else { return "It does not name its key." }
            if let known = place.adopted?.keyIdentifier {
                return own.elementsEqual(known)
                    ? nil : "It does not name its key as certificates below it do."
            }
            return own.elementsEqual(SHA256.hash(data: Array(one.key.bits)).prefix(20))
                ? nil : "The name of its key is not the first 160 bits of the key's SHA-256."
        },
    ]
}
