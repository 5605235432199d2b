import Foundation
package import OrderCore
import Storage

/// How far the checks of an order are: of its organization, and of control over its names.
package struct OrderChecks: Sendable {
    package let order: Order
    /// None where the product names no organization.
    package let organization: Organization?
    /// What has to be known of the organization.
    package let organizationCheck: ValidationType?
    package let names: [NameCheck]
}

/// Names of a certificate with the domain whose control is, or will be, shown for them.
package struct NameCheck: Sendable {
    package let domain: Domain
    package let names: [String]
    /// How control is, or will be, shown: an order may await it in another way than the domain.
    package let method: ControlMethod
}

extension OrderDesk {
    /// The checks for the certificate that waits, or else for the primary one.
    package func checks(of id: ID<Order>, for caller: Caller) async throws -> OrderChecks {
        let scope = caller.scope
        let now = registry.clock.now
        return try await registry.database.read { tx in
            let order = try tx.order(id, in: scope)
            let waiting = try tx.certificates(of: id).last { $0.state == .pending }
            let certificate = try waiting ?? tx.primaryCertificate(of: order)
            return OrderChecks(
                order: order,
                organization: try order.organizationID.flatMap { try tx.organization($0) },
                organizationCheck: order.product.organizationCheck,
                names: order.product.needsDomainControl
                    ? try tx.checks(of: certificate.content.allNames, order, at: now) : [])
        }
    }
}

extension Transaction {
    /// Each name under the domain that proves it, or else under the nearest one above: of those
    /// that the order waits for, or of all.
    fileprivate func checks(
        of names: [String], _ order: Order, at now: Date
    ) throws -> [NameCheck] {
        let candidates = Set(names.flatMap(\.domainAndParents)).sorted()
        let method = try control(of: order.id)?.method
        let awaited = Set(try self.domains(of: order.id).map(\.id))
        let domains = try domains(named: candidates, of: order.accountID)
            .sorted { $0.name.count > $1.name.count }
        let pairs = names.compactMap { name -> (Domain, String)? in
            let found =
                domains.first { $0.covers(name, at: now) }
                ?? domains.first { awaited.contains($0.id) && Domain.isBelow(name, $0.name) }
                ?? domains.first { Domain.isBelow(name, $0.name) }
            return found.map { ($0, name) }
        }
        return domains.compactMap { domain in
            let below = pairs.filter { $0.0.id == domain.id }.map(\.1)
            if below.isEmpty { return nil }
            let isAwaited = awaited.contains(domain.id) && !domain.isProved(at: now)
            return NameCheck(
                domain: domain, names: below,
                method: isAwaited ? method ?? domain.control.method : domain.control.method)
        }.sorted { $0.domain.id < $1.domain.id }
    }
}
