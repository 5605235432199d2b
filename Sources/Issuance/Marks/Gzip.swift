import Foundation

/// Data in gzip's envelope (RFC 1952).
package enum Gzip {
    /// Unpacks one member.
    package static func unpack(
        _ packed: [UInt8], octetsMax: Int
    ) throws(GzipProblem) -> [UInt8] {
        guard packed.count >= 18, packed[0] == 0x1F, packed[1] == 0x8B, packed[2] == 8 else {
            throw .notGzip
        }
        let flags = packed[3]
        var start = 10
        if flags & 4 != 0 { start += 2 + Int(packed[start]) | Int(packed[start + 1]) << 8 }
        for flag in [UInt8(8), 16] where flags & flag != 0 {
            guard start < packed.count, let end = packed[start...].firstIndex(of: 0) else {
                throw .malformed
            }
            start = end + 1
        }
        if flags & 2 != 0 { start += 2 }
        guard start < packed.count else { throw .malformed }
        let (octets, end) = try Inflater.inflate(packed, from: start, octetsMax: octetsMax)
        guard packed.count >= end + 8, number(packed, at: end) == CRC32.checksum(of: octets),
            Int(number(packed, at: end + 4)) == octets.count
        else { throw .malformed }
        return octets
    }

    /// Packs without compressing: one member of stored blocks, the same for the same data.
    package static func pack(_ octets: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var start = 0
        repeat {
            let end = min(start + blockOctetsMax, octets.count)
            let count = UInt16(end - start)
            packed.append(end == octets.count ? 1 : 0)
            packed += littleEndian(count) + littleEndian(~count) + octets[start..<end]
            start = end
        } while start < octets.count
        return packed + littleEndian(CRC32.checksum(of: octets))
            + littleEndian(UInt32(octets.count))
    }

    /// Packed, in base64: the form of logos in the API.
    package static func encoded(_ octets: [UInt8]) -> String {
        Data(pack(octets)).base64EncodedString()
    }

    private static let blockOctetsMax = 65_535

    private static func number(_ octets: [UInt8], at start: Int) -> UInt32 {
        octets[start..<(start + 4)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}

package enum GzipProblem: Error, Hashable, Sendable {
    case notGzip
    case malformed
    case tooLarge(octetsMax: Int)
}
