import Crypto
package import Foundation

/// Signs answers about certificates of one issuer, with a key of its own that the issuer vouched
/// for (RFC 6960 section 4.2.2.2).
///
/// A class, so that a question costs no copy of what a certificate consists of.
package final class OCSPResponder: Sendable {
    package let certificate: SignedCertificate
    let signingKey: KeptSigningKey
    private let name: [UInt8]
    /// The AlgorithmIdentifier of the signatures.
    private let algorithm: [UInt8]

    init(certificate: SignedCertificate, signingKey: KeptSigningKey) throws {
        self.certificate = certificate
        self.signingKey = signingKey
        name = Array(Insecure.SHA1.hash(data: try certificate.keyBits))
        algorithm = try signingKey.algorithmOctets
    }

    /// An OCSPResponse in DER.
    package func answer(_ statuses: [OCSPStatus], _ times: OCSPTimes, nonce: [UInt8]?) async throws
        -> [UInt8]
    {
        let body = body(statuses, times, nonce: nonce)
        let signature = try await signingKey.signature(
            of: body, over: signingKey.key.kind.signatureHash)
        var writer = DERWriter(reserving: body.count + certificate.der.count + 512)
        writer.append(DERWriter.Tag.sequence) { response in
            response.append(DERWriter.Tag.enumerated, [0])
            response.append(DERWriter.Tag.explicit(0)) { field in
                field.append(DERWriter.Tag.sequence) {
                    $0.append(DERWriter.Tag.oid, Self.basicResponse)
                    $0.append(DERWriter.Tag.octetString) { append(body, signature, to: &$0) }
                }
            }
        }
        return writer.octets
    }

    /// BasicOCSPResponse (RFC 6960 section 4.2.1).
    private func append(_ body: [UInt8], _ signature: [UInt8], to writer: inout DERWriter) {
        writer.append(DERWriter.Tag.sequence) { basic in
            basic.append(whole: body)
            basic.append(whole: algorithm)
            basic.append(bits: signature)
            basic.append(DERWriter.Tag.explicit(0)) {
                $0.append(DERWriter.Tag.sequence, certificate.der)
            }
        }
    }

    /// ResponseData (RFC 6960 section 4.2.1).
    private func body(
        _ statuses: [OCSPStatus], _ times: OCSPTimes, nonce: [UInt8]?
    ) -> [UInt8] {
        var writer = DERWriter(reserving: 512)
        writer.append(DERWriter.Tag.sequence) { data in
            data.append(DERWriter.Tag.explicit(2)) { $0.append(DERWriter.Tag.octetString, name) }
            data.append(generalizedTime: times.producedAt)
            data.append(DERWriter.Tag.sequence) { list in
                for status in statuses { list.append(status, times) }
            }
            if let nonce {
                data.append(DERWriter.Tag.explicit(1)) { field in
                    field.append(DERWriter.Tag.sequence) { list in
                        list.append(extension: .nonce) {
                            $0.append(DERWriter.Tag.octetString, nonce)
                        }
                    }
                }
            }
        }
        return writer.octets
    }

    /// id-pkix-ocsp-basic.
    private static let basicResponse: [UInt8] = [0x2B, 6, 1, 5, 5, 7, 0x30, 1, 1]
}

/// What an answer says of one certificate.
package struct OCSPStatus: Sendable {
    package let certificate: OCSPCertID
    package let standing: Standing

    package init(_ certificate: OCSPCertID, _ standing: Standing) {
        self.certificate = certificate
        self.standing = standing
    }

    package enum Standing: Hashable, Sendable {
        case good
        /// `reason` as in CRLReason.
        case revoked(at: Date, reason: Int)
        case unknown
    }
}

/// From when until when an answer holds.
package struct OCSPTimes: Sendable {
    package let producedAt: Date
    package let thisUpdate: Date
    package let nextUpdate: Date

    package init(producedAt: Date, thisUpdate: Date, nextUpdate: Date) {
        self.producedAt = producedAt
        self.thisUpdate = thisUpdate
        self.nextUpdate = nextUpdate
    }
}

extension DERWriter {
    /// SingleResponse. A reason that says nothing is left out (RFC 5280 section 5.3.1).
    fileprivate mutating func append(_ status: OCSPStatus, _ times: OCSPTimes) {
        append(Tag.sequence) { single in
            single.append(whole: status.certificate.der)
            switch status.standing {
            case .good: single.append(Tag.implicit(0), [])
            case .unknown: single.append(Tag.implicit(2), [])
            case .revoked(let date, let reason):
                single.append(Tag.explicit(1)) { revoked in
                    revoked.append(generalizedTime: date)
                    guard reason != 0 else { return }
                    revoked.append(Tag.explicit(0)) {
                        $0.append(Tag.enumerated, [UInt8(reason)])
                    }
                }
            }
            single.append(generalizedTime: times.thisUpdate)
            single.append(Tag.explicit(0)) { $0.append(generalizedTime: times.nextUpdate) }
        }
    }
}
