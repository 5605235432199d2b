package import Foundation
import Synchronization

/// Keeps each key in a file of its own, sealed with a passphrase or a key file.
///
/// All files are unsealed when the keeper is made, in memory only, so a wrong secret or a damaged
/// file stops the start and not the first signature. Files are written whole and durably, and for
/// the owner's eyes only; a folder or file that others may read is refused.
///
/// Where the secret opens some files and not others, somebody wrote beside a change of the secret:
/// the others are left out, until ``SealedFolder/reseal(from:to:)`` is run again.
package final class SealedFileKeeper: KeyIntake {
    private let folder: URL
    private let secret: SealingSecret
    private let kept: Mutex<Kept>

    private struct Kept {
        var keys: [KeyIdentifier: (private: PrivateKey, public: SubjectKey)] = [:]
        /// Under which new files are sealed.
        var seal: Seal?
        /// The secret worked out for each salt that was met, in files that it opens and in others:
        /// with a passphrase that is dear, and files are looked at again and again.
        var seals: [[UInt8]: Seal] = [:]
        /// Of the files that were opened or written: by them a folder that was sealed anew beside
        /// this process is told.
        var salts: Set<[UInt8]> = []
        /// Files under another secret.
        var strangers: Set<KeyIdentifier> = []
        var firstStranger: KeeperProblem?

        mutating func seal(of sealed: SealedKey, as secret: SealingSecret) throws -> Seal {
            if let known = seals[sealed.salt], known.costLog2 == sealed.costLog2 { return known }
            let seal = Seal(
                salt: sealed.salt, costLog2: sealed.costLog2,
                key: try secret.derive(salt: sealed.salt, costLog2: sealed.costLog2))
            seals[sealed.salt] = seal
            return seal
        }

        /// Whether a file stands in the place of one that was opened.
        func replaces(_ sealed: SealedKey) -> Bool {
            !salts.contains(sealed.salt) && sealed.identifier.map { keys[$0] != nil } == true
        }

        /// Whether such a file is under the same secret.
        mutating func opens(_ sealed: SealedKey, as secret: SealingSecret) throws -> Bool {
            guard sealed.form == secret.form,
                sealed.isSealed(with: try seal(of: sealed, as: secret).key)
            else { return false }
            salts.insert(sealed.salt)
            return true
        }
    }

    /// Opens a folder that exists, with every key in it.
    package convenience init(folder: URL, secret: SealingSecret) throws {
        try self.init(whatOpensIn: folder, secret: secret)
        let problem = kept.withLock { $0.keys.isEmpty ? $0.firstStranger : nil }
        if let problem { throw problem }
    }

    /// The same, even where the secret opens nothing.
    init(whatOpensIn folder: URL, secret: SealingSecret) throws {
        self.folder = folder
        self.secret = secret
        var found = Kept()
        try Self.unseal(folder, secret, into: &found)
        kept = Mutex(found)
    }

    /// The keys in the folder that are sealed under another secret.
    var strangers: Set<KeyIdentifier> { kept.withLock { $0.strangers } }
    /// What is wrong with the first of them.
    var firstStranger: KeeperProblem? { kept.withLock { $0.firstStranger } }

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
    ///
    /// - Parameter known: keys that are there already.
    func write(
        to folder: URL, sealedAs secret: SealingSecret, except known: Set<KeyIdentifier> = []
    ) throws {
        let seal = try Seal(making: secret)
        for (identifier, key) in kept.withLock({ $0.keys }) where !known.contains(identifier) {
            let sealed = try SealedKey(sealing: key.private, as: secret, under: seal)
            let name = identifier.hex + "." + Self.fileExtension
            try DurableFile(folder.appending(path: name)).write(sealed.octets)
        }
    }

    private func keep(_ key: PrivateKey) throws -> SubjectKey {
        let publicHalf = try key.publicHalf()
        try checkFolder()
        let seal = try self.seal()
        let sealed = try SealedKey(sealing: key, as: secret, under: seal)
        let name = publicHalf.identifier.hex + "." + Self.fileExtension
        try DurableFile(folder.appending(path: name)).write(sealed.octets)
        kept.withLock { $0.keys[publicHalf.identifier] = (key, publicHalf) }
        return publicHalf
    }

    /// Refuses to write into a folder that was sealed under another secret since it was opened:
    /// what a later start finds there has to open under the secret that it has. That keys which are
    /// kept are in other files now says so, even if a file that was written too late is ours.
    private func checkFolder() throws {
        try kept.withLock { kept in
            try Self.unseal(folder, secret, into: &kept)
            let files = try Self.files(in: folder)
            let sealed = files.compactMap { file in
                FileManager.default.contents(atPath: file.path).flatMap {
                    try? SealedKey(Array($0), path: file.path)  // such a one is not ours
                }
            }
            let problem = KeeperProblem.resealed(path: folder.path)
            for other in sealed where kept.replaces(other) {
                guard try kept.opens(other, as: secret) else { throw problem }
            }
            let isOurs = sealed.contains { kept.salts.contains($0.salt) }
            guard files.isEmpty || isOurs else { throw problem }
        }
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
            kept.salts.insert(seal.salt)
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
        kept.strangers = []
        kept.firstStranger = nil
        for file in try files(in: folder) {
            let name = file.deletingPathExtension().lastPathComponent
            let identifier = KeyIdentifier(hex: name)
            if let identifier, kept.keys[identifier] != nil { continue }
            try OwnerOnly.check(file)
            do {
                try unsealFile(file, secret, into: &kept)
            } catch KeeperProblem.secretWrong(let path, let form) {
                let problem = KeeperProblem.secretWrong(path: path, under: form)
                // What has no key's name was not written here, and would not be sealed again.
                guard let identifier else { throw problem }
                kept.strangers.insert(identifier)
                kept.firstStranger = kept.firstStranger ?? problem
            }
        }
    }

    static func files(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == fileExtension }
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
        let seal = try kept.seal(of: sealed, as: secret)
        let key = try sealed.open(with: seal.key, path: path)
        kept.seal = seal
        kept.salts.insert(seal.salt)
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
