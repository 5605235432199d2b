import Foundation
package import Issuance
package import Storage

/// Seals what the database holds sealed again, under another passphrase or key file.
package struct SecretsResealing: Sendable {
    private let database: any Database
    private let old: SecretBox
    private let new: SecretBox
    private let forms: (old: SecretForm, new: SecretForm)

    package init(database: any Database, from old: SealingSecret, to new: SealingSecret) {
        self.database = database
        self.old = SecretBox(secret: old)
        self.new = SecretBox(secret: new)
        forms = (old.form, new.form)
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
        let (old, new, forms) = (old, new, forms)
        return try await database.write { tx in
            // Of the keys, too: they are in files, and were sealed before.
            tx.note(
                NotedChange(
                    "sealings",
                    before: [
                        "under": .text(forms.old.phrase), "secret": .text("(another, not shown)"),
                    ],
                    after: ["under": .text(forms.new.phrase), "secret": .text("(not shown)")]))
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
