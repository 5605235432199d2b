/// The checksum of zip files (ISO 3309, reflected, polynomial 0xEDB88320).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
        }
    }

    static func checksum(of octets: [UInt8]) -> UInt32 {
        ~octets.reduce(~UInt32(0)) { checksum, octet in
            table[Int(UInt8(truncatingIfNeeded: checksum) ^ octet)] ^ checksum >> 8
        }
    }
}
