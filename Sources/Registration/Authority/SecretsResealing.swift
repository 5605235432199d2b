import Foundation
package import Issuance
package import Storage

/// Seals what the database holds sealed again, under another passphrase or key file.
package struct SecretsResealing: Sendable {
    private let database: any Database
    private let old: SecretBox
    private let new: SecretBox

    package init(database: any Database, from old: SealingSecret, to new: SealingSecret) {
        self.database = database
        self.old = SecretBox(secret: old)
        self.new = SecretBox(secret: new)
    }

    /// Whether it was done before.
    package func isDone() async throws -> Bool {
        guard let sealed = try await database.read({ try $0.auditKey(orKeep: nil) }) else {
            return false
        }
        do {
            _ = try new.open(sealed, for: AuditKey.purpose)
            return true
        } catch {
            return false
        }
    }

    /// All of it in one transaction. Returns how many secrets there are.
    package func run() async throws -> Int {
        let (old, new) = (old, new)
        return try await database.write { tx in
            let secrets = try tx.sealedMACKeys()
            for (keyID, sealed) in secrets {
                let purpose = ACMECredentialDesk.purpose(of: keyID)
                let octets = try old.open(sealed, for: purpose)
                try tx.setSealedMACKey(try new.seal(octets, for: purpose), of: keyID)
            }
            guard let sealed = try tx.auditKey(orKeep: nil) else { return secrets.count }
            let octets = try old.open(sealed, for: AuditKey.purpose)
            try tx.replaceAuditKey(try new.seal(octets, for: AuditKey.purpose))
            return secrets.count + 1
        }
    }
}
