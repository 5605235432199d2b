import SwiftASN1

/// An object identifier by the octets that DER writes for it (X.690 section 8.19).
///
/// The octets are what is compared, thousands of times a second; the numbers are made of them only
/// to be shown.
package struct OID: Hashable, Sendable {
    /// Longer ones are not read: nothing real is.
    static let octetsMax = 64

    let octets: [UInt8]

    /// Of numbers that this house wrote down itself.
    init(_ numbers: [UInt64]) {
        guard let octets = Self.octets(of: numbers) else {
            preconditionFailure("\(numbers) is no object identifier")
        }
        self.octets = octets
    }

    init(_ asn1: ASN1ObjectIdentifier) {
        self.init(asn1.oidComponents.map(UInt64.init))
    }

    /// Dotted numbers, such as `2.23.140.1.2.1`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        var numbers: [UInt64] = []
        for part in parts {
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt64(part),
                part.count == 1 || part.first != "0"
            else { return nil }
            numbers.append(number)
        }
        guard let octets = Self.octets(of: numbers) else { return nil }
        self.octets = octets
    }

    /// As they stand in a certificate; nil where they are none that could be written down.
    init?(octets: some Collection<UInt8>) {
        let arcs = octets.split(omittingEmptySubsequences: false) { $0 < 0x80 }
        guard octets.count <= Self.octetsMax, !octets.isEmpty, arcs.last?.isEmpty == true,
            arcs.allSatisfy({ $0.count < 9 && $0.first != 0x80 })
        else { return nil }
        self.octets = Array(octets)
    }

    private static func octets(of numbers: [UInt64]) -> [UInt8]? {
        guard numbers.count >= 2, numbers[0] <= 2, numbers[0] == 2 || numbers[1] < 40,
            numbers.allSatisfy({ $0 < UInt64(Int64.max) - 80 })
        else { return nil }
        var octets: [UInt8] = []
        for number in [numbers[0] * 40 + numbers[1]] + numbers.dropFirst(2) {
            var digits = [UInt8(number & 0x7F)]
            var rest = number >> 7
            while rest > 0 {
                digits.append(UInt8(rest & 0x7F) | 0x80)
                rest >>= 7
            }
            octets += digits.reversed()
        }
        return octets.count <= octetsMax ? octets : nil
    }

    /// Dotted numbers.
    package var text: String { numbers.map(String.init).joined(separator: ".") }

    var asn1: ASN1ObjectIdentifier {
        var writer = DERWriter(reserving: octets.count + 2)
        writer.append(DERWriter.Tag.oid, octets)
        do {
            return try ASN1ObjectIdentifier(derEncoded: writer.octets)
        } catch {
            preconditionFailure("the octets of \(text) were made from numbers: \(error)")
        }
    }

    private var numbers: [UInt64] {
        var numbers: [UInt64] = []
        var number: UInt64 = 0
        for octet in octets {
            number = number << 7 | UInt64(octet & 0x7F)
            if octet & 0x80 == 0 {
                numbers.append(number)
                number = 0
            }
        }
        let first = min(numbers[0] / 40, 2)
        return [first, numbers[0] - first * 40] + numbers.dropFirst()
    }
}

extension OID: ExpressibleByArrayLiteral {
    package init(arrayLiteral numbers: UInt64...) {
        self.init(numbers)
    }
}

extension OID: CustomStringConvertible {
    package var description: String { text }
}
