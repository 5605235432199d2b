import Foundation
package import Issuance
package import Storage

/// Seals what the database holds sealed again, under another passphrase or key file.
package struct SecretsResealing: Sendable {
    private let database: any Database
    private let auditKey: AuditKey
    private let old: SecretBox
    private let new: SecretBox
    private let forms: (old: SecretForm, new: SecretForm)

    /// - Parameter auditKey: what `database` notes changes with.
    package init(
        database: any Database, auditKey: AuditKey, from old: SealingSecret, to new: SealingSecret
    ) {
        self.database = database
        self.auditKey = auditKey
        self.old = SecretBox(secret: old)
        self.new = SecretBox(secret: new)
        forms = (old.form, new.form)
    }

    /// All of it in one transaction. Returns how many secrets were sealed again: none where that
    /// was done before, and those that a server with the old secret has added since.
    package func run() async throws -> Int {
        let (old, new, forms) = (old, new, forms)
        try await auditKey.openExisting(database, under: new)
        return try await database.write { tx in
            var count = 0
            func resealed(_ sealed: [UInt8], for purpose: String) throws -> [UInt8]? {
                if (try? new.open(sealed, for: purpose)) != nil { return nil }  // it was done
                count += 1
                return try new.seal(try old.open(sealed, for: purpose), for: purpose)
            }
            for (keyID, sealed) in try tx.sealedMACKeys() {
                let purpose = ACMECredentialDesk.purpose(of: keyID)
                guard let again = try resealed(sealed, for: purpose) else { continue }
                try tx.setSealedMACKey(again, of: keyID)
            }
            if let sealed = try tx.auditKey(orKeep: nil),
                let again = try resealed(sealed, for: AuditKey.purpose)
            {
                try tx.replaceAuditKey(again)
            }
            guard count > 0 else { return 0 }
            // Of the keys, too: they are in files, and were sealed before.
            tx.note(
                NotedChange(
                    "sealings",
                    before: [
                        "under": .text(forms.old.phrase), "secret": .text("(another, not shown)"),
                    ],
                    after: ["under": .text(forms.new.phrase), "secret": .text("(not shown)")]))
            return count
        }
    }
}
