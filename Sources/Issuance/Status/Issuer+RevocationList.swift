import Crypto
import SwiftASN1

extension Issuer {
    /// Signs a list of what this issuer revoked.
    package func sign(
        _ entries: RevokedEntries, as head: RevocationListHead
    ) async throws -> RevocationList {
        let algorithm = try signingKey.algorithmOctets
        let name = try certificate.subjectOctets
        let extensions = extensions(of: head)
        var writer = DERWriter(reserving: entries.octets.count + 1024)
        writer.append(DERWriter.Tag.sequence) { list in
            list.append(number: 1)
            list.append(whole: algorithm)
            list.append(whole: name)
            list.append(time: head.thisUpdate)
            list.append(time: head.nextUpdate)
            if entries.count > 0 { list.append(DERWriter.Tag.sequence, entries.octets) }
            list.append(DERWriter.Tag.explicit(0)) {
                $0.append(DERWriter.Tag.sequence, extensions)
            }
        }
        let body = writer.octets
        return RevocationList(
            der: try await signingKey.signed(body), digest: Array(SHA256.hash(data: body)))
    }

    private func extensions(of head: RevocationListHead) -> [UInt8] {
        var writer = DERWriter()
        writer.append(extension: .authorityKeyIdentifier) { value in
            value.append(DERWriter.Tag.sequence) {
                $0.append(DERWriter.Tag.implicit(0), certificate.subjectKeyIdentifier)
            }
        }
        writer.append(extension: .crlNumber) { $0.append(number: head.number) }
        if let url = head.distributionPoint {
            writer.append(extension: .issuingDistributionPoint, isCritical: true) { value in
                value.append(DERWriter.Tag.sequence) { point in
                    point.append(DERWriter.Tag.explicit(0)) { name in
                        name.append(DERWriter.Tag.explicit(0)) {
                            $0.append(DERWriter.Tag.implicit(6), Array(url.utf8))
                        }
                    }
                }
            }
        }
        return writer.octets
    }
}

/// Object identifiers by their content octets.
struct ExtensionName {
    let octets: [UInt8]

    static let authorityKeyIdentifier = ExtensionName(octets: [0x55, 0x1D, 0x23])
    static let crlNumber = ExtensionName(octets: [0x55, 0x1D, 0x14])
    static let issuingDistributionPoint = ExtensionName(octets: [0x55, 0x1D, 0x1C])
    /// id-pkix-ocsp-nonce.
    static let nonce = ExtensionName(octets: [0x2B, 6, 1, 5, 5, 7, 0x30, 1, 2])
}

extension DERWriter {
    /// An Extension (RFC 5280 section 4.1), `body` writing its value.
    mutating func append(
        extension name: ExtensionName, isCritical: Bool = false, _ body: (inout DERWriter) -> Void
    ) {
        append(Tag.sequence) { whole in
            whole.append(Tag.oid, name.octets)
            if isCritical { whole.append(Tag.boolean, [0xFF]) }
            whole.append(Tag.octetString, body)
        }
    }
}
