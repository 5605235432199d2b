import Crypto

/// The hash a signature is made over (RFC 5754); raw values are how callers write it.
///
/// Independent of the key that signs: a P-256 issuer signs over SHA-512 as readily as an RSA one.
package enum HashAlgorithm: String, CaseIterable, Sendable {
    case sha256
    case sha384
    case sha512

    func digest(of bytes: [UInt8]) -> any Digest {
        switch self {
        case .sha256: SHA256.hash(data: bytes)
        case .sha384: SHA384.hash(data: bytes)
        case .sha512: SHA512.hash(data: bytes)
        }
    }

    var lengthOctets: Int {
        switch self {
        case .sha256: SHA256.byteCount
        case .sha384: SHA384.byteCount
        case .sha512: SHA512.byteCount
        }
    }
}
