import SwiftASN1

/// Modulus and exponent of an RSA public key (RFC 8017 appendix A.1.1), without leading zeros.
struct RSANumbers: DERParseable, Hashable, Sendable {
    let modulus: [UInt8]
    let exponent: [UInt8]

    init(derEncoded node: ASN1Node) throws {
        self = try DER.sequence(node, identifier: .sequence) { nodes in
            Self(
                modulus: try ArraySlice(derEncoded: &nodes),
                exponent: try ArraySlice(derEncoded: &nodes))
        }
    }

    init(modulus: ArraySlice<UInt8>, exponent: ArraySlice<UInt8>) {
        self.modulus = Array(modulus.drop { $0 == 0 })
        self.exponent = Array(exponent.drop { $0 == 0 })
    }

    var modulusBits: Int {
        guard let first = modulus.first else { return 0 }
        return modulus.count * 8 - first.leadingZeroBitCount
    }

    /// The exponent, where 64 bits hold it.
    var smallExponent: UInt64? {
        guard exponent.count <= 8 else { return nil }
        return exponent.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The remainder of the modulus, taken 32 bits at a time.
    func modulus(modulo divisor: UInt64) -> UInt64 {
        let wordOctets = 4
        let lead = modulus.count % wordOctets
        var remainder = modulus[..<lead].reduce(0) { $0 << 8 | UInt64($1) } % divisor
        for start in stride(from: lead, to: modulus.count, by: wordOctets) {
            for octet in modulus[start..<start + wordOctets] {
                remainder = remainder << 8 | UInt64(octet)
            }
            remainder %= divisor
        }
        return remainder
    }
}
