import Crypto
package import Foundation
package import Issuance
package import Storage
import Synchronization

/// The secret of the audit log, which only those can use who can unseal the keys of the CA.
///
/// It is made by the first write of an installation, kept in the database sealed under what seals
/// the keys, and read once a process. Codes are HMAC-SHA256 (RFC 2104).
package final class AuditKey: AuditWitness {
    static let purpose = "audit log"
    private static let octetsCount = 32
    private static let chanceOctets = 8

    private let secrets: @Sendable () throws -> SecretBox
    private let clock: WallClock
    private let tokens: TokenSource
    private let key = Mutex<SymmetricKey?>(nil)

    /// - Parameter secrets: asked for when first needed; a command that only reads needs none.
    package init(
        secrets: @escaping @Sendable () throws -> SecretBox, clock: WallClock, tokens: TokenSource
    ) {
        self.secrets = secrets
        self.clock = clock
        self.tokens = tokens
    }

    package enum Problem: Error, CustomStringConvertible {
        /// There are entries, and no key that vouches for them.
        case missing

        package var description: String {
            "The audit log has entries, and the key that vouches for them was removed (audit_keys)."
        }
    }

    package var now: Date { clock.now }

    package func prepare(_ database: any Database) async throws {
        if key.withLock({ $0 != nil }) { return }
        let secrets = try secrets()
        if let kept = try await database.read({ try $0.auditKey(orKeep: nil) }) {
            return try open(kept, secrets)
        }
        let fresh = try secrets.seal(tokens.octets(Self.octetsCount), for: Self.purpose)
        let kept = try await database.write { try $0.auditKey(orKeep: fresh) }
        try open(kept ?? fresh, secrets)
    }

    /// Reads the key, and makes none: where there is none, there is no log either.
    package func openExisting(_ database: any Database) async throws -> Bool {
        if key.withLock({ $0 != nil }) { return true }
        guard let kept = try await database.read({ try $0.auditKey(orKeep: nil) }) else {
            return false
        }
        try open(kept, try secrets())
        return true
    }

    /// Reads the key where it is sealed under another secret already, and nothing where it is not.
    func openExisting(_ database: any Database, under other: SecretBox) async throws {
        guard let kept = try await database.read({ try $0.auditKey(orKeep: nil) }) else { return }
        try? open(kept, other)  // else it is under the one that is configured
    }

    private func open(_ sealed: [UInt8], _ secrets: SecretBox) throws {
        let octets = try secrets.open(sealed, for: Self.purpose)
        key.withLock { $0 = SymmetricKey(data: octets) }
    }

    /// Eight octets by chance, and the HMAC over them and the text: no two codes are the same, so a
    /// copy of an entry is known for one.
    package func code(of octets: [UInt8]) throws -> [UInt8] {
        let chance = tokens.octets(Self.chanceOctets)
        return chance + HMAC<SHA256>.authenticationCode(for: chance + octets, using: try opened())
    }

    package func isCode(_ code: [UInt8], of octets: [UInt8]) throws -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            code.dropFirst(Self.chanceOctets),
            authenticating: code.prefix(Self.chanceOctets) + octets, using: try opened())
    }

    private func opened() throws -> SymmetricKey {
        guard let key = key.withLock({ $0 }) else { throw Problem.missing }
        return key
    }
}
