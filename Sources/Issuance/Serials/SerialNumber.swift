package import Foundation

/// A certificate's serial number (RFC 5280 section 4.1.2.2): positive and at most 20 octets.
///
/// Ours are a prefix of 48 bits, milliseconds since 1970, and 80 random bits. The prefix keeps an
/// index over serials growing at its end; the random part is what an attacker cannot foresee, and
/// more than the 64 bits that Baseline Requirements section 7.1 asks for.
package struct SerialNumber: Hashable, Sendable {
    package static let octetsMax = 20
    package static let randomOctets = 10
    static let prefixOctets = 6

    /// The content octets of the DER INTEGER: as few as can be, with a leading zero for the sign.
    let content: [UInt8]

    /// Nil for zero and for numbers of more than 20 octets.
    package init?(_ magnitude: some Sequence<UInt8>) {
        let digits = Array(magnitude.drop { $0 == 0 })
        guard let first = digits.first else { return nil }
        let content = first >= 0x80 ? [0] + digits : digits
        guard content.count <= Self.octetsMax else { return nil }
        self.content = content
    }

    /// The number as ``hex`` wrote it.
    package init?(hex text: String) {
        guard let octets = [UInt8](hexadecimal: text) else { return nil }
        self.init(octets)
    }

    /// The time before the random octets, of which there must be ten.
    package init(at now: Date, random: [UInt8]) {
        precondition(random.count == Self.randomOctets, "80 random bits, no more, no less")
        let milliseconds = UInt64(max(0, (now.timeIntervalSince1970 * 1000).rounded(.down)))
        let prefix = (0..<Self.prefixOctets).reversed().map {
            UInt8(truncatingIfNeeded: milliseconds >> (8 * UInt64($0)))
        }
        // Sixteen zeros would be no serial; a source that yields them is broken.
        guard let serial = Self(prefix + random) else { preconditionFailure("a serial of zero") }
        self = serial
    }

    /// Upper-case digits, two an octet, nothing between, and no zero that serves the sign only.
    package var hex: String { magnitude.hexadecimal }

    /// The octets of the number, without a zero that serves the sign only.
    package var magnitude: [UInt8] { Array(content.drop { $0 == 0 }) }
}
