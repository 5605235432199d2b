import Foundation
import OrderCore
import Storage

/// Where those who were asked by mail say yes. Their link is all they need.
package struct InvitationDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// The domain or mailbox that a link is about; nothing where the link is void.
    package func subject(of token: String) async throws -> String? {
        let now = registry.clock.now
        return try await registry.database.read { tx in
            if let invitation = try tx.invitation(token: token) {
                return invitation.expiresAt > now ? try tx.domain(invitation.domainID)?.name : nil
            }
            return try tx.emailProof(token: token)?.email
        }
    }

    /// Says yes. Returns the domain or mailbox that is proved now.
    package func approve(_ token: String) async throws -> String {
        let now = registry.clock.now
        return try await registry.database.write { tx in
            if let invitation = try tx.invitation(token: token), invitation.expiresAt > now,
                let domain = try tx.domain(invitation.domainID)
            {
                try tx.prove(domain.id, by: .email, at: now)
                return domain.name
            }
            guard let proof = try tx.proveEmail(token: token, at: now) else {
                throw Refusal.notFound(.invitation)
            }
            return proof.email
        }
    }

    /// Confirms the mailbox of a certificate's holder, by the address and the token that it got.
    package func confirm(_ email: String, by token: String) async throws {
        let now = registry.clock.now
        try await registry.database.write { tx in
            guard let proof = try tx.emailProof(token: token),
                proof.email.lowercased() == email.lowercased()
            else { throw Refusal.notFound(.invitation) }
            _ = try tx.proveEmail(token: token, at: now)
        }
    }
}
