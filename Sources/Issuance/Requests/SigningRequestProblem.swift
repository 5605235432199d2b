/// Why a text is not a signing request that can be honoured.
package enum SigningRequestProblem: Error, Hashable, Sendable {
    case tooLarge
    case unparseable
    case trailingBytes
    /// The algorithm or curve of the key, by its object identifier.
    case keyTypeUnsupported(String)
    case keyMalformed
    case weakKey(KeyWeakness)
    /// The algorithm of the request's own signature.
    case signatureUnsupported(String)
    case signatureInvalid

    /// What was wrong and what would be right, for a reader.
    package var phrase: String {
        switch self {
        case .tooLarge:
            "The CSR is longer than \(SigningRequest.octetsMax) octets."
        case .unparseable:
            "The CSR could not be read as PKCS #10 in PEM or base64."
        case .trailingBytes:
            "The CSR has bytes after its end."
        case .keyTypeUnsupported(let name):
            "The key is of type \(name); use RSA, P-256, P-384, P-521 or Ed25519."
        case .keyMalformed:
            "The public key is not a valid key of its type."
        case .weakKey(let weakness):
            weakness.phrase
        case .signatureUnsupported(let name):
            "The CSR is signed with \(name); use SHA-256, SHA-384 or SHA-512."
        case .signatureInvalid:
            "The CSR is not signed by the key it contains."
        }
    }
}
