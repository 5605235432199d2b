package import OrderCore
import Storage

/// What a caller may order for a container, how, and in which other containers.
package struct ProductOffer: Sendable {
    package let products: [Product]
    private let container: ID<Container>
    /// Those that the caller sees and may order for.
    private let active: [ID<Container>]
    private let limits: [ID<Container>: [ProductLimit]]
    private let role: Role

    fileprivate init(
        _ products: [Product], in container: ID<Container>, active: [ID<Container>],
        limits: [ProductLimit], role: Role
    ) {
        self.products = products
        self.container = container
        self.active = active
        self.limits = Dictionary(grouping: limits, by: \.containerID)
        self.role = role
    }

    /// How the product may be ordered for the container, where that is limited.
    package func limit(on product: Product) -> ProductLimit? {
        switch admission(of: product, in: container) {
        case .limited(let limit): limit
        case .free, .refused: nil
        }
    }

    /// Where the product may be ordered.
    package func containers(for product: Product) -> [ID<Container>] {
        active.filter { admission(of: product, in: $0) != .refused }
    }

    private func admission(
        of product: Product, in container: ID<Container>
    ) -> ProductLimit.Admission {
        (limits[container] ?? []).admission(of: product, for: role)
    }
}

extension PartyDesk {
    /// What the caller may order for a container, its own where none is given.
    package func offer(
        in container: ID<Container>?, for caller: Caller
    ) async throws -> ProductOffer {
        let own = caller.user.filingID
        let id = container ?? own
        let scope = caller.scope
        return try await registry.database.read { tx in
            guard let container = try tx.container(id),
                scope.sees(account: container.accountID, container: id) || id == own
            else { throw Refusal.notFound(.container) }
            let limits = try tx.productLimits(in: scope).filter { $0.containerID != id }
            return ProductOffer(
                try tx.orderable(in: id, for: caller), in: id,
                active: try tx.containers(in: scope).filter(\.isActive).map(\.id),
                limits: try limits + tx.productLimits(of: id), role: caller.user.role)
        }
    }
}

extension OrderDesk {
    /// The products that an order for a container may be for.
    package func orderable(
        in container: ID<Container>?, for caller: Caller
    ) async throws -> [Product] {
        try await registry.database.read { tx in
            try tx.orderable(in: try tx.orderingContainer(container, for: caller), for: caller)
        }
    }
}

extension Transaction {
    fileprivate func orderable(
        in container: ID<Container>, for caller: Caller
    ) throws -> [Product] {
        let account = caller.account.id
        let given =
            try terms(of: account).limitsProducts ? try products(of: account) : ProductCatalog.all
        let limits = try productLimits(of: container)
        return given.filter { limits.admission(of: $0, for: caller.user.role) != .refused }
    }
}
