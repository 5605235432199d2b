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
                    ? try tx.checks(
                        of: certificate.content.allNames, account: order.accountID, at: now) : [])
        }
    }
}

extension Transaction {
    /// Each name under the domain that proves it, or else under the nearest one above.
    fileprivate func checks(
        of names: [String], account: ID<Account>, at now: Date
    ) throws -> [NameCheck] {
        let candidates = Set(names.flatMap(\.domainAndParents)).sorted()
        let domains = try domains(named: candidates, of: account)
            .sorted { $0.name.count > $1.name.count }
        let pairs = names.compactMap { name -> (Domain, String)? in
            let found =
                domains.first { $0.covers(name, at: now) }
                ?? domains.first { Domain.isBelow(name, $0.name) }
            return found.map { ($0, name) }
        }
        return domains.compactMap { domain in
            let below = pairs.filter { $0.0.id == domain.id }.map(\.1)
            return below.isEmpty ? nil : NameCheck(domain: domain, names: below)
        }.sorted { $0.domain.id < $1.domain.id }
    }
}
