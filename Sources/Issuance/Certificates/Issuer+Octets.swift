import Foundation
import SwiftASN1
import X509

extension KeptSigningKey {
    /// The AlgorithmIdentifier of what this key signs, in DER.
    var algorithmOctets: [UInt8] {
        get throws { try algorithm(over: key.kind.signatureHash).octets }
    }

    /// `SEQUENCE { tbs, algorithm, signature }`: how certificates, lists and requests are wrapped.
    func signed(_ tbs: [UInt8]) async throws -> [UInt8] {
        let signature = try await signature(of: tbs, over: key.kind.signatureHash)
        let algorithm = try algorithmOctets
        var writer = DERWriter(reserving: tbs.count + signature.count + 64)
        writer.append(DERWriter.Tag.sequence) { whole in
            whole.append(whole: tbs)
            whole.append(whole: algorithm)
            whole.append(bits: signature)
        }
        return writer.octets
    }
}

extension Certificate.SignatureAlgorithm {
    /// The AlgorithmIdentifier: for RSA with the parameter NULL, for curves with none (RFC 5754).
    var octets: [UInt8] {
        get throws {
            let oid: ASN1ObjectIdentifier? =
                switch self {
                case .sha256WithRSAEncryption: [1, 2, 840, 113549, 1, 1, 11]
                case .sha384WithRSAEncryption: [1, 2, 840, 113549, 1, 1, 12]
                case .sha512WithRSAEncryption: [1, 2, 840, 113549, 1, 1, 13]
                case .ecdsaWithSHA256: [1, 2, 840, 10045, 4, 3, 2]
                case .ecdsaWithSHA384: [1, 2, 840, 10045, 4, 3, 3]
                case .ecdsaWithSHA512: [1, 2, 840, 10045, 4, 3, 4]
                default: nil
                }
            guard let oid else { throw CertificateProblem.unparseable }
            let isRSA =
                self == .sha256WithRSAEncryption || self == .sha384WithRSAEncryption
                || self == .sha512WithRSAEncryption
            var serializer = DER.Serializer()
            try serializer.appendConstructedNode(identifier: .sequence) {
                try $0.serialize(oid)
                if isRSA { try $0.serialize(ASN1Null()) }
            }
            return serializer.serializedBytes
        }
    }
}

extension SignedCertificate {
    /// The subject in DER, letter by letter as it stands in the certificate.
    var subjectOctets: [UInt8] {
        get throws { try x509.subject.octets }
    }

    /// The bits of the public key, without algorithm and parameters.
    var keyBits: [UInt8] {
        get throws { Array(try SPKIFields(derEncoded: key.spki).keyBits) }
    }
}

extension DistinguishedName {
    var octets: [UInt8] {
        get throws {
            var serializer = DER.Serializer()
            try serializer.serialize(self)
            return serializer.serializedBytes
        }
    }
}
