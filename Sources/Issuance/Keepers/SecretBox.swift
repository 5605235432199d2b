import Crypto
import Foundation
import Synchronization

/// Seals small secrets that have to be read again, such as the MAC keys of ACME clients, under what
/// seals the keys of the CA.
///
/// A sealed secret holds all that opening it needs but the passphrase or key file:
///
///     octet   0     version, 1
///             1     scrypt's N as a power of two; 0 with a key file
///             2–17  salt
///            18–    nonce, ciphertext and tag of AES-256-GCM
///
/// What the secret is for is authenticated with it, so that one cannot stand in another's place.
package final class SecretBox: Sendable {
    private let secret: SealingSecret
    private let state = Mutex(State())

    private struct State {
        /// Worked out once a salt: with a passphrase that is dear.
        var keys: [[UInt8]: SealingKey] = [:]
        /// The salt that this process seals with.
        var salt: [UInt8]?
    }

    private static let version: UInt8 = 1
    private static let saltOctets = 16
    private static let headerOctets = 2 + saltOctets
    /// Nonce and tag; nothing that was sealed is shorter.
    private static let boxOctetsMin = 12 + 16

    package init(secret: SealingSecret) {
        self.secret = secret
    }

    package enum Problem: Error, Equatable, CustomStringConvertible {
        /// It is nothing that was sealed here, or was cut.
        case damaged
        /// The secret is another than the one that it was sealed under, which was of this form; or
        /// it was altered, or sealed for something else.
        case closed(under: SecretForm)

        package var description: String {
            switch self {
            case .damaged: "What the database keeps sealed was cut or altered."
            case .closed(let form):
                """
                What the database keeps sealed was sealed under \(form.phrase), and not under what \
                was given; or it was altered.
                """
            }
        }
    }

    package func seal(_ octets: [UInt8], for purpose: String) throws -> [UInt8] {
        let salt = state.withLock { state in
            let salt = state.salt ?? (0..<Self.saltOctets).map { _ in .random(in: .min ... .max) }
            state.salt = salt
            return salt
        }
        let header = [Self.version, secret.costLog2] + salt
        let box = try AES.GCM.seal(
            octets, using: try key(salt: salt, costLog2: secret.costLog2).cipherKey,
            authenticating: header + Array(purpose.utf8))
        guard let combined = box.combined else { throw Problem.damaged }
        return header + Array(combined)
    }

    package func open(_ sealed: [UInt8], for purpose: String) throws -> [UInt8] {
        guard sealed.count >= Self.headerOctets + Self.boxOctetsMin, sealed[0] == Self.version
        else {
            throw Problem.damaged
        }
        let form: SecretForm = sealed[1] == 0 ? .keyFile : .passphrase
        let isCost = (ScryptCost.log2Min...ScryptCost.log2Max).contains(sealed[1])
        guard form == .keyFile || isCost else { throw Problem.damaged }
        guard form == secret.form else { throw Problem.closed(under: form) }
        let header = Array(sealed[..<Self.headerOctets])
        do {
            let key = try key(salt: Array(header[2...]), costLog2: header[1])
            let box = try AES.GCM.SealedBox(combined: sealed[Self.headerOctets...])
            return Array(
                try AES.GCM.open(
                    box, using: key.cipherKey, authenticating: header + Array(purpose.utf8)))
        } catch {
            throw Problem.closed(under: form)
        }
    }

    private func key(salt: [UInt8], costLog2: UInt8) throws -> SealingKey {
        let place = [costLog2] + salt
        if let known = state.withLock({ $0.keys[place] }) { return known }
        let key = try secret.derive(salt: salt, costLog2: costLog2)
        state.withLock { $0.keys[place] = key }
        return key
    }
}
