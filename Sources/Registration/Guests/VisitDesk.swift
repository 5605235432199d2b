import Crypto
package import Foundation
import Issuance
package import OrderCore
package import Storage

/// Where a guest sees one order, takes its certificate along, and asks its owners for more.
///
/// A link from a letter is exchanged for a session, once. Whatever a guest asks for waits for the
/// owners' approval.
package struct VisitDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package static let sessionSeconds: TimeInterval = 3600
    package static let commentCharactersMax = 1000

    /// What a link will show; nothing where it is void.
    package func subject(ofLink link: String) async throws -> OrderFile? {
        let now = registry.clock.now
        let hash = APIKeyHash.hash(link)
        return try await registry.database.read { tx in
            try tx.guestVisit(linkHash: hash).flatMap { try tx.file(of: $0, at: now) }
        }
    }

    /// Begins the visit of a link, and returns the secret of its session.
    package func begin(link: String) async throws -> String? {
        let now = registry.clock.now
        let session = registry.tokens.apiKey()
        let (linkHash, sessionHash) = (APIKeyHash.hash(link), APIKeyHash.hash(session))
        do {
            return try await registry.database.write { tx in
                guard let visit = try tx.guestVisit(linkHash: linkHash),
                    try tx.file(of: visit, at: now) != nil
                else { return nil }
                try tx.beginGuestVisit(
                    visit.id, sessionHash: sessionHash,
                    until: now.addingTimeInterval(Self.sessionSeconds))
                return session
            }
        } catch StorageProblem.changedMeanwhile {
            return nil
        }
    }

    /// What the holder of a session sees; nothing where the session has ended, or the order or its
    /// account admits no guests any more.
    package func visit(session: String) async throws -> OrderVisit? {
        let now = registry.clock.now
        let hash = APIKeyHash.hash(session)
        return try await registry.database.read { tx in
            guard let visit = try tx.guestVisit(sessionHash: hash),
                let file = try tx.file(of: visit, at: now),
                let user = try tx.user(file.order.userID),
                let account = try tx.account(file.order.accountID)
            else { return nil }
            return OrderVisit(
                visit: visit, file: file, now: now,
                owner: Caller(user: user, account: account, key: nil),
                formToken: Self.formToken(of: session))
        }
    }

    package func end(_ visit: OrderVisit) async throws {
        let now = registry.clock.now
        try await registry.database.write { try $0.endGuestVisit(visit.visit.id, at: now) }
    }

    package func pack(_ format: DownloadFormat, for visit: OrderVisit) async throws
        -> PackedCertificate
    {
        let path = try await DownloadDesk(registry: registry).path(
            order: visit.file.order.id, subID: nil, for: visit.owner)
        return format.pack(path)
    }

    /// Asks for the same certificate for another key.
    package func askReissue(
        csr: String, comment: String, for visit: OrderVisit
    ) async throws {
        let order = visit.file.order
        guard visit.mayAskReissue else { throw Self.notNow }
        let wish = FurtherWish(
            certificate: try CertificateWish(
                again: visit.file.certificate.content, csr: csr, product: order.product,
                authority: registry.authority),
            approval: .ask, comments: try Self.comment(comment, visit), filing: .reissue,
            control: ControlWish(method: order.settings.controlMethod ?? .email))
        _ = try await FurtherDesk(registry: registry).request(
            wish, on: order.id, for: visit.owner, keeping: notice("a reissue", visit))
    }

    /// Asks for an end to all certificates of the order.
    package func askRevocation(
        _ reason: Revocation.Reason, comment: String, for visit: OrderVisit
    ) async throws {
        guard visit.mayAskRevocation else { throw Self.notNow }
        let wish = RevocationWish(
            reason: reason, comments: try Self.comment(comment, visit), approval: .ask)
        _ = try await RevocationDesk(registry: registry).revokeOrder(
            visit.file.order.id, wish, for: visit.owner, keeping: notice("a revocation", visit))
    }

    private static let notNow = Refusal(
        .invalidOrderState, "This cannot be asked for while the order is as it is.")

    private static func comment(_ text: String, _ visit: OrderVisit) throws -> String {
        guard text.count <= commentCharactersMax else {
            throw Refusal.invalid("comment", "is longer than \(commentCharactersMax) characters")
        }
        let asked = "Asked for by the guest \(visit.visit.email)."
        return text.isEmpty ? asked : "\(asked) \(text)"
    }

    /// Tells whoever placed the order, in the same transaction.
    private func notice<Outcome>(_ what: String, _ visit: OrderVisit) -> Keepsake<Outcome> {
        let now = registry.clock.now
        let file = visit.file
        return Keepsake { _, tx in
            try tx.insert(
                NewMessage(
                    accountID: file.order.accountID, about: file.order.id,
                    recipient: file.user.email,
                    subject: "A guest asks for \(what) of order \(file.order.id)",
                    body: """
                        \(visit.visit.email) asks for \(what) of order \(file.order.id) for
                        \(file.certificate.content.commonName). The request waits for approval.
                        """,
                    createdAt: now))
        }
    }

    /// What a form has to bring that this session was given, which no other page knows.
    private static func formToken(of session: String) -> String {
        SHA256.hash(data: Data("form \(session)".utf8)).prefix(16)
            .hexadecimal.lowercased()
    }
}

/// A guest in front of an order.
package struct OrderVisit: Sendable {
    package let visit: GuestVisit
    package let file: OrderFile
    package let now: Date
    /// In whose name the order stands, and so whatever a guest asks for.
    let owner: Caller
    package let formToken: String

    package var openRequests: [Request] { file.requests.filter { !$0.state.isDecided } }

    package var isDownloadable: Bool {
        if case .issued = file.certificate.state { true } else { false }
    }

    private var isQuietlyIssued: Bool {
        file.order.status(at: now) == .state(.issued) && openRequests.isEmpty
    }

    package var mayAskReissue: Bool { isQuietlyIssued && file.order.product.csrRequired }
    package var mayAskRevocation: Bool { isQuietlyIssued && isDownloadable }
}

extension Transaction {
    /// The order of a visit, while it lasts and the order and its account admit guests.
    fileprivate func file(of visit: GuestVisit, at now: Date) throws -> OrderFile? {
        guard visit.expiresAt > now, let file = try orderFile(visit.orderID),
            file.admits(visit.email), try guestToken(of: file.order.accountID) != nil
        else { return nil }
        return file
    }
}
