/// RSA moduli from 2048 to 8192 bits, whole octets (Baseline Requirements section 6.1.5).
package struct RSASizeRule: WeakKeyRule {
    package static let bitsMin = 2048
    package static let bitsMax = 8192

    package init() {}

    package func weakness(of key: SubjectKey) -> KeyWeakness? {
        guard case .rsa(let bits) = key.kind else { return nil }
        if bits < Self.bitsMin { return .rsaTooSmall(bits: bits) }
        if bits > Self.bitsMax { return .rsaTooLarge(bits: bits) }
        return bits.isMultiple(of: 8) ? nil : .modulusNotWholeOctets(bits: bits)
    }
}

/// Odd exponents from 65537 up (Baseline Requirements section 6.1.6).
///
/// The upper bound is the library's: it does not verify with exponents of more than 33 bits, and
/// nothing can be said about a key whose own signature cannot be verified.
package struct RSAExponentRule: WeakKeyRule {
    package static let exponentMin: UInt64 = 65537
    package static let bitsMax = 33

    package init() {}

    package func weakness(of key: SubjectKey) -> KeyWeakness? {
        guard case .rsa(let numbers) = key.form else { return nil }
        guard let exponent = numbers.smallExponent, exponent >> Self.bitsMax == 0 else {
            return .exponentTooLarge
        }
        if exponent < Self.exponentMin { return .exponentTooSmall }
        return exponent.isMultiple(of: 2) ? .exponentEven : nil
    }
}

/// Moduli without a factor under 752 (Baseline Requirements section 6.1.6; SP 800-89 section
/// 5.3.3).
package struct SmallFactorRule: WeakKeyRule {
    package static let factorMax = 752

    private static let primes = (2..<factorMax).filter { number in
        !(2..<number).contains { number.isMultiple(of: $0) }
    }

    /// Primes gathered into products of at most 32 bits: one pass over the modulus serves several.
    private static let products: [(product: UInt64, primes: [Int])] = {
        var products: [(product: UInt64, primes: [Int])] = []
        for prime in primes {
            if let last = products.last, last.product * UInt64(prime) <= UInt32.max {
                products[products.count - 1] = (last.product * UInt64(prime), last.primes + [prime])
            } else {
                products.append((UInt64(prime), [prime]))
            }
        }
        return products
    }()

    package init() {}

    package func weakness(of key: SubjectKey) -> KeyWeakness? {
        guard case .rsa(let numbers) = key.form else { return nil }
        for (product, primes) in Self.products {
            let remainder = numbers.modulus(modulo: product)
            if let factor = primes.first(where: { remainder.isMultiple(of: UInt64($0)) }) {
                return .smallFactor(factor)
            }
        }
        return nil
    }
}
