package import Foundation
import Synchronization

/// Keeps each key in a file of its own, sealed with a passphrase or a key file.
///
/// All files are unsealed when the keeper is made, in memory only, so a wrong secret or a damaged
/// file stops the start and not the first signature. Files are written whole and durably, and for
/// the owner's eyes only; a folder or file that others may read is refused.
package final class SealedFileKeeper: KeyIntake {
    private let folder: URL
    private let secret: SealingSecret
    private let kept: Mutex<Kept>

    private struct Kept {
        var keys: [KeyIdentifier: (private: PrivateKey, public: SubjectKey)] = [:]
        var seal: Seal?
    }

    /// Opens a folder that exists, with every key in it.
    package init(folder: URL, secret: SealingSecret) throws {
        self.folder = folder
        self.secret = secret
        var found = Kept()
        try Self.unseal(folder, secret, into: &found)
        kept = Mutex(found)
    }

    /// Makes a folder for keys, and those above it; nothing where it is there already.
    package static func makeFolder(_ folder: URL) throws {
        try DurableFolder.make(folder)
    }

    package func make(_ kind: KeyKind) async throws -> SubjectKey {
        try keep(try PrivateKey(making: kind))
    }

    package func take(_ imported: ImportedKey) async throws -> SubjectKey {
        let known = try await keys()
        if known.contains(imported.publicKey) { return imported.publicKey }
        return try keep(imported.key)
    }

    package func destroy(_ key: KeyIdentifier) async throws {
        let file = folder.appending(path: key.hex + "." + Self.fileExtension)
        guard unlink(file.path(percentEncoded: false)) == 0 || errno == ENOENT else {
            throw FileProblem(file.path(percentEncoded: false))
        }
        try DurableFolder.sync(folder)
        kept.withLock { $0.keys[key] = nil }
    }

    /// Writes all keys that are kept to another folder, sealed under another secret.
    func write(to folder: URL, sealedAs secret: SealingSecret) throws {
        let seal = try Seal(making: secret)
        for (identifier, key) in kept.withLock({ $0.keys }) {
            let sealed = try SealedKey(sealing: key.private, as: secret, under: seal)
            let name = identifier.hex + "." + Self.fileExtension
            try DurableFile(folder.appending(path: name)).write(sealed.octets)
        }
    }

    private func keep(_ key: PrivateKey) throws -> SubjectKey {
        let publicHalf = try key.publicHalf()
        let seal = try self.seal()
        let sealed = try SealedKey(sealing: key, as: secret, under: seal)
        let name = publicHalf.identifier.hex + "." + Self.fileExtension
        try DurableFile(folder.appending(path: name)).write(sealed.octets)
        kept.withLock { $0.keys[publicHalf.identifier] = (key, publicHalf) }
        return publicHalf
    }

    /// Notices keys that another process has put into the folder since.
    package func keys() async throws -> [SubjectKey] {
        try kept.withLock { kept in
            try Self.unseal(folder, secret, into: &kept)
            return kept.keys.values.map(\.public).sorted { $0.identifier.hex < $1.identifier.hex }
        }
    }

    package func sign(
        _ bytes: [UInt8], with key: KeyIdentifier, over hash: HashAlgorithm
    ) async throws -> [UInt8] {
        guard let privateKey = kept.withLock({ $0.keys[key]?.private }) else {
            throw KeeperProblem.unknownKey(key)
        }
        return try privateKey.sign(bytes, over: hash)
    }

    private static let fileExtension = "key"

    /// The seal of the folder, worked out at its first use.
    private func seal() throws -> Seal {
        try kept.withLock { kept in
            if let seal = kept.seal { return seal }
            let seal = try Seal(making: secret)
            kept.seal = seal
            return seal
        }
    }

    /// Unseals the files of a folder that are not kept yet.
    private static func unseal(
        _ folder: URL, _ secret: SealingSecret, into kept: inout Kept
    ) throws {
        let path = folder.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else {
            throw KeeperProblem.folderMissing(path: path)
        }
        try OwnerOnly.check(folder)
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        for file in files where file.pathExtension == fileExtension {
            let name = file.deletingPathExtension().lastPathComponent
            if let known = KeyIdentifier(hex: name), kept.keys[known] != nil { continue }
            try OwnerOnly.check(file)
            try unsealFile(file, secret, into: &kept)
        }
    }

    private static func unsealFile(
        _ file: URL, _ secret: SealingSecret, into kept: inout Kept
    ) throws {
        let path = file.path(percentEncoded: false)
        let octets = Array(try Data(contentsOf: file))
        guard octets.count <= SealedKey.fileOctetsMax else {
            throw KeeperProblem.damaged(path: path)
        }
        let sealed = try SealedKey(octets, path: path)
        guard sealed.form == secret.form else {
            throw KeeperProblem.secretWrong(path: path, under: sealed.form)
        }
        if kept.seal?.salt != sealed.salt || kept.seal?.costLog2 != sealed.costLog2 {
            kept.seal = Seal(
                salt: sealed.salt, costLog2: sealed.costLog2,
                key: try secret.derive(salt: sealed.salt, costLog2: sealed.costLog2))
        }
        guard let seal = kept.seal else { preconditionFailure("the seal was just set") }
        let key = try sealed.open(with: seal.key, path: path)
        let publicHalf = try key.publicHalf()
        let name = file.deletingPathExtension().lastPathComponent
        guard sealed.identifier == publicHalf.identifier, name == publicHalf.identifier.hex else {
            throw KeeperProblem.damaged(path: path)
        }
        kept.keys[publicHalf.identifier] = (key, publicHalf)
    }
}

extension Seal {
    /// A new salt, and the secret worked out for it.
    fileprivate init(making secret: SealingSecret) throws {
        let salt = (0..<SealedKey.saltOctets).map { _ in UInt8.random(in: .min ... .max) }
        self.init(
            salt: salt, costLog2: secret.costLog2,
            key: try secret.derive(salt: salt, costLog2: secret.costLog2))
    }
}
