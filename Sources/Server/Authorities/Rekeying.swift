import Foundation
import Issuance
import Registration

/// Seals all that is sealed under another passphrase or key file.
///
/// First the folder of keys, in one step, then what is in the database, in one transaction. Between
/// the two no server starts, whichever secret it has, and those that run go on; run again with the
/// same secrets, this goes on where it was interrupted.
extension Installation {
    package struct RekeyReceipt: Equatable, Sendable {
        package let keysCount: Int
        package let secretsCount: Int
    }

    package func rekey(to wish: Settings.Sealing) async throws -> RekeyReceipt {
        let folder = URL(filePath: settings.dataFolder)
        let lock = try FileLock(folder.appending(path: Place.foundingLock))
        defer { lock.release() }
        let old = try settings.sealing.secret(makingFile: false)
        let new = try wish.secret(makingFile: true)
        let keys = try await SealedFolder(Self.keyFolder(settings)).reseal(from: old, to: new)
        let secrets = try await SecretsResealing(
            database: database, auditKey: auditKey, from: old, to: new
        ).run()
        return RekeyReceipt(keysCount: keys, secretsCount: secrets)
    }
}

extension Settings.Sealing {
    /// - Parameter makingFile: whether a key file that is not there is made.
    func secret(makingFile: Bool) throws -> SealingSecret {
        switch self {
        case .passphrase(let passphrase): return .passphrase(passphrase)
        case .credential(let path): return try .credential(at: URL(filePath: path))
        case .keyFile(let path):
            let url = URL(filePath: path)
            if makingFile, !FileManager.default.fileExists(atPath: path) {
                try SealingSecret.makeKeyFile(at: url)
            }
            return try .keyFile(at: url)
        }
    }
}
