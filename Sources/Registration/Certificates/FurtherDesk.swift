import Foundation
import Issuance
package import OrderCore
package import Storage

/// What a client asks for when it wants another certificate on an order.
package struct FurtherWish: Sendable {
    package var certificate: CertificateWish
    package var approval: ApprovalWish
    package var comments: String?
    package var filing: Filing
    package var control: ControlWish
    /// How the key comes, where it comes in another way than that of the order.
    package var provisioning: Provisioning?

    package enum Filing: Sendable {
        case reissue
        case duplicate
        /// A reissue that leaves the primary certificate alone: filed as a duplicate, but with
        /// whatever names it is asked for.
        case reissueBeside

        /// The first one takes the place of the primary certificate.
        var isDuplicate: Bool { self != .reissue }
    }

    package init(
        certificate: CertificateWish, approval: ApprovalWish, comments: String?, filing: Filing,
        control: ControlWish, provisioning: Provisioning? = nil
    ) {
        self.certificate = certificate
        self.approval = approval
        self.comments = comments
        self.filing = filing
        self.control = control
        self.provisioning = provisioning
    }
}

/// Where orders get further certificates: a new primary one, or duplicates beside it.
package struct FurtherDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// The product of an order, by whose rules the wish has to be read, and what it certifies now.
    package func ordered(
        _ id: ID<Order>, for caller: Caller
    ) async throws -> (product: Product, content: Certificate.Content) {
        let scope = caller.scope
        return try await registry.database.read { tx in
            let order = try tx.order(id, in: scope)
            return (order.product, try tx.primaryCertificate(of: order).content)
        }
    }

    package func request(
        _ wish: FurtherWish, on id: ID<Order>, for caller: Caller,
        keeping keepsake: Keepsake<Placement> = .none
    ) async throws -> Placement {
        try await registry.retryingConflicts {
            try await tryRequesting(wish, on: id, for: caller, keeping: keepsake)
        }
    }

    /// Newest first.
    package func duplicates(
        of id: ID<Order>, archived: ArchivedEntries, for caller: Caller
    ) async throws -> [CertificateEntry] {
        let scope = caller.scope
        return try await registry.database.read { tx in
            _ = try tx.order(id, in: scope)
            return try tx.entries(.duplicate, of: id, archived: archived)
        }
    }

    private func tryRequesting(
        _ wish: FurtherWish, on id: ID<Order>, for caller: Caller,
        keeping keepsake: Keepsake<Placement>
    ) async throws -> Placement {
        let now = registry.clock.now
        let scope = caller.scope
        let reading = LimitReading(
            role: caller.user.role, roster: registry.authority.roster, now: now)
        let basis = try await registry.database.read { tx in
            try tx.basis(of: wish, on: try tx.order(id, in: scope), reading)
        }
        let isApproved = wish.approval.isGranted(to: caller)
        let orderEnd = basis.order.span(at: now).upperBound
        let issue = try registry.decideIssue(
            of: wish.certificate.content.named(after: basis.organization?.name),
            product: basis.order.product, settings: basis.order.settings,
            span: basis.order.span(
                of: wish.certificate.content,
                beside: wish.filing.isDuplicate ? basis.primary : nil, at: now),
            at: now)
        let signed =
            isApproved && basis.readiness.isReady(under: registry.steps)
            ? try await registry.sign(
                issue, key: wish.certificate.key, organization: basis.organization,
                logo: basis.logo)
            : nil
        let outcome = FurtherOutcome(
            decision: isApproved
                ? Request.Decision(by: caller.user.id, at: now, comment: nil) : nil,
            signed: signed)
        let chain = try registry.authority.chain(of: signed?.issuance)
        let registry = registry
        // What awaits a proof is written alone.
        let isLone = signed == nil || !basis.readiness.isReady
        let (placement, submission) = try await registry.record(beside: isLone ? .nobody : .others)
        { tx in
            var placed = try tx.file(wish, on: basis, by: caller.user.id, outcome, at: now)
            let domains = try tx.domainsToProve(
                basis.readiness.unprovedNames, wish.control, for: placed.order, registry, at: now)
            try tx.askMailboxes(basis.readiness.unprovedMailboxes, placed.order, registry, at: now)
            var submission: LogSubmission?
            if isApproved {
                let left = try tx.completed(basis.readiness, of: placed.order, registry, at: now)
                switch signed {
                case .certificate: break
                case .precertificate(let signed):
                    submission = try tx.keep(
                        signed, for: placed.certificate.id, orderEnd: orderEnd)
                case nil: try tx.leaveWaiting(&placed, left, at: now)
                }
            }
            let placement = Placement(placed, domains: domains, chain: chain)
            try keepsake.keep(placement, in: tx)
            return (placement, submission)
        }
        return await registry.placement(placement, after: submission, keeping: keepsake)
    }
}
