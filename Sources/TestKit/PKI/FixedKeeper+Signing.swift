import Crypto
import CryptoExtras
import Issuance
import Synchronization

extension _RSA.Signing.PrivateKey {
    func pkcs1Signature(of bytes: [UInt8], over hash: HashAlgorithm) throws -> [UInt8] {
        let signature =
            switch hash {
            case .sha256:
                try signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
            case .sha384:
                try signature(for: SHA384.hash(data: bytes), padding: .insecurePKCS1v1_5)
            case .sha512:
                try signature(for: SHA512.hash(data: bytes), padding: .insecurePKCS1v1_5)
            }
        return Array(signature.rawRepresentation)
    }
}

/// Counts from 0, from several tasks at once.
final class Counter: Sendable {
    private let value = Atomic(0)

    func next() -> Int {
        value.add(1, ordering: .relaxed).oldValue
    }
}
