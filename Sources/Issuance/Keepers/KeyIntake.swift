import Foundation

/// A keeper that takes in keys that were made elsewhere, and lets go of those that are of no use.
package protocol KeyIntake: Keeper {
    /// Keeps the key, durably, before it returns; one that is kept already is left as it is.
    func take(_ key: ImportedKey) async throws -> SubjectKey

    /// Forgets a key for good; nothing where it is not kept.
    func destroy(_ key: KeyIdentifier) async throws
}

/// A private key on its way into a keeper. Shows nothing of itself when printed.
package struct ImportedKey: Sendable, CustomStringConvertible, CustomReflectable {
    let key: PrivateKey
    package let publicKey: SubjectKey

    /// - Parameter der: PKCS #8 (RFC 5208), or what RSA and curves had before it.
    package init(der: [UInt8]) throws(ImportedKeyProblem) {
        guard let key = PrivateKey(pkcs8: Data(der)) else { throw .unreadable }
        let publicKey: SubjectKey
        do {
            publicKey = try key.publicHalf()
        } catch {
            throw .unreadable
        }
        do {
            try WeakKeyPolicy.standard.check(publicKey)
        } catch {
            throw .weak(error)
        }
        self.key = key
        self.publicKey = publicKey
    }

    package var description: String { "(private key)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

package enum ImportedKeyProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable
    case weak(KeyWeakness)

    package var description: String {
        switch self {
        case .unreadable: "The private key is none of RSA, P-256, P-384 or P-521."
        case .weak(let weakness): weakness.phrase
        }
    }
}
