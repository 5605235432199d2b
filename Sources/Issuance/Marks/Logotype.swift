import Crypto
import Foundation
import SwiftASN1
import X509

/// A logo as a certificate holds it (RFC 3709): the image itself in a data URI, and its hash.
package struct Logotype: Hashable, Sendable {
    static let mediaType = "image/svg+xml"

    /// The SVG in gzip.
    package let compressed: [UInt8]

    package init(compressed: [UInt8]) {
        self.compressed = compressed
    }

    /// The hash of the image as it stands in the certificate.
    package var sha256: [UInt8] { Array(SHA256.hash(data: compressed)) }

    var uri: String {
        "data:\(Self.mediaType);base64,\(Data(compressed).base64EncodedString())"
    }
}

extension Certificate.Extension {
    /// LogotypeExtn with a direct subject logo of one image. The hash is that of what the URI
    /// holds, the compressed image.
    static func logotype(_ logo: Logotype) throws -> Certificate.Extension {
        var serializer = DER.Serializer()
        try serializer.appendConstructedNode(identifier: .sequence) { logos in
            try logos.appendConstructedNode(identifier: .context(2)) { subject in
                try subject.appendConstructedNode(identifier: .context(0)) { data in
                    try data.appendConstructedNode(identifier: .sequence) { images in
                        try images.appendConstructedNode(identifier: .sequence) { image in
                            try image.append(details: logo)
                        }
                    }
                }
            }
        }
        return Certificate.Extension(
            oid: [1, 3, 6, 1, 5, 5, 7, 1, 12], critical: false,
            value: serializer.serializedBytes[...])
    }

    /// CanSignHttpExchangesDraft, whose value is NULL.
    static let signsExchanges = Certificate.Extension(
        oid: [1, 3, 6, 1, 4, 1, 11129, 2, 1, 22], critical: false, value: [5, 0])
}

extension DER.Serializer {
    fileprivate mutating func append(details logo: Logotype) throws {
        try appendConstructedNode(identifier: .sequence) { details in
            try details.serialize(ASN1IA5String(Logotype.mediaType))
            try details.appendConstructedNode(identifier: .sequence) { hashes in
                try hashes.appendConstructedNode(identifier: .sequence) { hash in
                    try hash.appendConstructedNode(identifier: .sequence) { algorithm in
                        try algorithm.serialize(ASN1ObjectIdentifier.sha256)
                    }
                    try hash.serialize(ASN1OctetString(contentBytes: logo.sha256[...]))
                }
            }
            try details.appendConstructedNode(identifier: .sequence) { locations in
                try locations.serialize(ASN1IA5String(logo.uri))
            }
        }
    }
}

extension ASN1ObjectIdentifier {
    fileprivate static let sha256: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 1]
}

extension ASN1Identifier {
    fileprivate static func context(_ number: UInt) -> ASN1Identifier {
        ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
    }
}
