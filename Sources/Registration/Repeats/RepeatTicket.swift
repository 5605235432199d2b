import Crypto
import Foundation
package import OrderCore
import Storage

/// A request that its client gave a name (`Idempotency-Key`), so as to send it again in safety.
///
/// The answer is sealed with what only the caller shows: its API key. A stolen copy of the database
/// tells nothing of it, not even the API key of a subaccount, which is in one of the answers.
package struct RepeatTicket: Sendable {
    package static let nameCharactersMax = 255

    let name: RepeatName
    /// Tells another request of the same name.
    let fingerprint: [UInt8]
    private let secret: SymmetricKey

    /// - Parameters:
    ///   - headers: what the client sent, once, bare or in quotes (RFC 9651 section 3.3.3).
    ///   - target: method and path, with the query.
    package init(
        headers: [String], apiKey: (id: ID<APIKey>, secret: String), target: String, body: [UInt8]
    ) throws {
        let text = try Self.name(in: headers)
        name = RepeatName(apiKeyID: apiKey.id, text: text)
        var digest = SHA256()
        digest.update(data: Array("\(target.utf8.count) \(target)".utf8))
        digest.update(data: body)
        fingerprint = Array(digest.finalize())
        secret = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(apiKey.secret.utf8)),
            salt: Array(text.utf8), info: Array("chancery kept answer".utf8), outputByteCount: 32)
    }

    func sealed(_ answer: [UInt8]) throws -> KeptAnswer {
        let box = try AES.GCM.seal(answer, using: secret, authenticating: fingerprint)
        guard let combined = box.combined else {
            preconditionFailure("a nonce of the usual length can always be combined")
        }
        return KeptAnswer(fingerprint: fingerprint, sealed: Array(combined))
    }

    func open(_ kept: KeptAnswer) throws -> [UInt8] {
        guard kept.fingerprint == fingerprint else {
            throw Refusal(
                .idempotencyKeyReused,
                "The Idempotency-Key \(name.text.quoted) was used for another request.")
        }
        let box = try AES.GCM.SealedBox(combined: kept.sealed)
        return Array(try AES.GCM.open(box, using: secret, authenticating: fingerprint))
    }

    private static func name(in headers: [String]) throws -> String {
        guard let header = headers.first, Set(headers).count == 1 else {
            throw Refusal.invalid("Idempotency-Key", "is sent several times, with other values")
        }
        let isQuoted = header.count >= 2 && header.hasPrefix("\"") && header.hasSuffix("\"")
        guard isQuoted || !header.hasPrefix("\"") else {
            throw Refusal.invalid("Idempotency-Key", "begins with a quote that is not closed")
        }
        let name = isQuoted ? String(header.dropFirst().dropLast()) : header
        guard (1...nameCharactersMax).contains(name.utf8.count),
            name.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else {
            throw Refusal.invalid(
                "Idempotency-Key", "has 1 to \(nameCharactersMax) printable ASCII characters")
        }
        return name
    }
}
