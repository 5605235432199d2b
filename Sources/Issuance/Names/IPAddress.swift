import Foundation

/// An IPv4 or IPv6 address, the octets an iPAddress name holds (RFC 5280 section 4.2.1.6).
package struct IPAddress: Hashable, Sendable {
    package let octets: [UInt8]

    /// Four numbers with dots, or IPv6 in any of its forms without a zone; nil for anything else.
    package init?(_ text: String) {
        // The C function would stop reading at the zero.
        guard !text.utf8.contains(0) else { return nil }
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var octets = [UInt8](repeating: 0, count: count)
            if inet_pton(family, text, &octets) == 1 {
                self.octets = octets
                return
            }
        }
        return nil
    }

    package init?(octets: [UInt8]) {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        self.octets = octets
    }

    /// Dotted numbers, or the short form of RFC 5952.
    package var text: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = octets.count == 4 ? AF_INET : AF_INET6
        let written = inet_ntop(family, octets, &buffer, socklen_t(buffer.count))
        precondition(written != nil, "the buffer holds the longest address")
        return String(
            decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether the address is reserved, so that nobody holds it on the public Internet (RFC 6890).
    package var isInternal: Bool {
        let ranges = octets.count == 4 ? Self.reservedIPv4 : Self.reservedIPv6
        if ranges.contains(where: { $0.holds(octets) }) { return true }
        // Of IPv6, 2000::/3 alone is handed out (RFC 4291 section 2.4).
        return octets.count == 16 && octets[0] >> 5 != 1
    }

    private struct Block: Sendable {
        let prefix: [UInt8]
        let bits: Int

        func holds(_ octets: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> (bit % 8)
                return prefix[bit / 8] & mask == octets[bit / 8] & mask
            }
        }
    }

    private static let reservedIPv4: [Block] = [
        Block(prefix: [0], bits: 8), Block(prefix: [10], bits: 8),
        Block(prefix: [100, 64], bits: 10), Block(prefix: [127], bits: 8),
        Block(prefix: [169, 254], bits: 16), Block(prefix: [172, 16], bits: 12),
        Block(prefix: [192, 0, 0], bits: 24), Block(prefix: [192, 0, 2], bits: 24),
        Block(prefix: [192, 168], bits: 16), Block(prefix: [198, 18], bits: 15),
        Block(prefix: [198, 51, 100], bits: 24), Block(prefix: [203, 0, 113], bits: 24),
        Block(prefix: [224], bits: 4), Block(prefix: [240], bits: 4),
    ]

    private static let reservedIPv6: [Block] = [
        Block(prefix: [0x20, 0x01, 0x0D, 0xB8], bits: 32),
        Block(prefix: [0x3F, 0xFF, 0], bits: 20),
    ]
}
