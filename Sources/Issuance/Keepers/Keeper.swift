/// Keeps private keys and signs with them; the keys themselves never leave.
///
/// A small interface, so that a hardware module can stand behind it as well as a folder of files.
package protocol Keeper: Sendable {
    /// Makes a key and keeps it, durably, before it returns.
    func make(_ kind: KeyKind) async throws -> SubjectKey

    /// The public halves of all keys kept, in the order of their identifiers.
    func keys() async throws -> [SubjectKey]

    /// Signs `bytes` as X.509 wants it: PKCS #1 v1.5 for RSA (RFC 4055 section 5), an
    /// ECDSA-Sig-Value in DER for curves (RFC 5480 appendix A).
    func sign(
        _ bytes: [UInt8], with key: KeyIdentifier, over hash: HashAlgorithm
    ) async throws -> [UInt8]
}

/// Why a keeper does not do as asked. Paths are of files; nothing secret is in an error.
package enum KeeperProblem: Error, Hashable, Sendable {
    /// Keys of this kind are not made: too weak, or not for signing certificates.
    case kindUnsupported(KeyKind)
    case unknownKey(KeyIdentifier)
    case folderMissing(path: String)
    /// Others than the owner may read the file or folder.
    case exposed(path: String)
    /// The key file that unseals the others is not there.
    case secretMissing(path: String)
    /// The key file is a folder, or may not be read.
    case secretUnreadable(path: String)
    /// The key file has not exactly 32 octets.
    case secretMalformed(path: String)
    /// The passphrase or key file is not the one that the key was sealed under, which was of this
    /// form.
    case secretWrong(path: String, under: SecretForm)
    /// The folder was sealed under another secret since it was opened.
    case resealed(path: String)
    /// The file was cut, altered or renamed since it was written.
    case damaged(path: String)
    /// The file was written by a later release.
    case versionUnknown(UInt8, path: String)
}

extension KeeperProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .kindUnsupported(let kind): "Keys of type \(kind) are not made here."
        case .unknownKey(let key): "There is no key \(key.hex)."
        case .folderMissing(let path): "The key folder \(path) is not there."
        case .exposed(let path):
            "\(path) can be read by others than its owner. Take that away: chmod go-rwx \(path)"
        case .secretMissing(let path):
            """
            The key file \(path), which unseals the keys, is not there. Where they are sealed \
            under a passphrase, give that.
            """
        case .secretUnreadable(let path):
            "\(path) cannot be read; a key file is a file of 32 octets, and this user's."
        case .secretMalformed(let path): "The key file \(path) does not have 32 octets."
        case .secretWrong(let path, let form):
            "\(path) was sealed under \(form.phrase), and not under what was given."
        case .resealed(let path):
            """
            \(path) was sealed under another secret meanwhile. Configure that, and restart the \
            server.
            """
        case .damaged(let path): "\(path) was cut, altered or renamed since it was written."
        case .versionUnknown(let version, let path):
            "\(path) has format \(version), which a later release of Chancery wrote."
        }
    }
}
