/// Keys of the Infineon library with the ROCA flaw (CVE-2017-15361).
///
/// Its primes have the form k·M + (65537^a mod M) with M a product of small primes, so the modulus
/// of such a key is a power of 65537 modulo each of them. A sound key passes that test by chance
/// about once in 2^27. The primes are those of the published discriminator: the ones up to 167
/// for which the powers of 65537 leave something out.
package struct ROCARule: WeakKeyRule {
    private static let primes: [UInt64] = [
        11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157,
    ]

    private static let powers: [(prime: UInt64, residues: Set<UInt64>)] = primes.map { prime in
        var residues: Set<UInt64> = []
        var power: UInt64 = 1
        while residues.insert(power).inserted {
            power = power * 65537 % prime
        }
        return (prime, residues)
    }

    package init() {}

    package func weakness(of key: SubjectKey) -> KeyWeakness? {
        guard case .rsa(let numbers) = key.form else { return nil }
        let isMarked = Self.powers.allSatisfy { prime, residues in
            residues.contains(numbers.modulus(modulo: prime))
        }
        return isMarked ? .roca : nil
    }
}
