/// Timestamps as a certificate holds them (RFC 6962 section 3.3: SignedCertificateTimestampList).
package struct TimestampList: Hashable, Sendable {
    package let timestamps: [SignedTimestamp]

    /// At least one, and no more than the lengths in the list can tell of.
    package init(_ timestamps: [SignedTimestamp]) throws(TimestampProblem) {
        let octets = timestamps.reduce(0) { $0 + $1.octets.count + 2 }
        guard !timestamps.isEmpty, octets <= SignedTimestamp.blockOctetsMax else {
            throw .malformed
        }
        self.timestamps = timestamps
    }

    /// The list, without the OCTET STRING that an extension puts around it.
    package var octets: [UInt8] {
        var inner = OctetWriter()
        for timestamp in timestamps { inner.append(block: timestamp.octets, in: 2) }
        var writer = OctetWriter()
        writer.append(block: inner.octets, in: 2)
        return writer.octets
    }

    package init(octets: [UInt8]) throws(TimestampProblem) {
        var outer = OctetReader(octets)
        var inner = OctetReader(try outer.block(in: 2))
        try outer.finish()
        var timestamps: [SignedTimestamp] = []
        while !inner.isAtEnd {
            timestamps.append(try SignedTimestamp(octets: try inner.block(in: 2)))
        }
        try self.init(timestamps)
    }

    /// The extension, whole.
    var extensionOctets: [UInt8] {
        var value = DERWriter()
        value.append(DERWriter.Tag.octetString, octets)
        var writer = DERWriter()
        writer.append(DERWriter.Tag.sequence) { fields in
            fields.append(whole: CertificateLayout.timestampsOID)
            fields.append(DERWriter.Tag.octetString, value.octets)
        }
        return writer.octets
    }

    init(extensionValue: [UInt8]) throws(TimestampProblem) {
        var reader = DERReader(extensionValue)
        let octets: [UInt8]
        do {
            octets = Array(
                reader.octets(try reader.read(DERWriter.Tag.octetString).content))
            try reader.finish()
        } catch {
            throw .malformed
        }
        try self.init(octets: octets)
    }
}
