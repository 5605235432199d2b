import Crypto

/// What a log vouches for: a precertificate as logs see it (RFC 6962 section 3.2: PreCert).
///
/// The body has neither the poison nor timestamps, so it is the same for the precertificate and for
/// the certificate that is made of it.
package struct LoggedEntry: Hashable, Sendable {
    /// SHA-256 of the SubjectPublicKeyInfo of the issuer.
    package let issuerKeyHash: [UInt8]
    /// The TBSCertificate, changed as said.
    package let body: [UInt8]

    /// Of a precertificate, or of a certificate with timestamps.
    package init(
        of certificate: SignedCertificate, by issuer: SignedCertificate
    ) throws(CertificateProblem) {
        let layout: CertificateLayout
        do {
            layout = try CertificateLayout(der: certificate.der)
        } catch {
            throw .unparseable
        }
        let marks = [CertificateLayout.poisonOID, CertificateLayout.timestampsOID]
            .filter { layout.count(of: $0) > 0 }
        guard marks.count == 1, layout.count(of: marks[0]) == 1 else { throw .unparseable }
        body = layout.body(replacing: marks[0])
        issuerKeyHash = Array(SHA256.hash(data: issuer.key.spki))
    }

    /// What a timestamp's signature is over (RFC 6962 section 3.2).
    package func signedOctets(at milliseconds: UInt64, extensions: [UInt8]) -> [UInt8] {
        var writer = OctetWriter()
        writer.append(SignedTimestamp.version, in: 1)
        writer.append(Self.certificateTimestamp, in: 1)
        writer.append(milliseconds, in: 8)
        writer.append(whole: entryOctets)
        writer.append(block: extensions, in: 2)
        return writer.octets
    }

    /// The entry as it stands in a log's tree (RFC 6962 section 3.4: MerkleTreeLeaf).
    package func leaf(at milliseconds: UInt64, extensions: [UInt8]) -> [UInt8] {
        var writer = OctetWriter()
        writer.append(SignedTimestamp.version, in: 1)
        writer.append(Self.timestampedEntry, in: 1)
        writer.append(milliseconds, in: 8)
        writer.append(whole: entryOctets)
        writer.append(block: extensions, in: 2)
        return writer.octets
    }

    private var entryOctets: [UInt8] {
        var writer = OctetWriter()
        writer.append(Self.precertificateEntry, in: 2)
        writer.append(whole: issuerKeyHash)
        writer.append(block: body, in: 3)
        return writer.octets
    }

    /// SignatureType, MerkleLeafType and LogEntryType.
    private static let certificateTimestamp: UInt64 = 0
    private static let timestampedEntry: UInt64 = 0
    private static let precertificateEntry: UInt64 = 1
}
