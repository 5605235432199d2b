import Crypto
import Issuance
package import OrderCore
package import Storage

/// Where revocation lists are looked up.
package struct CRLDesk: Sendable {
    private let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// Which list of a part is the current one; none where there is no such part.
    package func mark(
        of issuer: ID<CACertificate>, part: Int
    ) async throws -> CRLMark? {
        try await registry.database.read { try $0.crlMark(of: issuer, number: part) }
    }

    /// The current list of a part.
    package func list(
        _ id: ID<CRLPartition>
    ) async throws -> (mark: CRLMark, der: [UInt8])? {
        try await registry.database.read { try $0.crl(id) }
    }

    /// Names the octets of a list, and no others.
    package static func digest(of der: [UInt8]) -> String {
        SHA256.hash(data: der).prefix(16).hexadecimal
    }
}
