import SwiftASN1

/// The three fields of a SubjectPublicKeyInfo, not yet judged (RFC 5280 section 4.1).
struct SPKIFields: DERParseable {
    let algorithm: ASN1ObjectIdentifier
    let parameters: ASN1Any?
    let keyBits: ArraySlice<UInt8>

    init(derEncoded node: ASN1Node) throws {
        self = try DER.sequence(node, identifier: .sequence) { nodes in
            guard let algorithmNode = nodes.next() else { throw ASN1Error.truncated }
            let (algorithm, parameters) = try Self.algorithm(algorithmNode)
            let key = try ASN1BitString(derEncoded: &nodes)
            guard key.paddingBits == 0 else { throw ASN1Error.truncated }
            return Self(algorithm: algorithm, parameters: parameters, keyBits: key.bytes)
        }
    }

    private init(
        algorithm: ASN1ObjectIdentifier, parameters: ASN1Any?, keyBits: ArraySlice<UInt8>
    ) {
        self.algorithm = algorithm
        self.parameters = parameters
        self.keyBits = keyBits
    }

    /// An AlgorithmIdentifier: its object identifier and whatever parameters follow.
    static func algorithm(_ node: ASN1Node) throws -> (ASN1ObjectIdentifier, ASN1Any?) {
        try DER.sequence(node, identifier: .sequence) { nodes in
            (
                try ASN1ObjectIdentifier(derEncoded: &nodes),
                nodes.next().map(ASN1Any.init(derEncoded:))
            )
        }
    }

    var isParameterNull: Bool {
        guard let parameters else { return false }
        // Whatever else stands there is not null.
        return (try? ASN1Null(asn1Any: parameters)) != nil
    }

    /// The curve named by the parameters, where they name one.
    var curve: ASN1ObjectIdentifier? {
        // Parameters of another type name no curve.
        parameters.flatMap { try? ASN1ObjectIdentifier(asn1Any: $0) }
    }
}

extension ASN1Error {
    /// A field is missing, or has bits that no field of its kind has.
    static var truncated: ASN1Error { .invalidASN1Object(reason: "truncated") }
}
