import Crypto

/// What names a public key in certificates and in a keeper: RFC 7093 section 2, method 1,
/// the leftmost 160 bits of the SHA-256 of the key's bits.
///
/// Chosen over the SHA-1 of RFC 5280 section 4.2.1.2, which is as long but needs a broken hash.
package struct KeyIdentifier: Hashable, Sendable {
    static let lengthOctets = 20

    let octets: [UInt8]

    init(keyBits: some Sequence<UInt8>) {
        octets = Array(SHA256.hash(data: Array(keyBits)).prefix(Self.lengthOctets))
    }

    init?(octets: [UInt8]) {
        guard octets.count == Self.lengthOctets else { return nil }
        self.octets = octets
    }

    /// The identifier written as 40 hexadecimal digits; nil for anything else.
    package init?(hex text: String) {
        guard let octets = [UInt8](hexadecimal: text) else { return nil }
        self.init(octets: octets)
    }

    package var hex: String { octets.hexadecimal }
}
