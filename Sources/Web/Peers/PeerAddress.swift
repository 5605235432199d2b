import Foundation

/// The address of somebody at the other end, or of whom a proxy names.
///
/// An IPv4 address that comes in the clothes of IPv6 (`::ffff:192.0.2.1`, RFC 4291 section
/// 2.5.5.2), as it does where one socket takes both, is an IPv4 address.
package struct PeerAddress: Hashable, Sendable {
    let octets: [UInt8]

    package init?(_ text: String) {
        // The C function would stop reading at the zero.
        guard !text.utf8.contains(0) else { return nil }
        if let octets = Self.octets(of: text, AF_INET, 4) {
            self.octets = octets
        } else if let octets = Self.octets(of: text, AF_INET6, 16) {
            self.octets = octets.starts(with: Self.mapped) ? Array(octets.suffix(4)) : octets
        } else {
            return nil
        }
    }

    private static let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]

    private static func octets(of text: String, _ family: Int32, _ count: Int) -> [UInt8]? {
        var octets = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &octets) == 1 ? octets : nil
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

    /// What one holder has of them: an IPv4 address, or the 2^64 of an IPv6 network.
    var network: [UInt8] { octets.count == 4 ? octets : Array(octets.prefix(8)) }
}

/// An address, or all that begin like it: `192.0.2.1`, `10.0.0.0/8`, `fd00::/8`.
package struct AddressBlock: Hashable, Sendable {
    private let start: [UInt8]
    private let bits: Int

    /// Nil for what is none, or has bits behind its length, or is everybody.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ PeerAddress(String($0)) }), parts.count <= 2
        else { return nil }
        start = address.octets
        let bitsMax = start.count * 8
        guard parts.count == 2 else {
            bits = bitsMax
            return
        }
        guard let bits = Int(parts[1]), (1...bitsMax).contains(bits) else { return nil }
        self.bits = bits
        let start = start
        guard (bits..<bitsMax).allSatisfy({ start[$0 / 8] & (0x80 >> ($0 % 8)) == 0 }) else {
            return nil
        }
    }

    func holds(_ address: PeerAddress) -> Bool {
        let octets = address.octets
        guard octets.count == start.count, octets.starts(with: start.prefix(bits / 8)) else {
            return false
        }
        guard bits % 8 > 0 else { return true }
        return (octets[bits / 8] ^ start[bits / 8]) >> (8 - bits % 8) == 0
    }
}
