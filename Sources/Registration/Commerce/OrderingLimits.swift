import Foundation
package import OrderCore
import Storage

/// Which products an orderer may have, and how: by the account's list, by the container's limits.
extension Transaction {
    func checkLimits(
        _ order: NewOrder, _ terms: AccountTerms, role: Role, at now: Date
    ) throws {
        if terms.limitsProducts, try !isAllowed(order.product, for: order.accountID) {
            throw Refusal(
                .productNotAllowed, "The account may not order \(order.product.nameID).")
        }
        let limits = try productLimits(of: order.containerID)
        guard !limits.isEmpty else { return }
        let subject = ProductLimit.Subject(
            content: order.content, orderYears: order.length.yearsBegun(from: now),
            certificateYears: order.content.validity?.yearsBegun(from: now),
            settings: order.settings)
        do {
            try limits.check(order.product, role, subject)
        } catch {
            throw Refusal(error, order: order, years: subject.orderYears)
        }
    }
}

extension PartyDesk {
    /// The products that the caller may order for a container, its own where none is given.
    package func orderable(
        in container: ID<Container>?, for caller: Caller
    ) async throws -> [Product] {
        let id = container ?? caller.user.containerID
        let scope = caller.scope
        return try await registry.database.read { tx in
            guard let container = try tx.container(id),
                scope.sees(account: container.accountID, container: id)
                    || container.id
                        == caller.user.containerID
            else { throw Refusal.notFound(.container) }
            return try tx.orderable(in: id, for: caller)
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
        guard !limits.isEmpty else { return given }
        return given.filter { product in
            limits.contains {
                $0.product == product && ($0.role == nil || $0.role == caller.user.role)
            }
        }
    }
}

extension Refusal {
    fileprivate init(_ breach: ProductLimit.Breach, order: NewOrder, years: Int) {
        let content = order.content
        func list(_ numbers: [Int]) -> String {
            numbers.map(String.init).joined(separator: ", ")
        }
        switch breach {
        case .product:
            self.init(
                .productNotAllowed,
                "The container may not order \(order.product.nameID) for this role.")
        case .hash(let allowed):
            self = .invalid(
                "certificate.signature_hash",
                "is \(content.signatureHash), has to be one of "
                    + "\(allowed.joined(separator: ", ")) in this container")
        case .issuer:
            self = .invalid(
                "certificate.ca_cert_id", "is none that the container may order from")
        case .orderYears(let allowed):
            self = .invalid(
                "order_validity",
                "comes to \(years) years, one of \(list(allowed)) in this "
                    + "container")
        case .certificateYears(let allowed):
            self = .invalid(
                "certificate.cert_validity",
                "does not come to one of \(list(allowed)) years, as the container wants it")
        case .autoRenew:
            self = .invalid("auto_renew", "is set, which the container does not allow")
        case .autoReissue:
            self = .invalid("auto_reissue", "is set, which the container does not allow")
        case .wildcard(let name):
            let problem = "\(name.quoted), but the container takes no wildcards"
            self =
                name == content.commonName
                ? .invalid("certificate.common_name", "is \(problem)")
                : .invalid("certificate.dns_names", "has \(problem)")
        }
    }
}
