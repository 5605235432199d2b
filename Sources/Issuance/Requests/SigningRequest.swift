import SwiftASN1
import X509

/// A certificate signing request, PKCS #10 (RFC 2986), that proves possession of a sound key.
///
/// A value of this type has been read in full: its key passed the policy it was read under and its
/// own signature was verified with that key. Of what it asks for, the common name alone is kept;
/// what a certificate says is decided by whoever ordered it, not by the request.
package struct SigningRequest: Hashable, Sendable {
    /// Upper bound on the text as on the DER. An RSA request of 8192 bits takes 3 KiB.
    package static let octetsMax = 64 * 1024

    static let label = "CERTIFICATE REQUEST"

    package let der: [UInt8]
    package let key: SubjectKey
    package let commonName: String?

    /// Lines of 64 characters that end in LF, the last one too.
    package var pem: String { PEM(label: Self.label, der: der).text + "\n" }

    /// Reads what people paste: PEM with any line ends or none, text around it, or bare base64.
    ///
    /// - Parameter known: a request that was read before, as it was given or as ``pem`` has it. Of
    ///   the same one, the signature is not verified again; the key is judged again.
    package init(
        _ text: String, policy: WeakKeyPolicy = .standard, known: String? = nil
    ) throws(SigningRequestProblem) {
        guard text.utf8.count <= Self.octetsMax else { throw .tooLarge }
        let labels = [Self.label, "NEW \(Self.label)"]
        let der = PEM(firstOf: labels, in: text)?.der ?? PEM.octets(ofBase64: text.padded)
        guard let der else { throw .unparseable }
        let (read, fields) = try Self.read(der, policy: policy)
        if known == nil || text != known && read.pem != known {
            try Self.checkSignature(of: fields, by: read.key)
        }
        self = read
    }

    package init(
        der: [UInt8], policy: WeakKeyPolicy = .standard
    ) throws(SigningRequestProblem) {
        let (read, fields) = try Self.read(der, policy: policy)
        try Self.checkSignature(of: fields, by: read.key)
        self = read
    }

    private init(der: [UInt8], key: SubjectKey, commonName: String?) {
        self.der = der
        self.key = key
        self.commonName = commonName
    }

    /// All but the signature.
    private static func read(
        _ der: [UInt8], policy: WeakKeyPolicy
    ) throws(SigningRequestProblem) -> (SigningRequest, RequestFields) {
        guard der.count <= Self.octetsMax else { throw .tooLarge }
        guard let element = TopLevelElement(startOf: der) else { throw .unparseable }
        guard element.count == der.count else { throw .trailingBytes }
        let fields: RequestFields
        do {
            fields = try RequestFields(derEncoded: der)
        } catch {
            throw .unparseable
        }
        let request = SigningRequest(
            der: der, key: try SubjectKey(sound: fields.spki, policy: policy),
            commonName: fields.subject.commonName)
        return (request, fields)
    }

    private static func checkSignature(
        of fields: RequestFields, by key: SubjectKey
    ) throws(SigningRequestProblem) {
        guard try signature(of: fields).isValid(by: key) else { throw .signatureInvalid }
    }

    /// The signature of a request over itself, by the key it asks a certificate for.
    ///
    /// SHA-1 is accepted with RSA alone: the signature proves possession when it is made and binds
    /// nothing later, and old equipment offers no other.
    private static func signature(
        of fields: RequestFields
    ) throws(SigningRequestProblem) -> KeySignature {
        do {
            return KeySignature(
                scheme: try KeySignature.Scheme(fields.algorithm, parameters: fields.parameters),
                signed: fields.signed, signature: fields.signature)
        } catch {
            throw .signatureUnsupported(error.name)
        }
    }
}

/// The parts of a CertificationRequest, not yet judged (RFC 2986 section 4.2).
struct RequestFields: DERParseable {
    let subject: DistinguishedName
    let spki: [UInt8]
    let signed: [UInt8]
    let algorithm: ASN1ObjectIdentifier
    let parameters: ASN1Any?
    let signature: [UInt8]

    init(derEncoded node: ASN1Node) throws {
        self = try DER.sequence(node, identifier: .sequence) { nodes in
            guard let body = nodes.next(), let algorithm = nodes.next() else {
                throw ASN1Error.truncated
            }
            return try Self(
                body: body, algorithm: SPKIFields.algorithm(algorithm),
                signature: ASN1BitString(derEncoded: &nodes))
        }
    }

    private init(
        body: ASN1Node, algorithm: (ASN1ObjectIdentifier, ASN1Any?), signature: ASN1BitString
    ) throws {
        guard signature.paddingBits == 0 else { throw ASN1Error.truncated }
        (subject, spki) = try DER.sequence(body, identifier: .sequence) { nodes in
            // Version 0 is the only one there is; some old clients write others and mean it.
            _ = try Int(derEncoded: &nodes)
            guard let name = nodes.next(), let key = nodes.next() else {
                throw ASN1Error.truncated
            }
            let subject = try DistinguishedName(derEncoded: name)
            // Attributes are read past: nothing a request asks for is taken over.
            while nodes.next() != nil {}
            return (subject, Array(key.encodedBytes))
        }
        signed = Array(body.encodedBytes)
        (self.algorithm, parameters) = algorithm
        self.signature = Array(signature.bytes)
    }
}

extension String {
    /// The base64 of a text with as much padding as it needs, however much clients put there.
    var padded: String {
        let bare = String(unicodeScalars.filter { !$0.isBlank && $0 != "=" })
        return bare + String(repeating: "=", count: (4 - bare.utf8.count % 4) % 4)
    }
}

extension Unicode.Scalar {
    /// Looked up in Unicode's tables only where it must be: a CSR is a thousand letters of ASCII.
    fileprivate var isBlank: Bool {
        isASCII ? UInt8(ascii: self).isBlank : properties.isWhitespace
    }
}
