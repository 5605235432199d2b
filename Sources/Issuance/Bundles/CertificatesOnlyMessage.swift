import SwiftASN1

/// A "certs-only" message: SignedData that signs nothing (RFC 5652 section 5.1, RFC 5751
/// section 3.7).
///
/// The certificates keep their order, although DER would sort the set: many readers take the first
/// for the end entity, and RFC 5652 asks for BER only.
struct CertificatesOnlyMessage {
    private static let signedType: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 2]
    private static let plainType: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 1]
    private static let contentTag = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)

    private let certificates: [[UInt8]]

    init(_ certificates: [[UInt8]]) {
        self.certificates = certificates
    }

    var der: [UInt8] {
        var serializer = DER.Serializer()
        serializer.appendConstructedNode(identifier: .sequence) { content in
            content.write(Self.signedType)
            content.appendConstructedNode(identifier: Self.contentTag) { explicit in
                explicit.appendConstructedNode(identifier: .sequence) { writeFields(&$0) }
            }
        }
        return serializer.serializedBytes
    }

    private func writeFields(_ fields: inout DER.Serializer) {
        fields.write(1)
        fields.appendConstructedNode(identifier: .set) { _ in }
        fields.appendConstructedNode(identifier: .sequence) { $0.write(Self.plainType) }
        fields.appendConstructedNode(identifier: Self.contentTag) { set in
            for certificate in certificates { set.serializeRawBytes(certificate) }
        }
        fields.appendConstructedNode(identifier: .set) { _ in }
    }
}

extension DER.Serializer {
    /// Constants of ours, which always can be written.
    fileprivate mutating func write(_ value: some DERSerializable) {
        do {
            try serialize(value)
        } catch {
            preconditionFailure("a constant that is no DER: \(error)")
        }
    }
}
