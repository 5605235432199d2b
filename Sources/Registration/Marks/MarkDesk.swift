import Foundation
package import Issuance
package import OrderCore
package import Storage

/// Where the logos of mark certificates are shown, replaced, and told of.
package struct MarkDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func logo(of id: ID<Order>, for caller: Caller) async throws -> LogoRecord {
        let scope = caller.scope
        let record = try await registry.database.read { tx in
            try tx.logo(of: try tx.markOrder(id, in: scope).id)
        }
        guard let record else { throw Refusal.notFound(.logo) }
        return record
    }

    /// Gives an order that is not issued yet its logo, in place of an earlier one. What is known of
    /// the logo counts for the order, too.
    package func upload(
        _ logo: Logo, to id: ID<Order>, for caller: Caller,
        keeping keepsake: Keepsake<LogoRecord> = .none
    ) async throws -> LogoRecord {
        let now = registry.clock.now
        return try await registry.retryingConflicts {
            try await registry.database.write { tx in
                let order = try tx.markOrder(id, in: caller.scope)
                try order.checkMarkIsOpen()
                let record = try tx.attach(logo, to: order, at: now)
                try tx.touch(order)
                try tx.wakeEffects(of: order.accountID, at: now)
                try keepsake.keep(record, in: tx)
                return record
            }
        }
    }

    /// A mark whose owner has it hosted here, by its public id; only while it is good.
    package func hosted(_ publicID: String) async throws -> HostedMark? {
        guard publicID.count == 32, let id = Int64(publicID, radix: 16), id > 0 else { return nil }
        let now = registry.clock.now
        let found = try await registry.database.read { tx -> (LogoRecord, Certificate)? in
            guard let order = try tx.order(ID(id)), order.details.isHostingEnabled == true,
                order.status(at: now) == .state(.issued), let logo = try tx.logo(of: order.id)
            else { return nil }
            let certificate = try tx.primaryCertificate(of: order)
            guard case .issued = certificate.state else { return nil }
            return (logo, certificate)
        }
        guard let (logo, certificate) = found else { return nil }
        let chain = try registry.authority.chain(of: certificate.issuance)
        return HostedMark(svg: logo.svg, pem: chain.map(\.pem).joined())
    }

    /// What a client changes about a mark.
    package struct Change: Sendable {
        package let text: CertificateWish.MarkText
        package let isHostingEnabled: Bool?

        package init(text: CertificateWish.MarkText, isHostingEnabled: Bool?) {
            self.text = text
            self.isHostingEnabled = isHostingEnabled
        }
    }

    /// Tells more of a mark, for every order with its logo that is not issued yet.
    package func change(_ change: Change, of id: ID<Order>, for caller: Caller) async throws {
        let now = registry.clock.now
        try await registry.retryingConflicts {
            try await registry.database.write { tx in
                var order = try tx.markOrder(id, in: caller.scope)
                if let isEnabled = change.isHostingEnabled {
                    guard [.needsApproval, .pending, .issued].contains(order.state) else {
                        throw Refusal.closedMark(order)
                    }
                    order.details.isHostingEnabled = isEnabled
                    try tx.save(order, primary: try tx.primaryCertificate(of: order), at: now)
                    order.version += 1
                }
                guard !change.text.isEmpty else { return }
                try order.checkMarkIsOpen()
                try tx.change(change.text, of: order, at: now)
            }
        }
    }
}

package struct HostedMark: Sendable {
    package let svg: [UInt8]
    /// The certificate and those above it.
    package let pem: String
}

extension Transaction {
    /// An order for a mark; others have no logo.
    func markOrder(_ id: ID<Order>, in scope: Scope) throws -> Order {
        let order = try order(id, in: scope)
        guard order.product.family.isMark else {
            throw Refusal(.invalidOrderState, "Orders for \(order.product.nameID) have no logo.")
        }
        return order
    }

    /// Keeps the logo, and takes over what is known of it where the order says less.
    func attach(_ logo: Logo, to order: Order, at now: Date) throws -> LogoRecord {
        guard let organizationID = order.organizationID else {
            throw StorageProblem.unreadable(column: "organization_id", value: "NULL")
        }
        let record = try keep(
            NewLogo(
                accountID: order.accountID, organizationID: organizationID, hash: logo.hash,
                svg: logo.svg, createdAt: now))
        try attach(record.id, to: order.id)
        let certificate = try primaryCertificate(of: order)
        if var holder = certificate.content.holder, let own = holder.mark {
            if own.missing.isEmpty {
                try save(own, of: record.id)
            } else if let known = record.mark, known.isFit(for: order.product) {
                holder.mark = known
                try save(certificate.content.held(by: holder), ofPending: certificate.id)
            }
        }
        return record
    }

    fileprivate func change(
        _ text: CertificateWish.MarkText, of order: Order, at now: Date
    ) throws {
        let logo = try logo(of: order.id)
        let others = try logo.map { try waitingOrders(with: $0.id) } ?? []
        for changed in [order] + others.filter({ $0.id != order.id }) {
            let certificate = try primaryCertificate(of: changed)
            guard var holder = certificate.content.holder, let old = holder.mark,
                case .mark(let family) = changed.product.family
            else { continue }
            let mark = try Mark(text, family, replacing: old, path: "")
            holder.mark = mark
            try save(certificate.content.held(by: holder), ofPending: certificate.id)
            try touch(changed)
            if changed.id == order.id, let logo, mark.missing.isEmpty {
                try save(mark, of: logo.id)
            }
        }
        try wakeEffects(of: order.accountID, at: now)
    }
}

extension Order {
    /// What is certified does not change any more.
    fileprivate func checkMarkIsOpen() throws {
        guard state == .needsApproval || state == .pending else { throw Refusal.closedMark(self) }
    }
}

extension Refusal {
    fileprivate static func closedMark(_ order: Order) -> Refusal {
        Refusal(
            .invalidOrderState,
            "The mark cannot be changed while the order's status is \(order.state.rawValue).")
    }

    /// - Parameter path: of the member with the logo.
    package init(_ problem: LogoProblem, path: String) {
        self = .invalid(path, problem.phrase)
    }
}
