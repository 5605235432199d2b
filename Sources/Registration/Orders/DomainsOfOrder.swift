import Foundation
package import OrderCore
import Storage

/// The domains that an order needs proof for, with the value that proves them.
package struct OrderDomains: Sendable {
    package let domains: [Domain]
    /// The value to publish, where the method works with one.
    package let randomValue: String?

    static let none = OrderDomains(domains: [], randomValue: nil)
}

/// Where domains that come with an order belong.
struct DomainOwner: Sendable {
    let accountID: ID<Account>
    let containerID: ID<Container>
    let organizationID: ID<Organization>?
    let validation: ValidationType
}

extension Transaction {
    /// Finds or adds the domains for names without proof. All that await proof by a value share
    /// one, so that a client can prove the whole order with it.
    func domainsToProve(
        _ names: [String], method: ControlMethod, owner: DomainOwner, token: String, at now: Date
    ) throws -> OrderDomains {
        let hosts = Self.topmost(names.map(\.host))
        guard !hosts.isEmpty else { return .none }
        let candidates = Set(hosts.flatMap(\.domainAndParents)).sorted()
        let known = try domains(named: candidates, of: owner.accountID)
        let kept = known.compactMap(\.control.token).first { $0.expiresAt > now }
        let lifetime = Double(DomainControl.tokenLifetimeDays) * Span.daySeconds
        let shared =
            kept
            ?? DomainControl.Token(value: token, expiresAt: now.addingTimeInterval(lifetime))
        let awaited = DomainControl(
            method: method, token: method.usesToken ? shared : nil, submittedAt: now, proof: nil)
        var found: [Domain] = []
        for host in hosts where !found.contains(where: { Domain.isBelow(host, $0.name) }) {
            found.append(try domain(for: host, among: known, awaited: awaited, owner, at: now))
        }
        return OrderDomains(
            domains: found, randomValue: found.compactMap(\.control.token?.value).first)
    }

    /// The nearest domain at or above the host, asked for proof again, or a new one.
    private func domain(
        for host: String, among known: [Domain], awaited: DomainControl, _ owner: DomainOwner,
        at now: Date
    ) throws -> Domain {
        let above = known.filter { Domain.isBelow(host, $0.name) }
        guard var domain = above.max(by: { $0.name.count < $1.name.count }) else {
            let id = try insert(
                NewDomain(
                    accountID: owner.accountID, containerID: owner.containerID,
                    organizationID: owner.organizationID, name: host, createdAt: now,
                    validationTypes: [owner.validation], control: awaited))
            return try self.domain(id)!
        }
        let hasToken = domain.control.token.map { $0.expiresAt > now } ?? false
        if awaited.method.usesToken, !hasToken {
            domain.control.method = awaited.method
            domain.control.token = awaited.token
            domain.control.submittedAt = now
            try save(domain.control, of: domain.id)
        }
        return domain
    }

    /// Without those that lie below another one of them.
    private static func topmost(_ hosts: [String]) -> [String] {
        let unique = hosts.withoutRepetitions
        return unique.filter { host in
            !unique.contains { $0 != host && Domain.isBelow(host, $0) }
        }
    }
}
