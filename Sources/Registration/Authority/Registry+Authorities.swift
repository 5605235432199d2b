import Issuance
package import Logging
import OrderCore

extension Registry {
    /// Notices authorities that were made, retired or chosen, on whatever node. Returns 0: however
    /// much there was, there is nothing left to look for at once.
    package func noticeAuthorities(_ logger: Logger) async throws -> Int {
        guard try await authority.refresh(from: database) else { return 0 }
        let roster = authority.roster
        logger.notice(
            "authorities changed",
            metadata: [
                "version": "\(roster.version)",
                "issuing": "\(roster.issuing.map(\.id.description).joined(separator: ","))",
            ])
        for entry in roster.issuing where authority.signer(of: entry.id) == nil {
            logger.error(
                "key of an issuing certificate is not here", metadata: ["issuer": "\(entry.id)"])
        }
        return 0
    }

    /// Warns of authorities that issue no more, or stand above others, whose key is not here
    /// although it should be: nothing else is noticed of it until their lists end.
    package func tellAbsentKeys(_ logger: Logger) {
        for entry in authority.roster.entries
        where entry.keyPlace != .elsewhere && authority.signer(of: entry.id) == nil {
            logger.warning(
                "key of a CA certificate is not here: its revocation lists are not made",
                metadata: [
                    "issuer": "\(entry.id)", "name": "\(entry.name)",
                    "key": "\(entry.certificate.key.identifier.hex)",
                    "place": "\(entry.keyPlace.rawValue)",
                ])
        }
    }

    /// Looks again where an order names an issuer: that may be new, or retired since, and nobody
    /// else is to sign in its place unasked.
    package func noticeIssuer(_ id: String?) async throws {
        guard id.flatMap({ Int64($0) }) != nil else { return }
        try await authority.refresh(from: database)
    }
}
