/// Decides which keys are too weak to certify: small rules, asked in turn, the first refusal wins.
///
/// What each rule answers to is CA/Browser Forum Baseline Requirements section 6.1.1.3 and 6.1.6.
/// Which kinds of key a certificate may carry is not asked here; that is its profile's word.
package struct WeakKeyPolicy: Sendable {
    package let rules: [any WeakKeyRule]

    package init(rules: [any WeakKeyRule]) {
        self.rules = rules
    }

    /// Everything that can be told from the key alone.
    package static let standard = WeakKeyPolicy(rules: [
        RSASizeRule(), RSAExponentRule(), SmallFactorRule(), ROCARule(),
    ])

    /// The same rules, and a list of keys known to be lost or guessable.
    package func refusing(_ blocklist: KeyBlocklist) -> WeakKeyPolicy {
        WeakKeyPolicy(rules: rules + [blocklist])
    }

    package func check(_ key: SubjectKey) throws(KeyWeakness) {
        for rule in rules {
            if let weakness = rule.weakness(of: key) { throw weakness }
        }
    }
}

package protocol WeakKeyRule: Sendable {
    /// What is wrong with the key, or nil where this rule has nothing against it.
    func weakness(of key: SubjectKey) -> KeyWeakness?
}

/// Why a key is too weak to certify.
package enum KeyWeakness: Error, Hashable, Sendable {
    case rsaTooSmall(bits: Int)
    case rsaTooLarge(bits: Int)
    case modulusNotWholeOctets(bits: Int)
    case exponentEven
    case exponentTooSmall
    case exponentTooLarge
    case smallFactor(Int)
    case roca
    case blocklisted

    /// What is wrong and what would be right, for a reader.
    package var phrase: String {
        switch self {
        case .rsaTooSmall(let bits):
            "The RSA key has \(bits) bits, at least \(RSASizeRule.bitsMin) are needed."
        case .rsaTooLarge(let bits):
            "The RSA key has \(bits) bits, at most \(RSASizeRule.bitsMax) are taken."
        case .modulusNotWholeOctets(let bits):
            "The RSA key has \(bits) bits, which is not a multiple of 8."
        case .exponentEven:
            "The RSA exponent is even."
        case .exponentTooSmall:
            "The RSA exponent is less than \(RSAExponentRule.exponentMin)."
        case .exponentTooLarge:
            "The RSA exponent has more than \(RSAExponentRule.bitsMax) bits."
        case .smallFactor(let factor):
            "The RSA modulus can be divided by \(factor)."
        case .roca:
            "The RSA key was made by hardware with the ROCA flaw (CVE-2017-15361)."
        case .blocklisted:
            "The key is on a list of known weak or lost keys."
        }
    }
}
