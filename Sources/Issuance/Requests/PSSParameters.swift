import SwiftASN1

/// The parameters of an RSASSA-PSS signature (RFC 4055 section 3.1) that the library can verify:
/// one hash for message and mask, a salt as long as the hash.
enum PSSParameters {
    private static let hashes: [ASN1ObjectIdentifier: HashAlgorithm] = [
        [2, 16, 840, 1, 101, 3, 4, 2, 1]: .sha256,
        [2, 16, 840, 1, 101, 3, 4, 2, 2]: .sha384,
        [2, 16, 840, 1, 101, 3, 4, 2, 3]: .sha512,
    ]
    private static let maskGeneration: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 1, 8]

    /// The hash, or nil where the parameters ask for something else. Those left out stand for
    /// SHA-1 and a salt of 20, which is something else.
    static func hash(of parameters: ASN1Any?) -> HashAlgorithm? {
        guard let parameters else { return nil }
        // Unreadable parameters are unsupported ones: there is no third answer to give.
        return try? parse(parameters)
    }

    private static func parse(_ parameters: ASN1Any) throws -> HashAlgorithm? {
        var serializer = DER.Serializer()
        try serializer.serialize(parameters)
        let root = try DER.parse(serializer.serializedBytes)
        return try DER.sequence(root, identifier: .sequence) { nodes in
            let message = try explicit(&nodes, 0) { try SPKIFields.algorithm($0).0 }
            let mask = try explicit(&nodes, 1, maskHash)
            let saltOctets = try explicit(&nodes, 2) { try Int(derEncoded: $0) }
            while nodes.next() != nil {}
            guard let hash = hashes[message], mask == message, saltOctets == hash.lengthOctets
            else {
                return nil
            }
            return hash
        }
    }

    private static func maskHash(_ node: ASN1Node) throws -> ASN1ObjectIdentifier {
        try DER.sequence(node, identifier: .sequence) { nodes in
            guard try ASN1ObjectIdentifier(derEncoded: &nodes) == maskGeneration,
                let hash = nodes.next()
            else { throw ASN1Error.truncated }
            return try SPKIFields.algorithm(hash).0
        }
    }

    private static func explicit<Value>(
        _ nodes: inout ASN1NodeCollection.Iterator, _ tag: UInt,
        _ read: (ASN1Node) throws -> Value
    ) throws -> Value {
        try DER.explicitlyTagged(
            &nodes, tagNumber: tag, tagClass: .contextSpecific, read)
    }
}
