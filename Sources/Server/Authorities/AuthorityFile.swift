import Foundation
package import Issuance
import NIOSSL

/// Certificates, and a private key perhaps, as other authorities hand them over: PEM, DER or
/// PKCS #12.
package struct AuthorityFile: Sendable {
    package let certificates: [SignedCertificate]
    package let key: ImportedKey?

    static let octetsMax = 1 << 20

    /// - Parameters:
    ///   - path: holds certificates; or both, as PKCS #12 or PEM.
    ///   - keyPath: holds the key, where it is in a file of its own.
    ///   - passphrase: opens what is encrypted.
    package init(_ path: String, key keyPath: String? = nil, passphrase: String? = nil) throws {
        let octets = try Self.read(path)
        if let bundle = try KeyBundle(octets, path: path, passphrase: passphrase) {
            guard keyPath == nil else { throw AuthorityFileProblem.twoKeys(path) }
            certificates = bundle.certificates
            key = bundle.key
            return
        }
        certificates = try Self.certificates(in: octets, path: path)
        if let keyPath {
            key = try Self.key(in: try Self.read(keyPath), path: keyPath, passphrase: passphrase)
        } else {
            let holdsKey = String(decoding: octets, as: UTF8.self).contains("PRIVATE KEY-----")
            key = holdsKey ? try Self.key(in: octets, path: path, passphrase: passphrase) : nil
        }
    }

    /// The certificates of a file; there is one at least.
    package static func certificates(in path: String) throws -> [SignedCertificate] {
        try certificates(in: try read(path), path: path)
    }

    /// An authority that is known by its CSR.
    package static func request(in path: String) throws -> ForeignAuthority {
        do {
            let text = String(decoding: try read(path), as: UTF8.self)
            return try ForeignAuthority(request: try SigningRequest(text))
        } catch let problem as SigningRequestProblem {
            throw AuthorityFileProblem.requestUnfit(path, problem.phrase)
        }
    }

    private static func certificates(
        in octets: [UInt8], path: String
    ) throws(AuthorityFileProblem) -> [SignedCertificate] {
        let certificates: [SignedCertificate]
        do {
            certificates = try SignedCertificate.all(in: octets)
        } catch {
            throw .unreadable(path)
        }
        guard !certificates.isEmpty else { throw .noCertificate(path) }
        return certificates
    }

    /// The first line of a file, which holds a passphrase.
    package static func passphrase(in path: String) throws -> String {
        let text = String(decoding: try read(path), as: UTF8.self)
        let line = text.prefix { !$0.isNewline }
        guard !line.isEmpty else { throw AuthorityFileProblem.passphraseEmpty(path) }
        return String(line)
    }

    /// The same, of a file that nobody but its owner may read.
    static func ownPassphrase(in path: String) throws -> String {
        if FileManager.default.fileExists(atPath: path) {
            try OwnerOnly.check(URL(filePath: path))
        }
        return try passphrase(in: path)
    }

    package static func read(_ path: String) throws -> [UInt8] {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw AuthorityFileProblem.missing(path)
        }
        guard content.count <= octetsMax else { throw AuthorityFileProblem.unreadable(path) }
        return Array(content)
    }

    private static func key(
        in octets: [UInt8], path: String, passphrase: String?
    ) throws -> ImportedKey {
        let isText = octets.first != 0x30
        let key: NIOSSLPrivateKey
        do {
            // Without a passphrase the library would ask for one at the terminal.
            key = try NIOSSLPrivateKey(bytes: octets, format: isText ? .pem : .der) { give in
                give(Array((passphrase ?? "").utf8))
            }
        } catch {
            throw AuthorityFileProblem.keyUnreadable(path)
        }
        // The library cannot tell the octets of keys that are not for TLS.
        guard let der = try? key.derBytes else { throw AuthorityFileProblem.keyUnfit(path) }
        return try ImportedKey(der: der)
    }
}

/// Why a file with an authority cannot be used. Nothing of its content is in it.
package enum AuthorityFileProblem: Error, Equatable, CustomStringConvertible {
    case missing(String)
    case unreadable(String)
    case noCertificate(String)
    case twoKeys(String)
    case keyUnreadable(String)
    case keyUnfit(String)
    case passphraseWrong(String)
    case passphraseMissing(String)
    case passphraseEmpty(String)
    case bundleIncomplete(String)
    case requestUnfit(String, String)

    package var description: String {
        switch self {
        case .missing(let path): "\(path) is not there, or cannot be read."
        case .unreadable(let path):
            """
            \(path) holds no certificates in PEM, DER or PKCS #12 that can be taken; keys are RSA \
            of 2,048 bits or more, P-256, P-384 or P-521.
            """
        case .noCertificate(let path): "\(path) holds no certificate."
        case .twoKeys(let path): "\(path) is PKCS #12 and has its own key: leave --key out."
        case .keyUnfit(let path): "\(path) holds a key that is neither RSA, P-256, P-384 nor P-521."
        case .keyUnreadable(let path):
            """
            \(path) holds no private key in PEM or DER that could be read; if it is encrypted, the \
            passphrase is wrong or missing.
            """
        case .passphraseWrong(let path):
            "\(path) cannot be opened: the passphrase is wrong, or the file is damaged."
        case .passphraseMissing(let path):
            "\(path) is PKCS #12: give its passphrase with --passphrase-file."
        case .passphraseEmpty(let path): "The first line of \(path) is empty; it is the passphrase."
        case .bundleIncomplete(let path):
            "\(path) is PKCS #12 without a private key and its certificate."
        case .requestUnfit(let path, let reason): "\(path) is no CSR that can be taken: \(reason)"
        }
    }
}
