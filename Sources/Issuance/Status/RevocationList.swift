package import Foundation

/// A certificate revocation list as it was signed (RFC 5280 section 5).
package struct RevocationList: Equatable, Sendable {
    package let der: [UInt8]
    /// SHA-256 of what was signed, by which the signature can be found again.
    package let digest: [UInt8]

    /// Lines of 64 characters that end in LF, the last one too.
    package static func pem(der: [UInt8]) -> String { PEM(label: "X509 CRL", der: der).text + "\n" }
}

/// What a list says of itself.
package struct RevocationListHead: Sendable {
    /// Counts the lists of one distribution point (RFC 5280 section 5.2.3).
    package let number: Int64
    package let thisUpdate: Date
    package let nextUpdate: Date
    /// Where the list is published, if it is not all that its issuer has revoked
    /// (RFC 5280 section 5.2.5).
    package let distributionPoint: String?

    package init(
        number: Int64, thisUpdate: Date, nextUpdate: Date, distributionPoint: String?
    ) {
        self.number = number
        self.thisUpdate = thisUpdate
        self.nextUpdate = nextUpdate
        self.distributionPoint = distributionPoint
    }
}

/// The entries of a list, written one after the other: a list may have a million.
package struct RevokedEntries: Sendable {
    private var writer: DERWriter
    package private(set) var count = 0

    /// What an entry takes, mostly.
    static let octetsUsual = 50

    package init(countExpected: Int = 0) {
        writer = DERWriter(reserving: countExpected * Self.octetsUsual)
    }

    /// - Parameters:
    ///   - serial: the octets of the number, the highest first.
    ///   - seconds: when it was revoked, since 1970.
    ///   - reason: of CRLReason; that there is none is not said (RFC 5280 section 5.3.1).
    package mutating func append(serial: [UInt8], seconds: Int64, reason: Int) {
        count += 1
        writer.append(DERWriter.Tag.sequence) { entry in
            entry.append(magnitude: serial)
            entry.append(seconds: seconds)
            if reason != 0 { entry.append(whole: Self.reasonOctets(UInt8(reason))) }
        }
    }

    /// `SEQUENCE { SEQUENCE { reasonCode, OCTET STRING { ENUMERATED } } }`.
    private static func reasonOctets(_ reason: UInt8) -> [UInt8] {
        [
            0x30, 0x0C, 0x30, 0x0A, 0x06, 0x03, 0x55, 0x1D, 0x15, 0x04, 0x03, 0x0A, 0x01, reason,
        ]
    }

    /// The elements. A list without entries has no sequence of them at all.
    var octets: [UInt8] { writer.octets }
}
