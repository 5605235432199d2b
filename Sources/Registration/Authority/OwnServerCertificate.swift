import Crypto
import Foundation
package import Issuance
import Storage

/// A TLS certificate of the own CA for the API itself, with the key that goes with it.
package struct OwnServerCertificate: Sendable {
    /// Leaf first, the root left out.
    package let chainPEM: String
    package let keyDER: [UInt8]

    /// Made anew at each start; a server that runs longer than this is restarted for it.
    static let validityDays = 90
}

extension Registry {
    package func ownServerCertificate(
        for names: [SubjectAlternativeName]
    ) async throws -> OwnServerCertificate {
        let key = P256.Signing.PrivateKey()
        let now = clock.now
        let chain = try await authority.signServer(
            names: names, spki: Array(key.publicKey.derRepresentation), at: now)
        // Browsers ask the responder about it.
        let own = OwnCertificate(
            chain[0], issuerID: authority.roster.defaultID, purpose: .server, at: now)
        try await database.write { try $0.insert(own) }
        return OwnServerCertificate(
            chainPEM: chain.map(\.pem).joined(), keyDER: Array(key.derRepresentation))
    }
}
