import Issuance
import OrderCore
package import Storage

/// Keys that were lost: a certificate for each was revoked for keyCompromise, in whatever account.
/// None of them is certified again (CA/Browser Forum Baseline Requirements section 6.1.1.3).
extension Transaction {
    func refuseCompromised(_ key: SubjectKey?) throws {
        guard let key, try isCompromised(key.fingerprint) else { return }
        throw Refusal(
            .csrInvalid,
            "The key had a certificate that was revoked for keyCompromise; make another key.")
    }
}

extension Transaction {
    /// The same for the keys of authorities.
    func refuseLost(_ key: SubjectKey) throws {
        if try isCompromised(key.fingerprint) { throw AuthorityRefusal.keyLost }
    }
}

/// Notes the keys of certificates that were revoked before keys were noted.
package enum CompromisedKeys {
    package static let batch = 200

    /// Where there is nothing to note, that is one question.
    package static func noteEarlier(in database: any Database) async throws {
        var last = ID<Certificate>(0)
        while true {
            let from = last
            let unread = try await database.read {
                try $0.unreadCompromises(after: from, max: batch)
            }
            guard let end = unread.last else { return }
            let read = unread.compactMap { one in
                // What cannot be read was never signed here, and nobody asks for its key.
                (try? SignedCertificate(der: one.der)).map { (one.certificateID, $0.key) }
            }
            try await database.write { tx in
                for (id, key) in read {
                    try tx.setFingerprint(key.fingerprint, ofCompromised: id)
                }
            }
            last = end.certificateID
        }
    }
}
